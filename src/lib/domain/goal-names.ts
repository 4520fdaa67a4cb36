import type { Origin } from '../schema/common.ts';
import type { Goal, GoalKind, Level, Target } from '../schema/goal.ts';
import { formatDay } from './format.ts';

/** The levels, with the letter and the question that each of them answers. */
export const levelNames: Record<Level, { label: string; letter: string; question: string }> = {
	impact: { label: 'Impact', letter: 'I', question: 'Wat verandert er voor de hele gemeente?' },
	outcome: { label: 'Outcome', letter: 'O', question: 'Wat verandert er voor inwoners?' },
	output: { label: 'Output', letter: 'P', question: 'Wat wordt er geleverd?' },
	throughput: { label: 'Throughput', letter: 'T', question: 'Hoe wordt er gewerkt?' },
	input: { label: 'Input', letter: 'M', question: 'Welke mensen en middelen zijn er?' }
};

/** What a node of the tree is, in one word. */
export const kindNames: Record<GoalKind, string> = {
	ambition: 'ambitie',
	goal: 'doel',
	project: 'project',
	subproject: 'deelproject',
	action: 'actiepunt',
	result: 'resultaat',
	service: 'dienst',
	phase: 'fase',
	pilot: 'proef',
	means: 'middelen'
};

/** Where a link comes from; drawn solid, dashed and dotted. */
export const originNames: Record<Origin, { label: string; meaning: string }> = {
	source: { label: 'uit de bron', meaning: 'het raadsstuk legt dit verband zelf' },
	editorial: { label: 'van de redactie', meaning: 'de redactie van deze site legt dit verband' },
	derived: {
		label: 'afgeleid',
		meaning: 'dit verband volgt uit thema, woorden of cijfers; het staat niet zo in het stuk'
	}
};

/** Where a link comes from, in a text: nothing where the source itself makes it. */
export const tellOrigin = (origin: Origin | undefined, before: string, after = ''): string =>
	origin && origin !== 'source' ? `${before}${originNames[origin].label}${after}` : '';

/** "op 1 januari 2022" for what must be reached that day, "vanaf 1 januari 2021" for what must hold from then. */
export const formatDeadline = ({ kind, date }: NonNullable<Goal['deadline']>): string =>
	`${kind === 'on' ? 'op' : 'vanaf'} ${formatDay(date)}`;

/** How an action stood, as its source says. */
export const progressNames: Record<Goal['progress'][number]['state'], string> = {
	planned: 'gepland',
	running: 'bezig',
	done: 'gedaan',
	delayed: 'vertraagd',
	stopped: 'gestopt'
};

/** What a target asks for. */
export const wantedNames: Record<Target['wanted'], string> = {
	'not-risen': 'niet gestegen',
	'not-fallen': 'niet gedaald',
	rises: 'stijgt',
	falls: 'daalt',
	'at-least': 'minstens',
	'at-most': 'hoogstens',
	'done-by': 'gedaan'
};

/**
 * What is looked at to see whether a promise is kept, as the end of a sentence: "of het cijfer niet is gestegen".
 * @param value the bound with its unit, where the promise has one
 */
export function tellWanted({ wanted, exclusive }: Pick<Target, 'wanted' | 'exclusive'>, value = ''): string {
	switch (wanted) {
		case 'not-risen':
			return 'of het cijfer niet is gestegen';
		case 'not-fallen':
			return 'of het cijfer niet is gedaald';
		case 'rises':
			return 'of het cijfer stijgt';
		case 'falls':
			return 'of het cijfer daalt';
		case 'at-least':
			return `of het ${exclusive ? 'meer dan' : 'minstens'} ${value} is`;
		case 'at-most':
			return `of het ${exclusive ? 'minder dan' : 'hoogstens'} ${value} is`;
		case 'done-by':
			return 'of het is gedaan';
	}
}
