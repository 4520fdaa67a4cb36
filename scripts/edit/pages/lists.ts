import { actionKinds } from '#lib/domain/action/action.ts';
import { sheetNames } from '../words.ts';

/** A list of things that has forms: all of a list of `sheets.ts`, or some of it. */
export interface EditList {
	id: string;
	title: string;
	/** What one of them is called, without an article. */
	one: string;
	/** Where the list stands, as `goals.targets`. */
	list: string;
	/** What an editor has to know before changing one. */
	hint: string;
	has: (item: Record<string, unknown>) => boolean;
	/** What a new one begins with. */
	fresh: Record<string, unknown>;
}

const all = (): boolean => true;
const whole = (id: string, one: string, hint = ''): EditList => ({
	id,
	title: sheetNames[id]!,
	one,
	list: id,
	hint,
	has: all,
	fresh: {}
});

export const editLists: readonly EditList[] = [
	whole('goals', 'doel', 'Vul indicatoren in, of zeg waarom geen indicator dit doel kan meten.'),
	{
		id: 'targets',
		title: 'Afspraken bij doelen',
		one: 'afspraak',
		list: 'goals.targets',
		hint: 'Verandert een afspraak, maak dan een nieuwe met hetzelfde id en een nieuwe dag bij Geldt vanaf. De oude blijft staan.',
		has: all,
		fresh: {}
	},
	{
		id: 'actions',
		title: 'Acties',
		one: 'actie',
		list: 'goals',
		hint: '',
		has: ({ kind }) => actionKinds.some((each) => each === kind),
		fresh: { kind: 'action', level: 'throughput' }
	},
	whole('links', 'verbinding'),
	whole('notes', 'toelichting'),
	whole(
		'figures',
		'cijfer',
		'Elk cijfer moet ergens te zien zijn. Zet een nieuw cijfer daarom klaar, en zet het dan ook bij een doel of bij een afspraak.'
	),
	whole('milestones', 'moment'),
	whole('agreements', 'afspraak met een partner'),
	whole('events', 'gebeurtenis'),
	whole('glossary', 'begrip')
];
