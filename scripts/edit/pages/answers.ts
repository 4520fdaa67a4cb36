import type { GroupShape } from '../shape.ts';
import type { Draft } from './draft.ts';
import type { ItemPlace } from './place.ts';

export type { GroupShape, ListShape, Shape, ValueShape } from '../shape.ts';
export type { FieldProblem } from './draft.ts';
export type { DifferenceLine } from './lines.ts';
export type { ItemPlace } from './place.ts';

/** What the pages begin with. */
export interface Start {
	monitors: { slug: string; name: string }[];
	lists: { id: string; title: string; one: string }[];
}

/** One thing that has a form. */
export interface ListItem {
	place: ItemPlace;
	name: string;
	/** What else tells it apart. */
	note: string;
}

/** A list of a monitor, with all that its forms need. */
export interface ListAnswer {
	title: string;
	one: string;
	/** What an editor has to know before changing one. */
	hint: string;
	file: string;
	version: string;
	items: ListItem[];
	shape: GroupShape;
	/** Names of fields for readers. */
	labels: Record<string, string>;
	/** What choices mean, where their name does not say it. */
	words: Record<string, string>;
	/** What may be filled in, by the names of the fields with a full stop between them. */
	suggestions: Record<string, { value: string; label: string }[]>;
	/** Where a new one comes: at the end of the list, or of that of one of these. */
	ends: { place: ItemPlace; name: string }[];
	fresh: Record<string, unknown>;
}

export interface ItemAnswer {
	value: Record<string, unknown>;
	/** The page of the site that shows it. */
	page: string;
}

/** What a workbook would change, in lines for the person who decides. */
export interface WorkbookAnswer {
	lines: string[];
	problems: string[];
	/** Of what would be written: only that is taken over. Empty where nothing changes. */
	version: string;
	taken: boolean;
}

/** Files of a monitor in which something waits for another change. */
export interface WaitingAnswer {
	files: string[];
}

/** What a form would change; `page` is the page of the site that shows it, where nothing is wrong. */
export type DraftAnswer = Pick<Draft, 'stale' | 'fields' | 'others' | 'files' | 'mayWait'> & {
	/** Whether what was asked was done: it is saved, or it waits. */
	done: boolean;
	page?: string;
};
