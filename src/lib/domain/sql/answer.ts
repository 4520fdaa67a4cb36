import { endless } from '../cell.ts';
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

const isInterval = (value: object): value is Interval =>
	Object.keys(value).join(' ') === 'months days micros' && typeof (value as Interval).micros === 'bigint';

/** What is within a list or the like, as JSON can hold it. */
const plain = (_: string, value: unknown): unknown => {
	if (typeof value === 'number' && !Number.isFinite(value)) return endless(value);
	if (value && typeof value === 'object' && isInterval(value)) return lengthOf(value);
	if (typeof value === 'bigint') return isUnsafe(value) ? String(value) : Number(value);
	return value instanceof Uint8Array ? [...value] : value;
};

/** A day, or a moment, as `2026-11-23 10:11:12`; a year before the era is none that ISO 8601 counts as people do. */
function dated(milliseconds: number, withTime: boolean): string {
	const date = new Date(milliseconds);
	const [text, time] = date.toISOString().split('T') as [string, string];
	const year = date.getUTCFullYear();
	const isBefore = year <= 0;
	return [
		`${String(isBefore ? 1 - year : year).padStart(4, '0')}${text.slice(-6)}`,
		...(withTime ? [time.replace(/(\.000)?Z$/, '')] : []),
		...(isBefore ? ['v.Chr.'] : [])
	].join(' ');
}

const day = (milliseconds: number): string => dated(milliseconds, false);

const isPlainDay = (milliseconds: number): boolean => /^\d{4}-\d{2}-\d{2}$/.test(day(milliseconds));

/** Whether a day has to be told as a text: it has no end, or its year no four digits of the era. */
const isOddDay = (value: unknown): boolean =>
	value !== null && value !== undefined && (Math.abs(Number(value)) > lastDay || !isPlainDay(Number(value)));

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
	if (typeof value === 'number' && /^(Date|Timestamp)/.test(type)) {
		if (Math.abs(value) > lastDay) return endless(value);
		return dated(value, type.startsWith('Timestamp'));
	}
	if (typeof value === 'number' && !Number.isFinite(value)) return endless(value);
	if (typeof value === 'bigint' && type.startsWith('Time')) return clock(value);
	if (type.startsWith('Interval')) return lengthOf(value as Interval);
	if (typeof value === 'bigint' || typeof value === 'number') return String(value);
	return JSON.stringify(value, plain);
}

function toCell(value: unknown, kind: ColumnKind, type: string): Cell {
	if (value === null || value === undefined) return null;
	if (kind === 'number') return Number(value);
	if (kind === 'boolean') return Boolean(value);
	if (kind === 'day') return day(Number(value));
	return toText(value, type);
}

/**
 * Rows of the engine as an answer. Numbers that a computer rounds (whole ones beyond 2 to the power 53, decimal ones of
 * more than 15 digits), and days without end or before the era make their column one of texts; times, lists and the
 * like become text too. NaN and infinity stay among the numbers of their column.
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
		const odd = kind === 'day' && raw.rows.some((row) => isOddDay(row[i]));
		const bits = exact ? undefined : bitsOf(type);
		return { name, kind: exact || odd ? 'text' : kind, ...(bits && { bits }) };
	});
	return {
		columns,
		rows: raw.rows.map((row) => columns.map(({ kind }, i) => toCell(row[i], kind, raw.columns[i]!.type))),
		cut: raw.cut
	};
}
