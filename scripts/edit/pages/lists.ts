import { actionKinds } from '#lib/domain/action/action.ts';
import { sheetNames } from '../words.ts';

/** A list of things that has forms: all of a list of `sheets.ts`, or some of it. */
export interface EditList {
	id: string;
	title: string;
	/** What one of them is called, with its article where it is new: `een doel`. */
	one: string;
	/** Where the list stands, as `goals.targets`. */
	list: string;
	has: (item: Record<string, unknown>) => boolean;
	/** What a new one begins with. */
	fresh: Record<string, unknown>;
}

const all = (): boolean => true;
const whole = (id: string, one: string): EditList => ({
	id,
	title: sheetNames[id]!,
	one,
	list: id,
	has: all,
	fresh: {}
});

export const editLists: readonly EditList[] = [
	whole('goals', 'doel'),
	{
		id: 'targets',
		title: 'Afspraken bij doelen',
		one: 'afspraak',
		list: 'goals.targets',
		has: all,
		fresh: {}
	},
	{
		id: 'actions',
		title: 'Acties',
		one: 'actie',
		list: 'goals',
		has: ({ kind }) => actionKinds.some((each) => each === kind),
		fresh: { kind: 'action', level: 'throughput' }
	},
	whole('links', 'verbinding'),
	whole('notes', 'toelichting'),
	whole('figures', 'cijfer'),
	whole('milestones', 'moment'),
	whole('agreements', 'afspraak met een partner'),
	whole('events', 'gebeurtenis'),
	whole('glossary', 'begrip')
];
