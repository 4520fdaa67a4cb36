import { group } from 'd3';
import type { Figure, Table } from '../schema/figure.ts';
import { capital, enumerate, formatExact, formatPeriod } from './format.ts';
import { formatFigure } from './figures.ts';
import type { Figures } from './sums.ts';

/** A note to figures of a table: the remark of the list of figures, and the ids it belongs to. */
export interface Note {
	number: number;
	text: string;
	figures: string[];
}

const unitWords: Record<Figure['unit'], string> = {
	aantal: 'aantal',
	personen: 'aantal',
	gevallen: 'aantal',
	euro: 'euro',
	procent: 'procent',
	fte: 'fte',
	'per 1000': 'per 1.000',
	'per 100000': 'per 100.000',
	weken: 'weken'
};

const allFigures = (table: Table, figures: Figures): Figure[] => {
	const rows = table.total ? [...table.rows, table.total] : table.rows;
	const found = rows.flatMap(({ cells }) =>
		cells.flatMap((cell) => (typeof cell === 'object' ? (figures[cell.figure] ?? []) : []))
	);
	return [...new Map(found.map((figure) => [figure.id, figure])).values()];
};

/** A figure in a cell: without its unit where the head of the column already says it. */
export function cellText(figure: Pick<Figure, 'value' | 'unit'>, head: string): string {
	const said = head.toLowerCase().includes(unitWords[figure.unit]);
	return said ? formatExact(Number(figure.value)) : formatFigure(figure);
}

/** A remark of the list of figures as a sentence: with a capital, a full stop, and thousands set apart. */
export function remarkSentence(remark: string): string {
	const text = remark
		.replace(/\b\d{5,}\b/g, (digits) => formatExact(Number(digits)))
		.replace(/\b(\d{2})\.(\d{1,2})\b(?!\.)/g, '$1,$2');
	const sentence = capital(text);
	return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The remarks at the figures of a table, each once, numbered in the order of reading. */
export function notesOf(table: Table, figures: Figures): Note[] {
	const withRemark = allFigures(table, figures).filter(({ remark }) => remark !== '');
	return [...group(withRemark, ({ remark }) => remark)].map(([remark, own], i) => ({
		number: i + 1,
		text: remarkSentence(remark),
		figures: own.map(({ id }) => id)
	}));
}

/** The periods of a table's figures, in words: one for all of them, or each that there is. */
export function periodsOf(table: Table, figures: Figures): string {
	const all = allFigures(table, figures);
	const periods = [...new Set(all.map(({ period }) => period))];
	if (periods.length === 0) return '';
	if (periods.length === 1 && periods[0] === '') return 'Periode: niet genoemd in de bron';
	if (periods.length === 1) return `Periode: ${formatPeriod(periods[0]!)}`;
	const named = enumerate(
		periods
			.filter((period) => period !== '')
			.toSorted()
			.map(formatPeriod)
	);
	return `Perioden: ${named}${periods.includes('') ? '; soms noemt de bron geen periode' : ''}`;
}

/**
 * The period to show in a cell, or `undefined` where the reader already has it: because all figures of the table
 * share it, or because the words round the figure say it.
 * @param words the title of the table and the head and other cells of the row and column
 */
export function cellPeriod(
	figure: Figure,
	table: Table,
	figures: Figures,
	words: readonly string[]
): string | undefined {
	if (new Set(allFigures(table, figures).map(({ period }) => period)).size < 2) return undefined;
	const text = words.join(' ');
	if (figure.period === '') return /genoemd/.test(text) ? undefined : 'periode niet genoemd';
	const years = figure.period.match(/\d{4}(?=[-/]|$)/g) ?? [];
	return years.every((year) => text.includes(year)) ? undefined : formatPeriod(figure.period);
}
