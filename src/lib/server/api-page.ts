import { z } from 'zod';
import { answers, type Answers, type Kind } from '#lib/schema/api.ts';
import { answerOf, apiFiles } from './api.ts';
import { model } from './model.ts';

interface Described {
	description?: string;
	properties?: Record<string, Described>;
	items?: Described;
	anyOf?: Described[];
}

/** The fields of one item of an answer, each with what it is. */
function fieldsOf(kind: Kind): { name: string; text: string }[] {
	const { properties } = z.toJSONSchema(answers[kind], { io: 'input' }) as Described;
	const item = properties?.items?.items;
	// Of alternatives the last word counts for the first: a figure that is there has all the fields.
	const own = Object.assign(
		{},
		...(item?.anyOf ?? [item]).toReversed().map((each) => each?.properties)
	) as Record<string, Described>;
	return Object.entries(own).map(([name, { description }]) => ({ name, text: description ?? '' }));
}

/** What each kind of answer is for; `many` stands for the name in an address that has more than one. */
const kinds: { kind: Kind; text: string; many?: string }[] = [
	{ kind: 'index', text: 'De inhoudsopgave: alle bestanden van de API.' },
	{ kind: 'monitors', text: 'De monitors, met waar hun doelen en oordelen staan.' },
	{
		kind: 'goals',
		text: 'De doelen van een monitor, waar ze aan bijdragen en wat ze meet.',
		many: 'monitor'
	},
	{ kind: 'verdicts', text: 'Het oordeel over elk doel, met de regel en de reden.', many: 'monitor' },
	{ kind: 'indicators', text: 'Wat er gemeten wordt, en hoe.' },
	{ kind: 'observations', text: 'Alle cijfers van een indicator.', many: 'indicator' },
	{ kind: 'areas', text: 'De gebieden, op de grenzen van elk jaar.' },
	{ kind: 'sources', text: 'Waar cijfers en teksten vandaan komen.' }
];

/** An answer with one figure that is there, and one that is not where there is one. */
function shortened(answer: Answers['observations']): Answers['observations'] {
	const present = answer.items.find(({ value }) => value !== null);
	const absent = answer.items.find(({ value }) => value === null);
	return {
		...answer,
		statuses: answer.statuses.filter(({ id }) => id === present?.status || id === absent?.status),
		items: [present, absent].filter((item) => item !== undefined)
	};
}

async function example(): Promise<{ address: string; text: string } | undefined> {
	const made = await Promise.all(
		model.indicators.map(async ({ id }) => {
			const address = `observations/${id}.json`;
			return { address, answer: shortened((await answerOf(address)) as Answers['observations']) };
		})
	);
	const own = made.find(({ answer }) => answer.items.length === 2) ?? made[0];
	return own && { address: own.address, text: JSON.stringify(own.answer, null, 2) };
}

/** What the page about the API shows. */
export async function apiPage() {
	const files = apiFiles();
	return {
		kinds: kinds.map(({ kind, text, many }) => ({
			kind,
			text,
			address: many ? `${kind}/<${many}>.json` : `${kind}.json`,
			first: files.find((file) => file === `${kind}.json` || file.startsWith(`${kind}/`)),
			files: files.filter((file) => file.startsWith(`${kind}/`) || file === `${kind}.json`).length,
			fields: fieldsOf(kind)
		})),
		example: await example()
	};
}
