import type { Figure } from '../schema/figure.ts';
import type { Target } from '../schema/goal.ts';
import type { Unit } from '../schema/indicator.ts';
import type { Breakdown } from '../schema/observation.ts';
import { formatDay, formatValue } from './format.ts';
import { valueAt, type Series } from './series.ts';

/** A horizontal rule in a chart: where a promise starts from, or what it wants to reach. */
export interface TargetLevel {
	value: number;
	label: string;
	kind: 'target' | 'baseline';
}

interface Context {
	indicator: string;
	breakdown: Breakdown;
	/** The group that the indicator shows where a target names none. */
	usual: Breakdown;
	unit: Unit;
	/** The series of the area that the targets are about. */
	own: Series | undefined;
	figures: ReadonlyMap<string, Pick<Figure, 'value' | 'unit'>>;
}

const fits: Partial<Record<Figure['unit'], Unit>> = {
	procent: 'procent',
	'per 1000': 'per-1000',
	aantal: 'aantal'
};

/** The one figure that the source itself names, or else the measurement of that year; two or more figures are no line. */
function baselineValue({ baseline }: Target, { own, figures, unit }: Context): number | undefined {
	if (!baseline) return undefined;
	if (baseline.figures.length === 0) return valueAt(own, Number(baseline.date.slice(0, 4)));
	const [figure, ...more] = baseline.figures.flatMap((id) => figures.get(id) ?? []);
	return figure && more.length === 0 && fits[figure.unit] === unit ? Number(figure.value) : undefined;
}

/** The rules that belong in the chart of one indicator and one group; each is drawn once. */
export function targetLevels(targets: readonly Target[], context: Context): TargetLevel[] {
	const { indicator, breakdown, usual, unit } = context;
	const levels = targets
		.filter((target) => target.indicator === indicator && (target.breakdown ?? usual) === breakdown)
		.flatMap((target): TargetLevel[] => {
			const start = baselineValue(target, context);
			const by = target.deadline ? ` op ${formatDay(target.deadline)}` : '';
			return [
				...(start === undefined
					? []
					: [
							{
								value: start,
								kind: 'baseline' as const,
								label: `uitgangspunt ${target.baseline!.date.slice(0, 4)}: ${formatValue(start, unit)}`
							}
						]),
				...(target.value === undefined
					? []
					: [
							{
								value: target.value,
								kind: 'target' as const,
								label: `afgesproken${by}: ${formatValue(target.value, unit)}`
							}
						])
			];
		});
	return [...new Map(levels.map((level) => [level.label, level])).values()];
}
