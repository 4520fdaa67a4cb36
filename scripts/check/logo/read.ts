import type { Logo } from '#lib/schema/model.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { largestLogo } from './load.ts';
import { readPng } from './png.ts';
import { readSvg } from './svg.ts';

/** Pixels of a PNG; more than enough for a logo on a sharp screen. */
const mostPixels = 2000;

/**
 * A logo with its size, or what is wrong with it.
 * @param bytes of the file, of which one more than may be is enough to refuse it
 * @param file its path, as it is told
 */
export function readLogo(bytes: Buffer, file: string): { logo?: Logo; problems: Problem[] } {
	const refuse = (expected: string, value?: unknown, line = 0, column = 0) => ({
		problems: [{ file, line, column, value, expected }]
	});
	if (bytes.length > largestLogo)
		return refuse(`een logo van hoogstens ${largestLogo / 1024} kB`, `meer dan ${largestLogo / 1024} kB`);
	const made = (type: Logo['type'], [width, height]: [number, number]) => ({
		logo: { type, width, height, bytes: bytes.toString('base64') },
		problems: []
	});
	if (file.endsWith('.png')) {
		const size = readPng(bytes);
		if (!size) return refuse('een PNG die heel is');
		const [width, height] = size;
		return Math.max(width, height) > mostPixels
			? refuse(`een logo van hoogstens ${mostPixels} pixels breed en hoog`, `${width} bij ${height}`)
			: made('png', size);
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return refuse('een SVG in UTF-8');
	}
	const { size, faults } = readSvg(text);
	return size && faults.length === 0
		? made('svg', size)
		: { problems: faults.map((fault) => ({ file, value: undefined, ...fault })) };
}
