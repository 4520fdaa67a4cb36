import { OwnFileProblem } from '../domain/own/table.ts';

const marks: { bytes: number[]; encoding: string; name: string }[] = [
	{ bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8', name: 'UTF-8' },
	{ bytes: [0xff, 0xfe], encoding: 'utf-16le', name: 'UTF-16' },
	{ bytes: [0xfe, 0xff], encoding: 'utf-16be', name: 'UTF-16' }
];

function decode(bytes: Uint8Array, encoding: string): string | undefined {
	try {
		return new TextDecoder(encoding, { fatal: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/**
 * The text of a file, with how its letters were read: as its first bytes say, else as UTF-8, else as Windows-1252.
 * @throws OwnFileProblem where it is no text
 */
export function toText(bytes: Uint8Array): { text: string; remark: string } {
	const mark = marks.find((each) => each.bytes.every((byte, i) => bytes[i] === byte));
	if (!mark && bytes.includes(0))
		throw new OwnFileProblem('Dit is geen tekstbestand: er staan tekens in die geen tekst zijn.');
	const text = decode(bytes, mark?.encoding ?? 'utf-8');
	if (text !== undefined) return { text, remark: `De letters zijn gelezen als ${mark?.name ?? 'UTF-8'}.` };
	if (mark) throw new OwnFileProblem(`Dit bestand zegt dat het ${mark.name} is, en dat klopt niet.`);
	return {
		text: decode(bytes, 'windows-1252')!,
		remark:
			'De letters zijn gelezen als Windows-1252, want het bestand is geen UTF-8. Kijk of letters als é kloppen.'
	};
}
