import { readFileSync, statSync } from 'node:fs';
import type { Problem } from './problem.ts';

/** Files of people, not dumps: what is larger belongs in a feed. In bytes. */
export const largest = 64 * 1024 * 1024;

const megabytes = (bytes: number): string => (Math.ceil(bytes / 104_857.6) / 10).toLocaleString('nl-NL');

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
		return refuse('een bestand in UTF-8; bewaar het opnieuw met die codering');
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
