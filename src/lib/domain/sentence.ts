import { ascending } from 'd3';
import type { Indicator, Unit } from '../schema/indicator.ts';
import { capital, count, formatNumber, formatValue } from './format.ts';
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
	/** The whole that the areas are parts of, if it has figures. */
	whole: Place | undefined;
	/** Other wholes that a reader compares with, beyond the country. */
	compared?: readonly Place[];
	/** The parts that are compared, with their name in singular and plural. */
	parts: readonly Place[];
	names: { one: string; more: string };
	series: readonly Series[];
}

/**
 * What the chart shows, in words: the latest figure of the whole, in how many parts it went up and down since the
 * measurement before, and where it is highest and lowest. Made from the same rows as the chart.
 */
export function tellTrend(story: TrendStory): Sentence {
	return [...tellOwn(story), ...tellCompared(story)];
}

const figureOf =
	(unit: Unit) =>
	({ code }: Place, period: number, value: number): FigurePart => ({
		// The phrase of a rate says itself of how many.
		text: unit === 'per-1000' ? formatNumber(value, unit) : formatValue(value, unit),
		value,
		area: code,
		period
	});

function tellCompared({ indicator, compared = [], series }: TrendStory): Sentence {
	const figure = figureOf(indicator.unit);
	const known = compared.flatMap((place) => {
		const own = series.filter(({ area }) => area === place.code);
		const period = latestPeriod(own);
		const value = valueAt(own[0], period);
		return period === undefined || value === undefined ? [] : [{ place, period, value }];
	});
	const told = known.flatMap(({ place, period, value }, i) => [
		`${i === 0 ? ' Ter vergelijking: ' : i === known.length - 1 ? ' en ' : ', '}${place.label} `,
		figure(place, period, value),
		` (${period})`
	]);
	const without = compared.filter((place) => !known.some((each) => each.place === place));
	return [
		...(told.length > 0 ? [...told, '.'] : []),
		...without.map(({ label }) => ` Van de gemeente ${label} is er geen cijfer.`)
	];
}

function tellOwn({ indicator, whole, parts, names, series }: TrendStory): Sentence {
	const { unit, phrase } = indicator;
	const of = new Map(series.map((each) => [each.area, each]));
	const figure = figureOf(unit);
	const sentence: Sentence = [];
	const wholeSeries = whole && of.get(whole.code);
	const wholePeriod = wholeSeries && latestPeriod([wholeSeries]);
	const wholeValue = valueAt(wholeSeries, wholePeriod);
	if (whole && wholePeriod !== undefined && wholeValue !== undefined) {
		const points = wholeSeries?.points ?? [];
		const table = points.find(({ period }) => period === wholePeriod)?.table;
		const earlier = points.findLast(
			(point) => point.period < wholePeriod && point.value !== null && point.table === table
		);
		sentence.push(`${whole.label}, ${wholePeriod}: `, figure(whole, wholePeriod, wholeValue), ` ${phrase}`);
		if (typeof earlier?.value === 'number')
			sentence.push(`; in ${earlier.period} was dat `, figure(whole, earlier.period, earlier.value));
		sentence.push('. ');
	}
	const own = parts.flatMap(({ code }) => of.get(code) ?? []);
	const last = latestPeriod(own);
	if (last === undefined) return [...sentence, `Per ${names.one} zijn er geen cijfers.`];
	if (wholePeriod !== undefined && last < wholePeriod)
		sentence.push(`Per ${names.one} zijn de nieuwste cijfers hier van ${last}. `);
	const now = parts.flatMap((place) => {
		const value = valueAt(of.get(place.code), last);
		return value === undefined ? [] : [{ place, value }];
	});
	const before = latestPeriod(
		own.map((each) => ({ ...each, points: each.points.filter(({ period }) => period < last) }))
	);
	const pointAt = (code: string, period: number | undefined) =>
		of.get(code)?.points.find((point) => point.period === period);
	// Figures of two tables stand on other boundaries or methods: no step is told between them.
	const pairs = now.flatMap(({ place, value }) => {
		const earlier = pointAt(place.code, before);
		const comparable = earlier?.table === pointAt(place.code, last)?.table;
		return comparable && typeof earlier?.value === 'number' ? [value - earlier.value] : [];
	});
	if (before !== undefined && pairs.length > 1) {
		const [up, down] = [pairs.filter((step) => step > 0).length, pairs.filter((step) => step < 0).length];
		sentence.push(tellSteps(pairs.length, up, down, names, last, before));
	}
	const ranked = now.toSorted((a, b) => ascending(a.value, b.value));
	const [lowest, highest] = [ranked[0], ranked.at(-1)];
	if (!lowest || !highest || lowest === highest) return sentence;
	const [high, low] = [figure(highest.place, last, highest.value), figure(lowest.place, last, lowest.value)];
	const at = { high: highest.place.label, low: lowest.place.label };
	if (unit === 'aantal')
		return [
			...sentence,
			`Het grootste aantal was er in ${last} in ${at.high} (`,
			high,
			`), het kleinste in ${at.low} (`,
			low,
			`). ${capital(names.more)} verschillen in grootte: vergelijk aantallen met zorg.`
		];
	return wholeValue === undefined
		? [
				...sentence,
				`In ${last} was het cijfer het hoogst in ${at.high}: `,
				high,
				` ${phrase}. Het laagst was het in ${at.low}: `,
				low,
				'.'
			]
		: [
				...sentence,
				`Het hoogst was het in ${last} in ${at.high} (`,
				high,
				`), het laagst in ${at.low} (`,
				low,
				').'
			];
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
	const same = all - up - down;
	const areas =
		most === all ? `In alle ${all} ${names.more}` : `In ${most} van de ${count(all, names.one, names.more)}`;
	const rest = [other > 0 ? `in ${other} ${opposite}` : '', same > 0 ? `in ${same} gelijk` : ''].filter(
		Boolean
	);
	return `${[`${areas} was het cijfer in ${last} ${direction} dan in ${before}`, ...rest].join(', ')}. `;
}
