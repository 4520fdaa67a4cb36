import { readXml } from './read-xml.ts';
import type { Zip } from './zip.ts';

/** Numbers of the formats that every workbook has and that show a date or a time (ECMA-376, 18.8.30). */
const isBuiltIn = (id: number): boolean =>
	(id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a format shows a date: a letter of a day, month, year or hour, outside texts, colours and escapes. */
export const isDateFormat = (format: string): boolean =>
	/[dmyhsj]/i.test(format.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, '').replace(/general|standaard/gi, ''));

/** For each style of a cell whether it shows a number as a date. */
export async function readDateStyles(zip: Zip, part: string | undefined): Promise<boolean[]> {
	const styles: boolean[] = [];
	if (part === undefined) return styles;
	const own = new Set<number>();
	let inCells = false;
	await readXml(zip, part, {
		open(tag, { numFmtId = '', formatCode = '' }) {
			const id = Number(numFmtId);
			if (tag === 'numFmt' && isDateFormat(formatCode)) own.add(id);
			if (tag === 'cellXfs') inCells = true;
			if (tag === 'xf' && inCells) styles.push(isBuiltIn(id) || own.has(id));
		},
		close(tag) {
			if (tag === 'cellXfs') inCells = false;
		}
	});
	return styles;
}
