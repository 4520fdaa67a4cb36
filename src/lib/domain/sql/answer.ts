import { count } from '../format.ts';
import type { Cell, Column, ColumnKind, Result } from '../result.ts';

const kindOf = (type: string): ColumnKind => {
	if (/^(U?[Ii]nt\d|Float|Decimal)/.test(type)) return 'number';
	if (type === 'Bool') return 'boolean';
	if (type.startsWith('Date')) return 'day';
	return 'text';
};

/** In how many bits a type of whole numbers fits. */
function bitsOf(type: string): 32 | 64 | undefined {
	const [, unsigned, size] = /^(U?)Int(\d+)$/i.exec(type) ?? [];
	if (size === undefined) return undefined;
	return Number(size) + (unsigned ? 1 : 0) <= 32 ? 32 : 64;
}

/** The last day that a computer knows, in milliseconds; beyond it is only a day without end. */
const lastDay = 8.64e15;

/** Whether a number of the engine would be rounded; a decimal one that would is a text already. */
const isUnsafe = (value: unknown): boolean =>
	typeof value === 'string' || (typeof value === 'bigint' && !Number.isSafeInteger(Number(value)));

const plain = (_: string, value: unknown): unknown => {
	if (typeof value === 'bigint') return isUnsafe(value) ? String(value) : Number(value);
	return value instanceof Uint8Array ? [...value] : value;
};

const day = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);

const two = (number: bigint): string => String(number).padStart(2, '0');

/** A time of day or a length of time, as `10:00:00` or `36:00:00.5`. */
function clock(micros: bigint): string {
	const size = micros < 0n ? -micros : micros;
	const seconds = size / 1_000_000n;
	const part = String(size % 1_000_000n)
		.padStart(6, '0')
		.replace(/0+$/, '');
	const text = `${two(seconds / 3600n)}:${two((seconds / 60n) % 60n)}:${two(seconds % 60n)}`;
	return `${micros < 0n ? '-' : ''}${text}${part && `.${part}`}`;
}

/** A length of time as the engine keeps it. */
interface Interval {
	months: number;
	days: number;
	micros: bigint;
}

function lengthOf({ months, days, micros }: Interval): string {
	const years = Math.trunc(months / 12);
	const parts = [
		years !== 0 && `${years} jaar`,
		months % 12 !== 0 && count(months % 12, 'maand', 'maanden'),
		days !== 0 && count(days, 'dag', 'dagen'),
		micros !== 0n && clock(micros)
	].filter(Boolean);
	return parts.length > 0 ? parts.join(' ') : '0 dagen';
}

function toText(value: unknown, type: string): string {
	if (typeof value === 'string') return value;
	if (value instanceof Date) return toText(value.getTime(), type);
	if (typeof value === 'number' && type.startsWith('Timestamp'))
		return new Date(value)
			.toISOString()
			.replace('T', ' ')
			.replace(/(\.000)?Z$/, '');
	if (typeof value === 'number' && type.startsWith('Date'))
		return Math.abs(value) > lastDay ? (value < 0 ? '-oneindig' : 'oneindig') : day(value);
	if (typeof value === 'bigint' && type.startsWith('Time')) return clock(value);
	if (type.startsWith('Interval')) return lengthOf(value as Interval);
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
 * more than 15 digits) and days without end make their column one of texts; times, lists and the like become text too.
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
		const endless = kind === 'day' && raw.rows.some((row) => Math.abs(Number(row[i])) > lastDay);
		const bits = exact ? undefined : bitsOf(type);
		return { name, kind: exact || endless ? 'text' : kind, ...(bits && { bits }) };
	});
	return {
		columns,
		rows: raw.rows.map((row) => columns.map(({ kind }, i) => toCell(row[i], kind, raw.columns[i]!.type))),
		cut: raw.cut
	};
}
