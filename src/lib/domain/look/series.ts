import { groups } from 'd3';
import type { Series } from '../series.ts';
import type { Mark } from './marks.ts';

/** Marks as lines through time, one a key; what has no year is left out. */
export const seriesOf = (marks: readonly Mark[]): Series[] =>
	groups(
		marks.filter(({ period }) => period !== undefined),
		({ key }) => key
	).map(([area, own]) => ({
		area,
		points: own
			.map(({ period, value, missing }) => ({
				area,
				table: '',
				boundaries: 0,
				period: period!,
				value,
				status: missing ?? ('definitive' as const)
			}))
			.toSorted((a, b) => a.period - b.period)
	}));
