import { ascending } from 'd3';
import type { Indicator } from '../schema/indicator.ts';
import { count, formatValue } from './format.ts';
import { latestPeriod, valueAt, type Series } from './series.ts';

/** A figure in a sentence: where it comes from travels with it. */
export interface FigurePart {
	text: string;
	value: number;
	area: string;
	period: number;
}

/** A sentence as words and figures. */
export type Sentence = (string | FigurePart)[];

interface Place {
	code: string;
	label: string;
}

interface TrendStory {
	indicator: Pick<Indicator, 'unit' | 'phrase'>;
	/** The whole that the areas are parts of. */
	whole: Place;
	/** The parts that are compared, with their name in singular and plural. */
	parts: readonly Place[];
	names: { one: string; more: string };
	series: readonly Series[];
}

/**
 * What the chart shows, in words: the latest figure of the whole, in how many parts it went up and down since the
 * measurement before, and where it is highest and lowest. Made from the same rows as the chart.
 */
export function tellTrend({ indicator, whole, parts, names, series }: TrendStory): Sentence {
	const { unit, phrase } = indicator;
	const of = new Map(series.map((each) => [each.area, each]));
	const figure = ({ code }: Place, period: number, value: number): FigurePart => ({
		text: formatValue(value, unit),
		value,
		area: code,
		period
	});
	const sentence: Sentence = [];
	const wholePeriod = latestPeriod(of.has(whole.code) ? [of.get(whole.code)!] : []);
	const wholeValue = valueAt(of.get(whole.code), wholePeriod);
	if (wholePeriod !== undefined && wholeValue !== undefined)
		sentence.push(`${whole.label}, ${wholePeriod}: `, figure(whole, wholePeriod, wholeValue), ` ${phrase}. `);
	const own = parts.flatMap(({ code }) => of.get(code) ?? []);
	const last = latestPeriod(own);
	if (last === undefined) return [...sentence, `Per ${names.one} zijn er geen cijfers.`];
	const now = parts.flatMap((place) => {
		const value = valueAt(of.get(place.code), last);
		return value === undefined ? [] : [{ place, value }];
	});
	const before = latestPeriod(
		own.map((each) => ({ ...each, points: each.points.filter(({ period }) => period < last) }))
	);
	const pairs = now.flatMap(({ place, value }) => {
		const earlier = before === undefined ? undefined : valueAt(of.get(place.code), before);
		return earlier === undefined ? [] : [value - earlier];
	});
	if (before !== undefined && pairs.length > 0) {
		const [up, down] = [pairs.filter((step) => step > 0).length, pairs.filter((step) => step < 0).length];
		sentence.push(tellSteps(pairs.length, up, down, names, last, before));
	}
	if (now.length > 1) {
		const ranked = now.toSorted((a, b) => ascending(a.value, b.value));
		const [lowest, highest] = [ranked[0]!, ranked.at(-1)!];
		sentence.push(
			`In ${last} was het het hoogst in ${highest.place.label} (`,
			figure(highest.place, last, highest.value),
			`) en het laagst in ${lowest.place.label} (`,
			figure(lowest.place, last, lowest.value),
			').'
		);
	}
	return sentence;
}

function tellSteps(
	all: number,
	up: number,
	down: number,
	names: TrendStory['names'],
	last: number,
	before: number
): string {
	const [most, direction, other, opposite] =
		up >= down ? [up, 'hoger', down, 'lager'] : [down, 'lager', up, 'hoger'];
	const areas =
		most === all && all > 1
			? `In alle ${all} ${names.more}`
			: `In ${most} van de ${count(all, names.one, names.more)}`;
	const rest = other > 0 ? `, in ${other} ${opposite}` : '';
	return `${areas} was het cijfer in ${last} ${direction} dan in ${before}${rest}. `;
}
