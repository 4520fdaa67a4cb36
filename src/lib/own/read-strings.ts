import { readXml } from './read-xml.ts';
import type { Zip } from './zip.ts';

/** Characters that XML cannot hold stand in a workbook as `_x000D_`. */
export const unescape = (text: string): string =>
	text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** The texts that the cells of a workbook share, in order; without the phonetic readings beside them. */
export async function readStrings(zip: Zip, part: string | undefined): Promise<string[]> {
	const strings: string[] = [];
	if (part === undefined) return strings;
	let own = '';
	let inText = false;
	let inPhonetic = false;
	await readXml(zip, part, {
		open(tag) {
			if (tag === 'si') own = '';
			if (tag === 'rPh') inPhonetic = true;
			inText = tag === 't' && !inPhonetic;
		},
		close(tag) {
			if (tag === 'si') strings.push(unescape(own));
			if (tag === 'rPh') inPhonetic = false;
			inText = false;
		},
		text(text) {
			if (inText) own += text;
		}
	});
	return strings;
}
