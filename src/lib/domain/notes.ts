import type { Block, Inline, Note } from '../schema/tracker.ts';

/** An explanation as a page shows it. */
export type ShownNote = Pick<Note, 'id' | 'blocks' | 'role' | 'origin' | 'date' | 'until' | 'source'> & {
	/** Whether the day until which it holds has passed. */
	expired: boolean;
};

/** Whether an explanation no longer holds on a day. */
export const isExpired = ({ until }: Pick<Note, 'until'>, asOf: string): boolean =>
	until !== undefined && until < asOf;

/** Explanations that are about something, as they stand on a day: the newest first, what came later left out. */
export function notesAbout(
	notes: readonly Note[],
	asOf: string,
	about: (subject: Note['about']) => boolean
): ShownNote[] {
	return notes
		.filter((note) => note.date <= asOf && about(note.about))
		.toSorted((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
		.map((note) => {
			const { id, blocks, role, origin, date, until, source } = note;
			return { id, blocks, role, origin, date, until, source, expired: isExpired(note, asOf) };
		});
}

const line = (content: readonly Inline[]): string =>
	content.map(({ text, href }) => (href ? `${text} (${href})` : text)).join('');

/** The text of an explanation without markup, for where only text can stand. */
export const plainNote = (blocks: readonly Block[]): string =>
	blocks
		.map((block) => (block.kind === 'list' ? block.items.map(line).join('; ') : line(block.content)))
		.join(' ');
