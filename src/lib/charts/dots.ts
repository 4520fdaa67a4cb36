import { scaleLinear } from 'd3';
import { formatNumber } from '../domain/format.ts';
import type { Unit } from '../schema/indicator.ts';

/** A ranked dot plot: `x` in percent of the plot's width. */
export interface DotPlot {
	rows: { code: string; label: string; value: number; table: string; x: number }[];
	references: { code: string; label: string; value: number; x: number }[];
	ticks: { x: number; label: string }[];
}

interface Valued {
	code: string;
	label: string;
	value: number;
	table: string;
}

/** Places values on one line each, from high to low, on a scale that starts at zero. */
export function placeDots(ranking: readonly Valued[], references: readonly Valued[], unit: Unit): DotPlot {
	const most = Math.max(...[...ranking, ...references].map(({ value }) => value), 0);
	const x = scaleLinear([0, most || 1], [0, 100]).nice(5);
	const place = (each: Valued) => ({
		code: each.code,
		label: each.label,
		value: each.value,
		table: each.table,
		x: Math.round(x(each.value) * 100) / 100
	});
	return {
		rows: ranking.map(place),
		references: references.map(place),
		ticks: x.ticks(5).map((value) => ({
			x: Math.round(x(value) * 100) / 100,
			label: formatNumber(value, unit === 'procent' ? 'aantal' : unit)
		}))
	};
}
