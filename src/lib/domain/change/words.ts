import type { Unit } from '../../schema/indicator.ts';
import type { ObservationStatus } from '../../schema/observation.ts';
import type { TidyRow } from '../../schema/tidy.ts';
import { missingSigns } from '../format.ts';
import { statusNames } from '../method.ts';
import { toMissing } from '../missing.ts';

/** What is known of the indicators and areas that a change is about. */
export interface Names {
	unitOf: (indicator: string) => Unit | undefined;
	/** Title of an indicator, and name of an area; `undefined` where it has none. */
	indicator: (id: string) => string | undefined;
	area: (code: string) => string | undefined;
}

/** A status in one or a few words: `voorlopig`, `verborgen`. */
export function statusWord(status: ObservationStatus): string {
	const missing = toMissing(status);
	if (missing) return missingSigns[missing].meaning.split(':')[0]!;
	return statusNames[status as keyof typeof statusNames].label;
}

export const indicatorWord = (id: string, names: Names): string => names.indicator(id) ?? id;

/** An area by its name, and always by its code too: names are not unique. */
export function areaWord(code: string, names: Names): string {
	const name = names.area(code);
	return name === undefined ? code : `${name} (${code})`;
}

/** A group as words: `herkomst=europa-zonder-nederland` is `herkomst: europa zonder nederland`, and a taakveld keeps its code. */
const groupWord = (breakdown: string): string =>
	breakdown
		.split(';')
		.map((part) => part.replace('=', ': ').replaceAll('-', part.startsWith('taakveld=') ? '.' : ' '))
		.join('; ');

/** An indicator with its group between brackets, so that many of them in a row can be read apart. */
export const seriesWord = (
	{ indicator, breakdown }: Pick<TidyRow, 'indicator' | 'breakdown'>,
	names: Names
): string =>
	`${indicatorWord(indicator, names)}${breakdown === 'totaal' ? '' : ` (${groupWord(breakdown)})`}`;

/** One figure: `Eenzaamheid (65+), Naaldwijk (WK178301), 2024`. */
export const figureWord = (row: TidyRow, names: Names): string =>
	`${seriesWord(row, names)}, ${areaWord(row.area, names)}, ${row.period}`;
