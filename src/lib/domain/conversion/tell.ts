import { count } from '../format.ts';
import type { Reading } from '../series.ts';
import { basisTexts } from './basis.ts';

/**
 * What the reader of a chart on the boundaries of one year must know: what the figures rest on that were converted, and
 * of how many areas there is nothing to convert with.
 * @param names what the parts are called
 */
export function tellConversion(
	readings: readonly Pick<Reading, 'area' | 'period' | 'basis'>[],
	boundaries: number,
	parts: readonly { code: string }[],
	names: { one: string; more: string }
): string[] {
	const converted = readings.flatMap(({ area, period, basis }) => (basis ? [{ area, period, basis }] : []));
	const years = new Set(converted.map(({ period }) => period));
	const without = parts.filter(({ code }) => !converted.some(({ area }) => area === code)).length;
	return [
		`Alle cijfers gaan over de gebieden op de grenzen van ${boundaries}.`,
		...[...new Set(converted.map(({ basis }) => basis))].map(
			(basis) => `Met ° is omgerekend door deze site. Waarop dat rust: ${basisTexts[basis]}.`
		),
		...(without > 0
			? [
					`Van ${count(without, names.one, names.more)} is niet bekend welk deel bij welk gebied van nu hoort. Daar ontbreekt ${[...years].join(' en ')}.`
				]
			: [])
	];
}
