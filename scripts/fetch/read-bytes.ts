import { isUtf8 } from 'node:buffer';
import type { Answer } from './adapter.ts';
import { FetchProblem } from './problem.ts';
import { largestFile } from './table.ts';

/** What Windows-1252 has from 0x80 on; the decoder of Node 20 takes it for Latin-1. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const pieceSize = 1024 * 1024;

const megabytes = (bytes: number): string => (Math.ceil(bytes / 104_857.6) / 10).toLocaleString('nl-NL');

/** A file is refused by its size before anything of it is read. */
export function refuseLarge({ address, body }: Answer): void {
	if (body.length > largestFile)
		throw FetchProblem.of(
			address,
			`een bestand van hoogstens ${megabytes(largestFile)} MB (dit is ${megabytes(body.length)} MB); splits het`
		);
}

/** Whether a file is a zip, as every workbook is. */
export const isZip = ({ body }: Answer): boolean => body[0] === 0x50 && body[1] === 0x4b;

/** How a page of the web begins, whatever its server calls it; after a BOM or a line of XML. */
const page =
	/^(\u00ef\u00bb\u00bf)?\s*(<\?xml[^>]*>\s*)?(<!--[^>]*>\s*)*<(!doctype\s+html|html|head|body)[\s>]/i;

/** In pieces, so that a large file is never whole as a text. */
function fromWindows(bytes: Buffer): Buffer {
	const pieces: Buffer[] = [];
	for (let at = 0; at < bytes.length; at += pieceSize) {
		const text = bytes.toString('latin1', at, Math.min(at + pieceSize, bytes.length));
		pieces.push(Buffer.from(text.replace(/[\u0080-\u009f]/g, (each) => windows[each.charCodeAt(0) - 0x80]!)));
	}
	return Buffer.concat(pieces);
}

/**
 * The bytes of a text file as UTF-8 without BOM.
 * @param encoding as the mapping says; what is no UTF-8 is taken for Windows-1252 where it says nothing
 * @returns the bytes, and a remark where the encoding was a guess.
 */
export function toUtf8(
	answer: Answer,
	encoding?: 'utf-8' | 'windows-1252'
): { bytes: Buffer; remarks: string[] } {
	refuseLarge(answer);
	const { address, body, type } = answer;
	if (type === 'text/html') throw FetchProblem.of(address, 'een bestand met cijfers, geen webpagina');
	if (isZip(answer)) throw FetchProblem.of(address, 'een tekstbestand (CSV); dit is een werkmap of een zip');
	const all = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
	if ((all[0] === 0xff && all[1] === 0xfe) || (all[0] === 0xfe && all[1] === 0xff))
		throw FetchProblem.of(
			address,
			'een bestand in UTF-8 of Windows-1252 (dit is UTF-16); bewaar het opnieuw als CSV'
		);
	if (all.includes(0))
		throw FetchProblem.of(address, 'een tekstbestand (CSV); dit bestand heeft tekens die geen tekst zijn');
	if (page.test(all.toString('latin1', 0, 1000)))
		throw FetchProblem.of(address, 'een bestand met cijfers; dit is een webpagina, kijk of het adres klopt');
	const hasMark = all[0] === 0xef && all[1] === 0xbb && all[2] === 0xbf;
	const bytes = hasMark ? all.subarray(3) : all;
	if (hasMark || encoding !== 'windows-1252') {
		if (isUtf8(bytes)) return { bytes, remarks: [] };
		if (hasMark || encoding === 'utf-8')
			throw FetchProblem.of(address, 'een bestand in UTF-8, zoals de mapping of de BOM zegt');
		const remarks = ['Het bestand is geen UTF-8 en is gelezen als Windows-1252.'];
		return { bytes: fromWindows(bytes), remarks };
	}
	return { bytes: fromWindows(bytes), remarks: [] };
}
