import { day } from '#lib/schema/common.ts';
import type { Cell } from './table.ts';

const years = /^((?:19|20)\d\d)(?:JJ00)?$/;

function yearOfDay(text: string): string | undefined {
	const [, date = '', month = '', year = ''] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(text) ?? [];
	const iso = date === '' ? text : `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	return day.safeParse(iso).success ? iso.slice(0, 4) : undefined;
}

function read(cell: Cell, form: 'year' | 'date'): string | undefined {
	const text = String(cell).trim();
	return form === 'date' ? yearOfDay(text) : years.exec(text)?.[1];
}

/**
 * Makes a reader of periods, which remembers what it read: few periods stand on many lines, and each is kept once.
 * A year is `2020` or `2020JJ00`, or with the form `date` that of a day (2020-12-31 or 31-12-2020).
 * @returns a function that gives `undefined` where a cell holds something else
 */
export function periodReader(): (cell: Cell, form: 'year' | 'date') => string | undefined {
	const known = new Map<Cell, string | undefined>();
	return (cell, form) => {
		if (!known.has(cell)) known.set(cell, read(cell, form));
		return known.get(cell);
	};
}

/** What a cell with a period ought to hold, in Dutch. */
export const periodExpectation = (form: 'year' | 'date'): string =>
	form === 'date' ? 'een datum als 2020-12-31 of 31-12-2020' : 'een jaar als 2020 of 2020JJ00';
