import { group } from 'd3';
import type { Bounds, Interval, Relation } from '#lib/domain/disclosure/system.ts';
import type { Area } from '#lib/schema/area.ts';
import type { TableObservation } from '#lib/schema/model.ts';

/** What anybody can look up: the figures as they are published, the areas, and what the indicators say they are. */
export interface Published {
	rows: readonly TableObservation[];
	areas: readonly Area[];
	/** Percentages with what they are a share of. */
	shares?: readonly { share: string; numerator: string; denominator: string; decimals: number }[];
	/** Counts that are the sum of others. */
	parts?: readonly { total: string; parts: readonly string[] }[];
	/** The figures of earlier releases. */
	earlier?: readonly TableObservation[];
}

type Key = Pick<TableObservation, 'indicator' | 'area' | 'period' | 'breakdown'>;
export const nameOf = ({ indicator, area, period, breakdown }: Key): string =>
	[indicator, area, period, breakdown].join(' ');

/** Groups of residents, each among those before it. */
const groups = ['totaal', '18+', '65+'] as const;

/**
 * Somebody with a solver, the published figures and nothing else. It is written apart from the code that hides, so
 * that the two do not share a mistake: every total is the sum of its parts, groups lie within groups, shares are
 * rounded, a count of 0 is always shown, and what an earlier release gave is still so.
 */
export function attacker({ rows, areas, shares = [], parts = [], earlier = [] }: Published, bounds: Bounds) {
	const shown = new Map<string, number>();
	for (const row of [...earlier, ...rows]) if (row.value !== null) shown.set(nameOf(row), row.value);
	const isShare = new Set(shares.map(({ share }) => share));
	const counts = rows.filter(({ indicator }) => !isShare.has(indicator));
	const there = new Set([...earlier, ...counts].map(nameOf));
	const relations: Relation[] = [];
	const equal = (total: string, terms: readonly string[]) =>
		relations.push({
			terms: [{ variable: total, factor: 1 }, ...terms.map((variable) => ({ variable, factor: -1 }))],
			low: 0,
			high: 0
		});
	const atLeast = (more: string, less: string) =>
		relations.push({
			terms: [
				{ variable: more, factor: 1 },
				{ variable: less, factor: -1 }
			],
			low: 0,
			high: Infinity
		});
	const children = group(areas, ({ parent }) => parent);
	const lowest = (area: string, has: (area: string) => boolean): string[] | undefined => {
		const found = (children.get(area) ?? []).map(({ code }) => (has(code) ? [code] : lowest(code, has)));
		return found.length === 0 || found.includes(undefined) ? undefined : found.flatMap((each) => each!);
	};
	for (const row of counts) {
		const at = (area: string) => nameOf({ ...row, area });
		const below = lowest(row.area, (area) => there.has(at(area)));
		if (below) equal(nameOf(row), below.map(at));
		for (const narrow of groups.slice(groups.indexOf(row.breakdown) + 1)) {
			const name = nameOf({ ...row, breakdown: narrow });
			if (there.has(name)) atLeast(nameOf(row), name);
		}
		const sum = parts.find(({ total }) => total === row.indicator);
		const names = sum?.parts.map((indicator) => nameOf({ ...row, indicator })) ?? [];
		if (names.length > 0 && names.every((name) => there.has(name))) equal(nameOf(row), names);
	}
	for (const row of [...earlier, ...rows]) {
		const about = shares.find(({ share }) => share === row.indicator);
		if (!about || row.value === null) continue;
		const part = nameOf({ ...row, indicator: about.numerator });
		const whole = nameOf({ ...row, indicator: about.denominator });
		const half = 0.5 * 10 ** -about.decimals;
		const off = (factor: number) => [
			{ variable: part, factor: 100 },
			{ variable: whole, factor }
		];
		relations.push({ terms: off(half - row.value), low: 0, high: Infinity });
		relations.push({ terms: off(-half - row.value), low: -Infinity, high: 0 });
		atLeast(whole, part);
	}
	const filled = relations.flatMap(({ terms, low, high }) => {
		const open = terms.filter(({ variable }) => !shown.has(variable));
		const known = terms.filter(({ variable }) => shown.has(variable));
		const sum = known.reduce((total, { variable, factor }) => total + factor * shown.get(variable)!, 0);
		return open.length === 0 ? [] : [{ terms: open, low: low - sum, high: high - sum }];
	});
	const hidden = counts.map(nameOf).filter((name) => !shown.has(name));
	const least = new Map(hidden.map((name) => [name, 1]));
	return {
		/** The counts that are not shown. */
		hidden,
		/** Between which whole numbers a count must lie, by a linear or an integer program. */
		workOut(name: string, whole: boolean): Interval {
			const known = shown.get(name);
			if (known !== undefined) return { low: known, high: known };
			const found = bounds({ relations: filled, lowest: least }, name, whole);
			if (!found) throw new Error(`The published figures contradict each other round ${name}`);
			return { low: Math.ceil(found.low - 1e-6), high: Math.floor(found.high + 1e-6) };
		}
	};
}
