/** Width of letters in the widest of the usual faces (DejaVu Sans), in hundredths of the size of the letter. */
const widths: readonly (readonly [RegExp, number])[] = [
	[/[ijl .,:;'’|!]/, 32],
	[/[frt()-]/, 42],
	[/[sczkvxy]/, 58],
	[/[mwMW%&]/, 97],
	[/[A-Z]/, 75]
];
const otherWidth = 64;
const space = 32;

const letterWidth = (letter: string): number =>
	widths.find(([letters]) => letters.test(letter))?.[1] ?? otherWidth;

/** Words that were measured before: a page measures the same ones again and again while it comes alive. */
const known = new Map<string, number>();

/** In hundredths. */
function measure(text: string): number {
	let width = known.get(text);
	if (width === undefined) {
		width = 0;
		for (const letter of text) width += letterWidth(letter);
		known.set(text, width);
	}
	return width;
}

/** How wide a text is at most, in sizes of its letter. */
export const widthOf = (text: string): number => measure(text) / 100;

/** The parts of a word that each fit in so many hundredths. */
function pieces(word: string, room: number): string[] {
	if (measure(word) <= room) return [word];
	const parts: string[] = [];
	let part = '';
	for (const letter of word) {
		if (part && measure(part + letter) > room) {
			parts.push(part);
			part = '';
		}
		part += letter;
	}
	return [...parts, part];
}

/**
 * Lines that are at most `width` sizes of a letter wide, broken at words; a word that is wider is broken too.
 * @returns at least one line
 */
export function wrap(text: string, width: number): string[] {
	// A text that only just fits is broken: sizes such as 13.1 are no exact numbers.
	const room = width * 100 - 0.01;
	const lines: string[] = [];
	let line = '';
	let filled = 0;
	for (const word of text.split(' ').flatMap((each) => pieces(each, room))) {
		const wide = measure(word);
		if (line && filled + space + wide > room) {
			lines.push(line);
			line = word;
			filled = wide;
		} else {
			filled += line ? space + wide : wide;
			line = line ? `${line} ${word}` : word;
		}
	}
	return [...lines, line];
}

/** How cards look from one width of the window on; the styles of the drawn tree hold the same numbers. */
interface Step {
	/** Width of a line in sizes of its letter, and how much each step inwards takes of it. */
	width: number;
	indent: number;
	/** Height of a line, in pixels. */
	line: number;
	/** Pixels of one unit of height: more where cards are narrow, so that one layout fits every width. */
	unit: number;
}

/** From 64, 80 and 88 rem. */
const steps: readonly Step[] = [
	{ width: 11.4, indent: 0.8, line: 15, unit: 1.3 },
	{ width: 13.7, indent: 0.95, line: 16.25, unit: 1.1 },
	{ width: 15.2, indent: 1.05, line: 16.25, unit: 1 }
];

/** White above and below the text of a card, in pixels. */
const padding = 9;
/** Stands for the sign of the verdict, and for letters that are fat. */
const sign = 'MM';

/** Height that a card needs to show its text whole, in units. */
export function cardHeight({ code, title }: { code?: string; title: string }, indent: number): number {
	const text = `${sign}${code ? ` ${code}` : ''} ${title}`;
	const needed = steps.map(
		({ width, indent: each, line, unit }) =>
			(wrap(text, width - indent * each).length * line + padding) / unit
	);
	return Math.ceil(Math.max(...needed));
}
