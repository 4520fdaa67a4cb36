import { createHash } from 'node:crypto';
import { fileName, type MonitorFile } from './monitor-files.ts';

type Files = ReadonlyMap<string, Pick<MonitorFile, 'text'>>;

const start = 'Gemaakt van ';

/** A short mark of each file by its name: another text has another one. */
const marksOf = (files: Files): Map<string, string> =>
	new Map(
		[...files].map(([name, { text }]) => [
			fileName(name),
			createHash('sha256').update(text).digest('hex').slice(0, 8)
		])
	);

/** Says in a workbook which texts it was made of; nothing for an empty one. */
export const tellMadeOf = (files: Files): string[] =>
	files.size === 0
		? []
		: [
				`${start}${[...marksOf(files)].map((mark) => mark.join(' ')).join(', ')}. Laat dit staan: zo ziet de redactie wat er daarna is veranderd.`
			];

/** Whether a cell is what a workbook says of that. */
export const saysMadeOf = (cell: unknown): cell is string =>
	typeof cell === 'string' && cell.startsWith(start);

/**
 * The files that have another text than when a workbook was made of them.
 * @param said what the workbook says of that; one of before it was said says nothing
 */
export function changedSince(said: string | undefined, files: Files): string[] {
	if (said === undefined) return [];
	const then = new Map([...said.matchAll(/(\S+) ([0-9a-f]{8})\b/g)].map(([, name, mark]) => [name!, mark!]));
	return [...marksOf(files)].flatMap(([name, mark]) => (then.get(name) === mark ? [] : [name]));
}
