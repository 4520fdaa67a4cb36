import { group, groups } from 'd3';
import type { Figure } from '../schema/figure.ts';
import type { Target } from '../schema/goal.ts';
import type { Unit } from '../schema/indicator.ts';
import type { Breakdown } from '../schema/observation.ts';
import { formatFigure } from './figures.ts';
import { onAxis } from './events.ts';
import { enumerate, formatDay, formatValue } from './format.ts';
import { valueAt, type Series } from './series.ts';
import { deadlineWords, isChosen } from './verdict/words.ts';

/** A horizontal rule in a chart: where a promise starts from, or what it wants to reach. */
export interface TargetLevel {
	value: number;
	label: string;
	/** `apart`: a baseline of another series than the line, which cannot be compared with it exactly. */
	kind: 'target' | 'baseline' | 'apart';
	/** The year that it starts from, where that is known. */
	from?: number;
	dues: Due[];
}

/** When a promise is due: on the axis of years, as a day, and as what was promised where the rule's label does not say it. */
interface Due {
	at: number;
	day: string;
	text?: string;
}

/** The rules of the targets in one chart, and what a reader must know of each. */
export interface TargetLevels {
	levels: TargetLevel[];
	notes: TargetNote[];
}

/** How what is drawn of one or more targets must be read. */
export interface TargetNote {
	titles: string[];
	text: string;
}

interface Start {
	levels: Omit<TargetLevel, 'dues'>[];
	text: string;
}

type BaselineFigure = Pick<Figure, 'value' | 'unit' | 'area' | 'breakdown'>;

interface Context {
	indicator: string;
	breakdown: Breakdown;
	/** The group that the indicator shows where a target names none. */
	usual: Breakdown;
	unit: Unit;
	/** Name and series of the area that the targets are about. */
	area: string;
	own: Series | undefined;
	figures: ReadonlyMap<string, BaselineFigure>;
}

const fits: Partial<Record<Figure['unit'], Unit>> = {
	procent: 'procent',
	'per 1000': 'per-1000',
	aantal: 'aantal',
	personen: 'aantal',
	gevallen: 'aantal'
};

const none: Start = { levels: [], text: '' };

/** Where the source names no figure: the measurement of that year. */
function measuredBaseline(year: number, { own, unit }: Context): Start {
	const value = valueAt(own, year);
	if (value === undefined)
		return {
			levels: [],
			text: `Het uitgangspunt is ${year}. Van dat jaar is er geen meting; daarom staat er geen lijn.`
		};
	const label = `meting ${year} als uitgangspunt: ${formatValue(value, unit)}`;
	return {
		levels: [{ value, kind: 'baseline', label }],
		text: `Het stuk noemt geen cijfer als uitgangspunt. De lijn is de meting van ${year}.`
	};
}

/** Where the source names figures: those of the same series, or the lowest and highest of another one. */
function namedBaseline(
	year: number,
	figures: readonly BaselineFigure[],
	isOwnSeries: boolean,
	context: Context
): Start {
	const texts = figures.map((figure) =>
		[figure.area, figure.breakdown, formatFigure(figure)].filter(Boolean).join(' ')
	);
	const same = figures.every(({ unit, breakdown }) => fits[unit] === context.unit && breakdown === '');
	if (!same)
		return {
			levels: [],
			text: `Het uitgangspunt in het stuk (${enumerate(texts)}) gaat over een andere groep of heeft een andere eenheid dan de lijn. Het staat niet in de grafiek.`
		};
	const ofArea = figures.every(({ area }) => area === context.area);
	if (ofArea && !isOwnSeries)
		return {
			levels: figures.map((figure) => ({
				value: Number(figure.value),
				kind: 'baseline',
				label: `uitgangspunt ${year}: ${formatFigure(figure)}`
			})),
			text: figures.length > 1 ? 'Het stuk noemt meer dan één cijfer als uitgangspunt. Elk is een lijn.' : ''
		};
	const ranked = figures.toSorted((a, b) => Number(a.value) - Number(b.value));
	const other = ofArea ? 'Dat is een andere reeks' : 'Dat zijn andere gebieden en een andere reeks';
	const drawn = figures.length > 2 ? ' Getekend zijn het laagste en het hoogste.' : '';
	const ends = [...new Set([ranked[0]!, ranked.at(-1)!])];
	return {
		levels: ends.map((end) => ({
			value: Number(end.value),
			kind: 'apart',
			label: `raadsstuk, ${end.area}: ${formatFigure(end)} (andere reeks)`
		})),
		text: `Het stuk geeft als uitgangspunt: ${enumerate(texts)}. ${other} dan de lijnen van deze site: vergelijk met zorg.${drawn}`
	};
}

/** What a promise without a value of its own asks of the value that it starts from. */
const bounds: Partial<Record<Target['wanted'], string>> = {
	'not-risen': 'niet hoger dan',
	'not-fallen': 'niet lager dan',
	rises: 'hoger dan',
	falls: 'lager dan'
};

/** When a promise is due, at the height of one of the levels that it starts from. */
function duesOf(target: Target, { value, kind }: Start['levels'][number], unit: Unit): Due[] {
	const { deadline, wanted } = target;
	const bound = bounds[wanted];
	if (!deadline || !bound) return [];
	const day = formatDay(deadline);
	const isOwn = isChosen(target);
	const start = kind === 'apart' ? 'het uitgangspunt' : formatValue(value, unit);
	const text = isOwn
		? `afgesproken: ${bound} ${start}${deadlineWords(target)}`
		: `afgesproken op ${day}: ${bound} ${start}`;
	return [{ at: onAxis(deadline), day, text }];
}

/** The rules of one promise, with what explains them. */
function levelsOf(target: Target, context: Context) {
	const { baseline, value, deadline, title } = target;
	const year = Number(baseline?.date.slice(0, 4));
	const named = (baseline?.figures ?? []).flatMap((id) => context.figures.get(id) ?? []);
	const start = !baseline
		? none
		: named.length > 0
			? namedBaseline(year, named, baseline.series === 'figures', context)
			: measuredBaseline(year, context);
	const by = deadline && !isChosen(target) ? ` op ${formatDay(deadline)}` : '';
	const chosen = isChosen(target) ? deadlineWords(target) : '';
	const wanted: TargetLevel[] =
		value === undefined
			? []
			: [
					{
						value,
						kind: 'target',
						label: `afgesproken${by}: ${formatValue(value, context.unit)}${chosen}`,
						dues: deadline ? [{ at: onAxis(deadline), day: formatDay(deadline) }] : []
					}
				];
	const starts = start.levels.map((level): TargetLevel => ({
		...level,
		from: year,
		dues: duesOf(target, level, context.unit)
	}));
	return { title, text: start.text, levels: [...starts, ...wanted] };
}

/** The rules that belong in the chart of one indicator and one group; each is drawn once, and explained once. */
export function targetLevels(targets: readonly Target[], context: Context): TargetLevels {
	const all = targets
		.filter(
			({ indicator, breakdown }) =>
				indicator === context.indicator && (breakdown ?? context.usual) === context.breakdown
		)
		.map((target) => levelsOf(target, context));
	const same = group(
		all.flatMap((each) => each.levels),
		({ label, from }) => `${label} ${from}`
	);
	return {
		levels: [...same.values()].map((own) => ({ ...own[0]!, dues: own.flatMap(({ dues }) => dues) })),
		notes: groups(all, ({ text }) => text).map(([text, own]) => ({
			titles: [...new Set(own.map(({ title }) => title))],
			text
		}))
	};
}
