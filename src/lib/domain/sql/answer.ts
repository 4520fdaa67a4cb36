import type { Cell, Column, ColumnKind, Result } from '../result.ts';

const kindOf = (type: string): ColumnKind => {
	if (/^(U?Int|Float|Decimal)/.test(type)) return 'number';
	if (type === 'Bool') return 'boolean';
	if (type.startsWith('Date')) return 'day';
	return 'text';
};

/** Whether a number of the engine would be rounded; a decimal one that would is a text already. */
const isUnsafe = (value: unknown): boolean =>
	typeof value === 'string' || (typeof value === 'bigint' && !Number.isSafeInteger(Number(value)));

const plain = (_: string, value: unknown): unknown => {
	if (typeof value === 'bigint') return isUnsafe(value) ? String(value) : Number(value);
	return value instanceof Uint8Array ? [...value] : value;
};

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

function toText(value: unknown, type: string): string {
	if (typeof value === 'string') return value;
	if (typeof value === 'number' && type.startsWith('Timestamp'))
		return new Date(value).toISOString().slice(0, 19).replace('T', ' ');
	if (typeof value === 'bigint' || typeof value === 'number') return String(value);
	return JSON.stringify(value, plain);
}

function toCell(value: unknown, kind: ColumnKind, type: string): Cell {
	if (value === null || value === undefined) return null;
	if (kind === 'number') return Number.isFinite(Number(value)) ? Number(value) : null;
	if (kind === 'boolean') return Boolean(value);
	if (kind === 'day') return day(Number(value));
	return toText(value, type);
}

/**
 * Rows of the engine as an answer. Numbers that a computer rounds (whole ones beyond 2 to the power 53, decimal ones of
 * more than 15 digits) make their column one of texts; lists and the like become text too.
 * @param raw rows with the engine's own names of types, as `Int64` or `Date32<DAY>`
 */
export function toResult(raw: {
	columns: readonly { name: string; type: string }[];
	rows: readonly unknown[][];
	cut: boolean;
}): Result {
	const columns = raw.columns.map(({ name, type }, i): Column => {
		const kind = kindOf(type);
		const exact = kind === 'number' && raw.rows.some((row) => isUnsafe(row[i]));
		return { name, kind: exact ? 'text' : kind };
	});
	return {
		columns,
		rows: raw.rows.map((row) => columns.map(({ kind }, i) => toCell(row[i], kind, raw.columns[i]!.type))),
		cut: raw.cut
	};
}
