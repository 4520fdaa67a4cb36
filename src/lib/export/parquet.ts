import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import type { Cell, Column, ColumnKind, Result } from '../domain/result.ts';
import { dayNumber } from './day.ts';
import { plain } from './plain.ts';
import type { Provenance } from './provenance.ts';

type SchemaElement = NonNullable<Parameters<typeof parquetWrite>[0]['schema']>[number];

/** How each kind of column is stored. A number is always a double, so that a question gives one type for any area. */
const stored: Record<ColumnKind, Omit<SchemaElement, 'name'>> = {
	text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	number: { type: 'DOUBLE' },
	boolean: { type: 'BOOLEAN' },
	day: { type: 'INT32', converted_type: 'DATE' }
};

const fits: Record<ColumnKind, (cell: NonNullable<Cell>) => boolean> = {
	text: (cell) => typeof cell === 'string',
	number: (cell) => typeof cell === 'number',
	boolean: (cell) => typeof cell === 'boolean',
	day: (cell) => typeof cell === 'string' && dayNumber(cell) !== undefined
};

/** The kind that a column is stored as: text where a cell is not what the column says it is. */
const storedKind = ({ kind }: Column, cells: readonly Cell[]): ColumnKind =>
	cells.every((cell) => cell === null || fits[kind](cell)) ? kind : 'text';

function storedCell(cell: Cell, kind: ColumnKind): Cell {
	if (cell === null) return null;
	if (kind === 'day') return dayNumber(String(cell))!;
	return kind === 'text' ? String(cell) : cell;
}

/**
 * An answer as a Parquet file, compressed with Snappy, with nulls for what is missing. Its metadata hold the
 * provenance: `title`, `query`, `day` and so on, and `provenance` as JSON with all of it.
 */
export function parquet(result: Result, provenance: Provenance): ArrayBuffer {
	const { columns, rows } = plain(result);
	const placed = columns.map((column, i) => {
		const cells = rows.map((row) => row[i] ?? null);
		const kind = storedKind(column, cells);
		return { name: column.name, kind, data: cells.map((cell) => storedCell(cell, kind)) };
	});
	const { title, query, day, release } = provenance;
	const texts = {
		title,
		query,
		day,
		...(release ? { release } : {}),
		provenance: JSON.stringify(provenance)
	};
	const writer = new ByteWriter();
	void parquetWrite({
		writer,
		columnData: placed.map(({ name, data }) => ({ name, data })),
		schema: [
			{ name: 'root', num_children: placed.length },
			...placed.map(({ name, kind }): SchemaElement => ({
				name,
				repetition_type: 'OPTIONAL',
				...stored[kind]
			}))
		],
		kvMetadata: Object.entries(texts).map(([key, value]) => ({ key, value })),
		createdBy: 'doelenboom'
	});
	return writer.getBuffer();
}
