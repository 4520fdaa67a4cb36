import type { Cell, Figure, Table } from '../schema/figure.ts';

/** What the rows of one column add up to, beside the total that the source gives. */
export interface ColumnSum {
	/** Position among the cells of a row; 0 is the first column after the heads. */
	column: number;
	head: string;
	unit: Figure['unit'];
	/** The sum of the rows, worked out by this site. */
	sum: number;
	/** The source's own total. */
	total: Figure;
	/** Sum minus total; 0 when the rows add up. */
	difference: number;
	/** The figures that were added, in the order of the rows. */
	parts: Figure[];
}

/** Figures by their id, as a page holds them. */
export type Figures = Readonly<Record<string, Figure>>;

const decimals = (value: string): number => value.split('.')[1]?.length ?? 0;

/** Adds figures as exactly as they are written, without the dust of binary fractions: 2.50 + 1.62 is 4.12. */
export function addFigures(figures: readonly Pick<Figure, 'value'>[]): number {
	const scale = 10 ** Math.max(0, ...figures.map(({ value }) => decimals(value)));
	return figures.reduce((sum, { value }) => sum + Math.round(Number(value) * scale), 0) / scale;
}

const figureOf = (cell: Cell | undefined, figures: Figures): Figure | undefined =>
	typeof cell === 'object' ? figures[cell.figure] : undefined;

/**
 * The figures of a column, or `undefined` where a cell is a text or the units differ: such a column has no sum.
 * An empty cell is a row about which the source says nothing; it is left out, never counted as 0.
 */
function figuresOfColumn(table: Table, column: number, figures: Figures): Figure[] | undefined {
	const cells = table.rows.map(({ cells }) => cells[column]).filter((cell) => cell !== '');
	const found = cells.flatMap((cell) => figureOf(cell, figures) ?? []);
	const alike = found.every(({ unit }) => unit === found[0]?.unit);
	return found.length > 0 && found.length === cells.length && alike ? found : undefined;
}

/** For every column of figures that has a total in the source: what its rows add up to. */
export function columnSums(table: Table, figures: Figures): ColumnSum[] {
	return (table.total?.cells ?? []).flatMap((cell, column) => {
		const total = figureOf(cell, figures);
		const parts = figuresOfColumn(table, column, figures);
		if (!total || !parts || parts[0]!.unit !== total.unit) return [];
		const sum = addFigures(parts);
		return {
			column,
			head: table.columns[column + 1] ?? '',
			unit: total.unit,
			sum,
			total,
			difference: addFigures([{ value: String(sum) }, { value: String(-Number(total.value)) }]),
			parts
		};
	});
}
