import { readFileSync, statSync } from 'node:fs';
import type { Problem } from './problem.ts';

/** Files of people, not dumps: what is larger belongs in a feed. In bytes. */
export const largest = 64 * 1024 * 1024;

const megabytes = (bytes: number): string => (Math.ceil(bytes / 104_857.6) / 10).toLocaleString('nl-NL');

/** The text before the first byte that is no UTF-8; found by halving. */
function readable(bytes: Uint8Array): string {
	const decode = (end: number): string | undefined => {
		try {
			return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: true });
		} catch {
			return undefined;
		}
	};
	let [good, bad] = [0, bytes.length];
	while (good < bad) {
		const middle = Math.ceil((good + bad) / 2);
		if (decode(middle) === undefined) bad = middle - 1;
		else good = middle;
	}
	return decode(good)!;
}

/**
 * Reads a text file of `data/`: UTF-8, no byte order mark, lines that end in LF.
 * @param limit largest size that is read, in bytes
 * @returns the text, or the problems for which it was refused.
 */
export function readText(
	path: string,
	file: string,
	limit = largest
): { text?: string; problems: Problem[] } {
	const refuse = (expected: string, line = 0, column = 0, value?: unknown) => ({
		problems: [{ file, line, column, value, expected }]
	});
	const { size } = statSync(path);
	if (size > limit)
		return refuse(
			`een bestand van hoogstens ${megabytes(limit)} MB (dit is ${megabytes(size)} MB); splits het, of haal de cijfers op met een feed`
		);
	const bytes = readFileSync(path);
	if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
		return refuse('een bestand zonder BOM; bewaar het als "UTF-8", niet als "UTF-8 met BOM"', 1, 1, 'BOM');
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		const before = readable(bytes);
		const lines = before.split('\n');
		const bad = bytes[Buffer.byteLength(before)]!;
		return refuse(
			'een bestand in UTF-8; bewaar het opnieuw met die codering',
			lines.length,
			lines.at(-1)!.length + 1,
			`byte ${bad.toString(16).toUpperCase()}`
		);
	}
	const carriage = text.indexOf('\r');
	if (carriage >= 0) {
		const before = text.slice(0, carriage);
		const line = before.split('\n').length;
		return refuse(
			'regels die eindigen op LF; bewaar het met regeleinden van Unix',
			line,
			carriage - before.lastIndexOf('\n'),
			'CRLF'
		);
	}
	return { text, problems: [] };
}
