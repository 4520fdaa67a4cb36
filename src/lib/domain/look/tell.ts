import { extent } from 'd3';
import { enumerateFew } from '../enumerate-few.ts';
import { count, enumerate, formatExact } from '../format.ts';
import { latest, otherYear, type Mark, type Pair } from './marks.ts';
import { areaCode } from './roles.ts';

/**
 * What the marks are, for one and for more, and how many: series where there are years to follow, else areas, which are
 * there without a value too, or just values.
 */
function thingsIn(
	marks: readonly Mark[],
	years: number
): { number: number; words: [one: string, more: string] } {
	const keys = new Set(marks.map(({ key }) => key));
	if (years > 1) return { number: keys.size, words: ['reeks', 'reeksen'] };
	const areas = new Set(marks.map(({ area }) => area));
	return areas.size === keys.size && [...areas].every((area) => areaCode.test(area))
		? { number: keys.size, words: ['gebied', 'gebieden'] }
		: { number: marks.filter(({ value }) => value !== null).length, words: ['waarde', 'waarden'] };
}

/** What a picture shows, in one or two sentences: how much, over which years, and what is highest and lowest. */
export function tellMarks(marks: readonly Mark[], measure: string): string {
	const values = latest(marks).filter(({ value }) => value !== null) as (Mark & { value: number })[];
	const [first] = values;
	if (!first) return 'Er zijn geen waarden om te tekenen.';
	const years = [...new Set(marks.flatMap(({ period }) => period ?? []))].toSorted((a, b) => a - b);
	const { number, words } = thingsIn(marks, years.length);
	const span =
		years.length === 0
			? ''
			: years.length === 1
				? ` in ${years[0]}`
				: ` van ${years[0]} tot en met ${years.at(-1)}`;
	const when = first.period === undefined ? '' : ` in ${first.period}`;
	const lacking = marks.filter(({ value }) => value === null).length;
	const gaps = lacking === 0 ? '' : ` Van ${count(lacking, 'regel', 'regels')} is er geen waarde.`;
	const [lowest = first.value, highest = first.value] = extent(values, ({ value }) => value);
	/** All that have a value: none of them is the highest alone. */
	function having(value: number): { verb: string; names: string } {
		const labels = values.filter((each) => each.value === value).map(({ label }) => label);
		return {
			verb: labels.length === 1 ? 'is' : 'zijn',
			names: `${enumerateFew(labels, ...words)} (${formatExact(value)})`
		};
	}
	const top = having(highest);
	const extremes =
		values.length < 2
			? number > 1
				? ` De enige waarde${when} is die van ${first.label}: ${formatExact(first.value)}.`
				: ` De waarde is ${formatExact(first.value)}${when}.`
			: lowest === highest
				? ` Alle waarden${when} zijn ${formatExact(first.value)}.`
				: ` Het hoogst${when} ${top.verb} ${top.names}, het laagst ${having(lowest).names}.`;
	return `${measure}: ${count(number, ...words)}${span}.${extremes}${gaps}`;
}

/** The years of marks that are not in a picture of one year; nothing where there are none. */
function tellOtherYears(marks: readonly Mark[], year: number | undefined): string {
	const others = [...new Set(marks.flatMap(({ period }) => period ?? []))]
		.filter((period) => period !== year)
		.toSorted((a, b) => a - b);
	return others.length > 0 ? `Andere jaren staan er niet in: ${enumerate(others.map(String))}.` : '';
}

/**
 * What a picture of one year shows, and of which years nothing is in it.
 * @param drawn the marks in it
 * @param marks all that could be in it, of all years in sight
 */
export const tellLatest = (drawn: readonly Mark[], marks: readonly Mark[], measure: string): string =>
	[tellMarks(drawn, measure), tellOtherYears(marks, drawn[0]?.period)].filter(Boolean).join(' ');

/** More names than this that have no place are only counted. */
const mostNameless = 12;

/** The names of a scatter for which there was no place; nothing where there are none. */
export function tellNameless(names: readonly string[]): string {
	if (names.length === 0) return '';
	const sum = count(names.length, 'naam', 'namen');
	return names.length > mostNameless
		? `Voor ${sum} was in het beeld geen plaats.`
		: `Voor ${sum} was in het beeld geen plaats: ${enumerate(names)}.`;
}

/** What runs to the right, with its year: that of the other figure, or its own. */
function tellOther(pairs: readonly Pair[], other: string): string {
	const year = otherYear(pairs);
	if (year !== undefined && year === pairs[0]?.period) return `Naar rechts staat ${other}, ook van ${year}.`;
	if (year !== undefined) return `Naar rechts staat ${other}, van ${year}.`;
	return pairs.some(({ otherPeriod }) => typeof otherPeriod === 'number')
		? `Naar rechts staat ${other}, van verschillende jaren.`
		: `Naar rechts staat ${other}.`;
}

/**
 * What a scatter shows: the pairs of one year, what runs to the right, and what of the marks is not in it.
 * @param marks all that could be in it, of all years in sight
 */
export function tellPairs(
	pairs: readonly Pair[],
	marks: readonly Mark[],
	measure: string,
	other: string
): string {
	const year = pairs[0]?.period;
	const lacking = marks.filter(({ period }) => period === year).length - pairs.length;
	return [
		tellMarks(pairs, measure),
		tellOther(pairs, other),
		lacking > 0 &&
			`Van ${count(lacking, 'regel', 'regels')} ontbreekt een van de twee cijfers; die ${lacking === 1 ? 'staat' : 'staan'} er niet in.`,
		tellOtherYears(marks, year)
	]
		.filter(Boolean)
		.join(' ');
}
