import { ascending } from 'd3';
import { said } from './content.ts';
import type { Indicator, Unit } from '../schema/indicator.ts';
import { enumerateFew } from './enumerate-few.ts';
import { capital, count, formatNumber, formatValue } from './format.ts';
import { language } from './language.ts';
import { latestPeriod, pointAt, type Measured, type Series } from './series.ts';

/** A figure in a sentence: where it comes from travels with it. */
export interface FigurePart {
	text: string;
	value: number;
	area: string;
	period: number;
	table: string;
}

/** A text of the data in a sentence that is in another language. */
export type SaidPart = Pick<FigurePart, 'text'> &
	Partial<Record<Exclude<keyof FigurePart, 'text'>, undefined>>;

/** A sentence as words, figures and what the data say. */
export type Sentence = (string | SaidPart | FigurePart)[];

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

/**
 * What a share is of, behind its figure. The data say it in Dutch: in another language it is a quotation, and a part of
 * its own.
 */
const tellPhrase = (phrase: string): Sentence =>
	language === 'nl' ? [` ${phrase}`] : [' (“', said(phrase), '”)'];

const figureOf =
	(unit: Unit) =>
	({ area, period, value, table }: Measured): FigurePart => ({
		// The phrase of a rate says itself of how many.
		text: unit === 'per-1000' ? formatNumber(value, unit) : formatValue(value, unit),
		value,
		area,
		period,
		table
	});

function tellCompared({ indicator, compared = [], series }: TrendStory): Sentence {
	const figure = figureOf(indicator.unit);
	const known = compared.flatMap((place) => {
		const own = series.filter(({ area }) => area === place.code);
		const point = pointAt(own[0], latestPeriod(own));
		return point ? [{ place, point }] : [];
	});
	const told = known.flatMap(({ place, point }, i) => [
		`${i === 0 ? ' Ter vergelijking: ' : i === known.length - 1 ? ' en ' : ', '}${place.label} `,
		figure(point),
		` (${point.period})`
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
	const now = wholeSeries && pointAt(wholeSeries, latestPeriod([wholeSeries]));
	if (whole && now) {
		const earlier = wholeSeries.points.findLast(
			(point): point is Measured =>
				point.period < now.period && point.value !== null && point.table === now.table
		);
		sentence.push(`${whole.label}, ${now.period}: `, figure(now), ...tellPhrase(phrase));
		if (earlier) sentence.push(`; in ${earlier.period} was dat `, figure(earlier));
		sentence.push('. ');
	}
	const own = parts.flatMap(({ code }) => of.get(code) ?? []);
	const last = latestPeriod(own);
	if (last === undefined) return [...sentence, `Per ${names.one} zijn er geen cijfers.`];
	if (now && last < now.period) sentence.push(`Per ${names.one} zijn de nieuwste cijfers hier van ${last}. `);
	const ends = parts.flatMap((place) => {
		const point = pointAt(of.get(place.code), last);
		return point ? [{ place, point }] : [];
	});
	const before = latestPeriod(
		own.map((each) => ({ ...each, points: each.points.filter(({ period }) => period < last) }))
	);
	// Figures of two tables stand on other boundaries or methods: no step is told between them.
	const pairs = ends.flatMap(({ place, point }) => {
		const earlier = pointAt(of.get(place.code), before);
		return earlier?.table === point.table ? [point.value - earlier.value] : [];
	});
	if (before !== undefined && pairs.length > 1) {
		const [up, down] = [pairs.filter((step) => step > 0).length, pairs.filter((step) => step < 0).length];
		sentence.push(tellSteps(pairs.length, up, down, names, last, before));
	}
	const ranked = ends.toSorted((a, b) => ascending(a.point.value, b.point.value));
	const [lowest, highest] = [ranked[0], ranked.at(-1)];
	if (!lowest || !highest || lowest === highest) return sentence;
	const [high, low] = [figure(highest.point), figure(lowest.point)];
	if (high.text === low.text)
		return [
			...sentence,
			`In ${last} was het cijfer in ${tellAll(ends.length, names.more)} gelijk: `,
			high,
			'.'
		];
	/** All that show the same figure: none of them is the highest alone. */
	const having = ({ text }: FigurePart): string => {
		const labels = ends.filter(({ point }) => figure(point).text === text).map(({ place }) => place.label);
		return enumerateFew(labels, names.one, names.more);
	};
	const at = { high: having(high), low: having(low) };
	if (unit === 'aantal')
		return [
			...sentence,
			`Het grootste aantal was er in ${last} in ${at.high} (`,
			high,
			`), het kleinste in ${at.low} (`,
			low,
			`). ${capital(names.more)} verschillen in grootte: vergelijk aantallen met zorg.`
		];
	return now === undefined
		? [
				...sentence,
				`In ${last} was het cijfer het hoogst in ${at.high}: `,
				high,
				...tellPhrase(phrase),
				`. Het laagst was het in ${at.low}: `,
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

const tellAll = (number: number, areas: string): string =>
	number === 2 ? `beide ${areas}` : `alle ${number} ${areas}`;

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
		most === all
			? `In ${tellAll(all, names.more)}`
			: `In ${most} van de ${count(all, names.one, names.more)}`;
	const rest = [other > 0 ? `in ${other} ${opposite}` : '', same > 0 ? `in ${same} gelijk` : ''].filter(
		Boolean
	);
	return `${[`${areas} was het cijfer in ${last} ${direction} dan in ${before}`, ...rest].join(', ')}. `;
}
