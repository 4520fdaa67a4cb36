import { readXml } from './read-xml.ts';
import type { Zip } from './zip.ts';

/** As what a cell shows its number; a time is taken for a date. */
export type Shown = 'number' | 'date' | 'percentage';

/** The same for the formats that every workbook has, by their number (ECMA-376, 18.8.30). */
function builtIn(id: number): Shown {
	if (id === 9 || id === 10) return 'percentage';
	const isDate =
		(id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
	return isDate ? 'date' : 'number';
}

/** A format without texts, colours and escapes. */
const plainOf = (format: string): string => format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '');

/** Whether a format shows a date: a letter of a day, month, year or hour. */
const isDateFormat = (format: string): boolean =>
	/[dmyhsj]/i.test(plainOf(format).replace(/general|standaard/gi, ''));

/** Whether a format shows a number a hundred times as large, with a sign behind it. */
const isPercentFormat = (format: string): boolean => plainOf(format).includes('%');

/** As what each style of a cell shows a number: a date, a percentage, or just a number. */
export async function readStyles(zip: Zip, part: string | undefined): Promise<Shown[]> {
	const styles: Shown[] = [];
	if (part === undefined) return styles;
	const own = new Map<number, Shown>();
	let inCells = false;
	await readXml(zip, part, {
		open(tag, { numFmtId = '', formatCode = '' }) {
			const id = Number(numFmtId);
			if (tag === 'numFmt')
				own.set(
					id,
					isPercentFormat(formatCode) ? 'percentage' : isDateFormat(formatCode) ? 'date' : 'number'
				);
			if (tag === 'cellXfs') inCells = true;
			if (tag === 'xf' && inCells) styles.push(own.get(id) ?? builtIn(id));
		},
		close(tag) {
			if (tag === 'cellXfs') inCells = false;
		}
	});
	return styles;
}
