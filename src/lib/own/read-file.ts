import { toOwnTable } from '../domain/own/assemble.ts';
import type { KnownAreas } from '../domain/own/known-areas.ts';
import { OwnFileProblem, type OwnTable } from '../domain/own/table.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';

/** Kinds of files that are no table here, by their first bytes. */
const others: { start: number[]; message: string }[] = [
	{
		start: [0xd0, 0xcf, 0x11, 0xe0],
		message: 'Dit is een werkmap van een oude Excel (XLS). Bewaar haar als XLSX of CSV.'
	},
	{ start: [0x50, 0x41, 0x52, 0x31], message: 'Dit is Parquet. Dat kan hier niet; CSV, XLSX en DuckDB wel.' },
	{ start: [0x1f, 0x8b], message: 'Dit bestand is ingepakt (gzip). Pak het eerst uit.' },
	{ start: [0x25, 0x50, 0x44, 0x46], message: 'Dit is een PDF, geen tabel.' }
];

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
	start.every((byte, i) => bytes[i] === byte);

/**
 * Reads a CSV or XLSX file, whichever it is by what stands in it.
 * @param name of the file
 * @param areas those of the site, by which names and bare numbers are recognised
 * @throws OwnFileProblem with a reason for the reader
 */
export async function readOwnFile(bytes: Uint8Array, name: string, areas?: KnownAreas): Promise<OwnTable> {
	if (bytes.length === 0) throw new OwnFileProblem('Dit bestand is leeg.');
	const other = others.find(({ start }) => startsWith(bytes, start));
	if (other) throw new OwnFileProblem(other.message);
	const given = startsWith(bytes, [0x50, 0x4b]) ? await readXlsx(bytes) : readCsv(bytes);
	return toOwnTable(given, name, areas);
}
