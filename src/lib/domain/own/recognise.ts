import { capital } from '../format.ts';
import type { Cell } from '../result.ts';
import { decimalsOf, isAmbiguous, isMissingSign, splitUnit, toNumber, type Unit } from './numbers.ts';
import { isYearName, type GivenCell, type OwnKind } from './table.ts';

/** A column as it was recognised; see `OwnColumn`. */
export interface Recognised {
	kind: Exclude<OwnKind, 'area'>;
	cells: Cell[];
	note: string;
	/** What of it is told in sight. */
	remark?: string;
	/** The sign for decimals, where the column itself shows which it is, and whether it leaves that open. */
	decimal?: '.' | ',' | 'open';
}

const year = /^((?:19|20)\d\d)(?:JJ00)?$/;
const yes = /^(ja|waar|true)$/i;
const no = /^(nee|onwaar|false)$/i;

const textOf = (cell: GivenCell): string => String(cell).trim();

/** A day as `2024-12-31`, from that or from 31-12-2024; nothing where there is no such day. */
function toDay(text: string): string | undefined {
	const [, date = '', month = '', own = ''] = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text) ?? [];
	const iso = own === '' ? text : `${own}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
	if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return undefined;
	const time = Date.parse(`${iso}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso) ? iso : undefined;
}

/** Reads each filled cell, or gives nothing where one of them does not fit. */
function readAll(cells: readonly GivenCell[], read: (text: string) => Cell | undefined): Cell[] | undefined {
	const found: Cell[] = [];
	for (const cell of cells) {
		const text = textOf(cell);
		const value = text === '' ? null : read(text);
		if (value === undefined) return undefined;
		found.push(value);
	}
	return found;
}

const signNames = { '.': 'een punt', ',': 'een komma' };

/** What is said of a column that does not show which sign is for decimals, such as one with only 1.234. */
function tellOpen(example: string, decimal: '.' | ','): string {
	const isDecimal = example.includes(decimal);
	const sign = signNames[example.includes('.') ? '.' : ','];
	return `Let op: ${example} kan twee dingen zijn. Hier staat ${sign} voor ${isDecimal ? 'decimalen' : 'duizendtallen'}.`;
}

function asNumbers(
	cells: readonly GivenCell[],
	head: string,
	fallback: '.' | ',',
	isTyped: boolean
): Recognised | undefined {
	const texts = cells.map(textOf);
	const signs = new Map<string, number>();
	const written: string[] = [];
	const bare: string[] = [];
	const units = new Set<Unit>();
	let numbers = 0;
	for (const [i, cell] of cells.entries()) {
		bare[i] = texts[i]!;
		if (typeof cell === 'number') {
			numbers++;
			units.add('');
		} else if (isMissingSign(texts[i]!)) signs.set(texts[i]!, (signs.get(texts[i]!) ?? 0) + 1);
		else if (texts[i] !== '') {
			const { unit, number } = splitUnit(texts[i]!);
			units.add(unit);
			bare[i] = number;
			written.push(number);
		}
	}
	if (numbers + written.length === 0 || units.size !== 1) return undefined;
	const [unit] = units;
	const fitting = decimalsOf(written);
	const decimal = fitting.length === 2 ? fallback : fitting[0];
	if (decimal === undefined) return undefined;
	const found = cells.map((cell, i) =>
		texts[i] === '' || (typeof cell === 'string' && signs.has(texts[i]!))
			? null
			: toNumber(typeof cell === 'number' ? cell : bare[i]!, decimal)
	);
	const isWhole = (value: number | null): boolean => value === null || Number.isInteger(value);
	const whole = found.every(isWhole);
	if (
		!found.every(
			(value) =>
				value === null ||
				(Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)))
		)
	)
		return undefined;
	const years =
		whole &&
		unit === '' &&
		isYearName.test(head) &&
		found.every((each) => each === null || (each >= 1900 && each <= 2100));
	// A percentage of a workbook is a number there, and stands here as it is shown.
	const isShown = isTyped && unit === '%' && fitting.includes(',');
	const example = isShown ? undefined : written.find(isAmbiguous);
	const open = fitting.length === 2;
	const remark =
		unit === '' ? undefined : `Van de getallen in de kolom “${head}” is de eenheid (${unit}) afgehaald.`;
	const notes = [
		...(remark === undefined ? [] : [remark]),
		...(example === undefined || (isTyped && !open)
			? []
			: [open ? tellOpen(example, decimal) : `${capital(signNames[decimal])} staat voor decimalen.`]),
		...(signs.size > 0
			? [
					`Gelezen als ontbrekend: ${[...signs].map(([sign, times]) => `${sign} (${times} keer)`).join(', ')}.`
				]
			: [])
	];
	return {
		kind: years ? 'year' : whole ? 'whole' : 'number',
		cells: found,
		note: notes.join(' '),
		...(remark !== undefined && { remark }),
		...(example !== undefined && { decimal: open ? 'open' : decimal })
	};
}

function asYears(cells: readonly GivenCell[]): Recognised | undefined {
	const found = readAll(cells, (text) => {
		const [, digits] = /JJ00$/.test(text) ? (year.exec(text) ?? []) : [];
		return digits === undefined ? undefined : Number(digits);
	});
	return found && { kind: 'year', cells: found, note: 'Gelezen als jaar: 2020JJ00 is 2020.' };
}

function asDays(cells: readonly GivenCell[]): Recognised | undefined {
	const found = readAll(cells, toDay);
	if (!found) return undefined;
	const dutch = cells.some((cell) => textOf(cell) !== '' && !/^\d{4}/.test(textOf(cell)));
	return { kind: 'day', cells: found, note: dutch ? 'Gelezen als dag, maand, jaar.' : '' };
}

function asBooleans(cells: readonly GivenCell[]): Recognised | undefined {
	const found = readAll(cells, (text) => (yes.test(text) ? true : no.test(text) ? false : undefined));
	return found && { kind: 'boolean', cells: found, note: '' };
}

const isNumber = (text: string): boolean => decimalsOf([text]).length > 0;

/** Why a column with mostly numbers is one of texts, in Dutch; nothing where it has codes, or no numbers. */
function whyText(cells: readonly GivenCell[], head: string): string | undefined {
	const texts = cells.map(textOf).filter((text) => text !== '' && !isMissingSign(text));
	const split = texts.map(splitUnit);
	const odd = split.flatMap(({ number }, i) => (isNumber(number) ? [] : [texts[i]!]));
	if (odd.length * 2 >= texts.length || odd.some((text) => /^[+-]?0\d/.test(text))) return undefined;
	if (odd.length > 0)
		return `De kolom “${head}” blijft tekst, want niet elke cel is een getal: “${odd[0]!.slice(0, 40)}” niet.`;
	const other = split.findIndex(({ unit }) => unit !== split[0]!.unit);
	if (other > 0)
		return `De kolom “${head}” blijft tekst, want de getallen hebben niet allemaal dezelfde eenheid: “${texts[0]!}” en “${texts[other]!}”.`;
	return decimalsOf(split.map(({ number }) => number)).length === 0
		? `De kolom “${head}” blijft tekst, want een komma of punt betekent er niet overal hetzelfde.`
		: `De kolom “${head}” blijft tekst, want er staan getallen in die te lang zijn om precies te lezen.`;
}

/**
 * Finds out what the cells of a column are. All filled cells must fit; else it is a column of texts, as they are.
 * @param decimal how a number is read that can be read in two ways; the note then says so
 * @param isTyped whether the file itself says which cells are numbers, as a workbook does
 */
export function recognise(
	cells: readonly GivenCell[],
	head: string,
	decimal: '.' | ',',
	isTyped = false
): Recognised {
	const asText = (): Recognised => {
		const remark = whyText(cells, head);
		return {
			kind: 'text',
			cells: cells.map((cell) => (textOf(cell) === '' ? null : String(cell))),
			note: remark ?? '',
			...(remark !== undefined && { remark })
		};
	};
	if (cells.every((cell) => textOf(cell) === '')) return { ...asText(), note: 'Deze kolom is leeg.' };
	return (
		asNumbers(cells, head, decimal, isTyped) ??
		asYears(cells) ??
		asDays(cells) ??
		asBooleans(cells) ??
		asText()
	);
}
