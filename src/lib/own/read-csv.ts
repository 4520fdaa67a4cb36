import { CsvError, parse } from 'csv-parse/browser/esm/sync';
import { count } from '../domain/format.ts';
import { OwnFileProblem, ownLimits, type GivenTable } from '../domain/own/table.ts';
import { toText } from './decode.ts';

const separators = [
	{ sign: ';', name: 'een puntkomma' },
	{ sign: ',', name: 'een komma' },
	{ sign: '\t', name: 'een tab' },
	{ sign: '|', name: 'een streep (|)' }
];

/** The separator that the file names itself (`sep=;`, as Excel does), or else the one that makes most columns of the head. */
function separatorOf(text: string): { sign: string; name: string; skip: number } {
	const named = /^sep=(.)\r?\n/.exec(text);
	if (named)
		return { sign: named[1]!, name: `“${named[1]}”, zoals het bestand zelf zegt`, skip: named[0].length };
	const head = /^[^\r\n]*/.exec(text.slice(0, ownLimits.row).replace(/"[^"]*"/g, ''))![0];
	const best = separators.toSorted((a, b) => head.split(b.sign).length - head.split(a.sign).length)[0]!;
	return { ...best, skip: 0 };
}

/** What is wrong with a CSV as such, in Dutch. */
function tell(error: CsvError): string {
	const line = typeof error.lines === 'number' ? ` bij regel ${error.lines}` : '';
	if (error.code === 'CSV_MAX_RECORD_SIZE')
		return `Dit bestand heeft een regel van meer dan ${ownLimits.row.toLocaleString('nl-NL')} tekens. Dat is geen tabel.`;
	return `Dit bestand is niet te lezen als CSV: de aanhalingstekens kloppen niet${line}.`;
}

/**
 * Reads a CSV whole. The first line that has something is the head; what was assumed is told.
 * @throws OwnFileProblem
 */
export function readCsv(bytes: Uint8Array): GivenTable {
	const { text, remark } = toText(bytes);
	if (/^\s*<(!doctype|html|\?xml)/i.test(text))
		throw new OwnFileProblem('Dit is een webpagina of XML, geen tabel.');
	const { sign, name, skip } = separatorOf(text);
	let heads: string[] | undefined;
	let columns: string[][] = [];
	let short = 0;
	const take = (cells: string[], line: number): void => {
		if (cells.every((cell) => cell.trim() === '')) return;
		if (!heads) {
			if (cells.length > ownLimits.columns)
				throw new OwnFileProblem(
					`Dit bestand heeft ${count(cells.length, 'kolom', 'kolommen')}. Hier passen er ${ownLimits.columns}.`
				);
			heads = cells;
			columns = heads.map(() => []);
			return;
		}
		if (cells.slice(heads.length).some((cell) => cell.trim() !== ''))
			throw new OwnFileProblem(
				`Regel ${line} heeft meer cellen dan er namen van kolommen zijn: ${cells.length} in plaats van ${heads.length}. De eerste regel moet de namen van alle kolommen hebben.`
			);
		if (cells.length < heads.length) short++;
		if (columns[0]!.length === ownLimits.rows)
			throw new OwnFileProblem(
				`Dit bestand heeft meer dan ${count(ownLimits.rows, 'regel', 'regels')}. Neem alleen wat u nodig hebt, of splits het.`
			);
		for (const [i, column] of columns.entries()) column.push(cells[i] ?? '');
	};
	try {
		parse(text.slice(skip), {
			delimiter: sign,
			relax_column_count: true,
			max_record_size: ownLimits.row,
			on_record: (record: string[], { lines }) => {
				take(record, lines);
				return null;
			}
		});
	} catch (error) {
		throw error instanceof CsvError ? new OwnFileProblem(tell(error)) : error;
	}
	return {
		heads: heads ?? [],
		columns,
		decimal: sign === ';' ? ',' : '.',
		remarks: [
			remark,
			`De kolommen zijn gescheiden door ${name}, en de eerste regel is gelezen als de namen van de kolommen.`,
			...(short > 0
				? [
						`${count(short, 'regel heeft', 'regels hebben')} minder cellen dan er kolommen zijn. De rest is leeg.`
					]
				: [])
		]
	};
}
