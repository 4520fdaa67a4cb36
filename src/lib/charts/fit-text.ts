import { widthOf } from './tree-text.ts';

/** How much wider fat letters are: DejaVu Sans Bold, beside what is counted for a letter. */
export const boldRatio = 1.13;

/** The sign for what is left out, in sizes of its letter. */
const ellipsis = 1;

/** A text that is at most `room` sizes of its letter wide: of one that is wider the end becomes `…`. */
export function shorten(text: string, room: number): string {
	if (widthOf(text) <= room) return text;
	let filled = ellipsis;
	let kept = '';
	for (const letter of text) {
		filled += widthOf(letter);
		if (filled > room) break;
		kept += letter;
	}
	return `${kept.trimEnd()}…`;
}
