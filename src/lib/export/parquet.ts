import { ByteWriter, parquetWrite } from 'hyparquet-writer';
import type { Cell, Column, ColumnKind, Result } from '../domain/result.ts';
import { dayNumber } from './day.ts';
import { plain } from './plain.ts';
import type { Provenance } from './provenance.ts';

type SchemaElement = NonNullable<Parameters<typeof parquetWrite>[0]['schema']>[number];

/**
 * How a column is stored. Whether numbers are whole is up to their type in the engine, not to the cells, so that a question
 * gives one type for any area.
 */
type StoredKind = ColumnKind | 'int' | 'long';

const stored: Record<StoredKind, Omit<SchemaElement, 'name'>> = {
	text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
	number: { type: 'DOUBLE' },
	int: { type: 'INT32' },
	long: { type: 'INT64' },
	boolean: { type: 'BOOLEAN' },
	day: { type: 'INT32', converted_type: 'DATE' }
};

const fits: Record<StoredKind, (cell: NonNullable<Cell>) => boolean> = {
	text: (cell) => typeof cell === 'string',
	number: (cell) => typeof cell === 'number',
	int: (cell) => typeof cell === 'number' && (cell | 0) === cell,
	long: (cell) => typeof cell === 'number' && Number.isSafeInteger(cell),
	boolean: (cell) => typeof cell === 'boolean',
	day: (cell) => typeof cell === 'string' && dayNumber(cell) !== undefined
};

/** The kind that a column is stored as: text where a cell is not what the column says it is. */
function storedKind({ kind, bits }: Column, cells: readonly Cell[]): StoredKind {
	const kinds: StoredKind[] = [
		...(kind === 'number' && bits ? ([bits === 32 ? 'int' : 'long'] as const) : []),
		kind
	];
	return kinds.find((each) => cells.every((cell) => cell === null || fits[each](cell))) ?? 'text';
}

function storedCell(cell: Cell, kind: StoredKind): Cell | bigint {
	if (cell === null) return null;
	if (kind === 'day') return dayNumber(String(cell))!;
	if (kind === 'long') return BigInt(Number(cell));
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
