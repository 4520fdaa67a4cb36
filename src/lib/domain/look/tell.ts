import { count, formatExact } from '../format.ts';
import { latest, type Mark } from './marks.ts';
import { areaCode } from './roles.ts';

/** What the marks are: series where there are years to follow, else areas, or just values. */
function tellThings(marks: readonly Mark[], years: number): string {
	const things = new Set(marks.map(({ key }) => key)).size;
	const areas = new Set(marks.map(({ area }) => area));
	if (years > 1) return count(things, 'reeks', 'reeksen');
	return areas.size === things && [...areas].every((area) => areaCode.test(area))
		? count(things, 'gebied', 'gebieden')
		: count(things, 'waarde', 'waarden');
}

/** What a picture shows, in one or two sentences: how much, over which years, and what is highest and lowest. */
export function tellMarks(marks: readonly Mark[], measure: string): string {
	const values = latest(marks).filter(({ value }) => value !== null) as (Mark & { value: number })[];
	if (values.length === 0) return 'Er zijn geen waarden om te tekenen.';
	const years = [...new Set(marks.flatMap(({ period }) => period ?? []))].toSorted((a, b) => a - b);
	const span =
		years.length === 0
			? ''
			: years.length === 1
				? ` in ${years[0]}`
				: ` van ${years[0]} tot en met ${years.at(-1)}`;
	const sorted = values.toSorted((a, b) => b.value - a.value);
	const [top, bottom] = [sorted[0]!, sorted.at(-1)!];
	const when = top.period === undefined ? '' : ` in ${top.period}`;
	const lacking = marks.filter(({ value }) => value === null).length;
	const gaps = lacking === 0 ? '' : ` Van ${count(lacking, 'regel', 'regels')} is er geen waarde.`;
	const extremes =
		sorted.length < 2
			? ` De waarde is ${formatExact(top.value)}${when}.`
			: ` Het hoogst${when} is ${top.label} (${formatExact(top.value)}), het laagst ${bottom.label} (${formatExact(bottom.value)}).`;
	return `${measure}: ${tellThings(marks, years.length)}${span}.${extremes}${gaps}`;
}
