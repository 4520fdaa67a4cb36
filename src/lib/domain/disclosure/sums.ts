import { group } from 'd3';
import type { Area } from '../../schema/area.ts';
import type { Breakdown } from '../../schema/observation.ts';
import type { Variable } from './cells.ts';
import type { Draft } from './collect.ts';

/**
 * Adds that a total is the sum of its parts, with what it differs from them as far as that is known.
 *
 * Where every part is there, a difference (people without an address, people counted in two places) is taken as known
 * to everybody: whoever works back is then never given too little. Where parts are left out and the rest adds up,
 * everybody will take them for 0. Else what is left out is a count of its own, that may be small itself.
 */
function addSum(cells: Draft, total: Variable, parts: readonly Variable[], isWhole: boolean): void {
	const all = [total, ...parts];
	if (all.every(({ known }) => known !== undefined) || parts.length === 0) return;
	const hasAll = all.every(({ value }) => value !== undefined);
	const rest = (total.value ?? Infinity) - parts.reduce((sum, { value = 0 }) => sum + value, 0);
	if (!hasAll && rest < 0) return;
	const difference = hasAll ? rest : 0;
	const terms = [{ variable: total.id, factor: 1 }, ...parts.map(({ id }) => ({ variable: id, factor: -1 }))];
	if (isWhole || (hasAll && difference <= 0)) {
		cells.relations.push({ terms, low: difference, high: difference });
		return;
	}
	const id = `${total.id} zonder ${parts.map((part) => part.id).join(', ')}`;
	const value = hasAll ? difference : undefined;
	cells.variables.set(id, { id, key: total.key, rule: total.rule, value, row: total.row });
	cells.relations.push({ terms: [...terms, { variable: id, factor: -1 }], low: 0, high: 0 });
}

/** The areas below one that have a count, as high as there are any, and whether they leave nothing out. */
function below(
	area: string,
	children: ReadonlyMap<string, readonly Area[]>,
	find: (area: string) => Variable | undefined
): { parts: Variable[]; isWhole: boolean } {
	const own = children.get(area) ?? [];
	const found = own.map(({ code }) => {
		const variable = find(code);
		return variable ? { parts: [variable], isWhole: true } : below(code, children, find);
	});
	return {
		parts: found.flatMap(({ parts }) => parts),
		isWhole: own.length > 0 && found.every((each) => each.isWhole)
	};
}

/** A gemeente is the sum of its wijken, and a wijk of its buurten. */
function addAreaSums(cells: Draft, areas: readonly Area[]): void {
	const series = group(cells.variables.values(), ({ key: { indicator, period, breakdown } }) =>
		[indicator, period, breakdown].join(' ')
	);
	for (const year of cells.years) {
		const own = areas.filter(({ boundaries }) => boundaries === year);
		const children = group(own, ({ parent }) => parent);
		for (const [{ key }] of series.values() as Iterable<[Variable, ...Variable[]]>)
			for (const { code } of own) {
				const find = (area: string) => cells.find({ ...key, area }, year);
				const total = find(code);
				if (!total) continue;
				const { parts, isWhole } = below(code, children, find);
				addSum(cells, total, parts, isWhole);
			}
	}
}

const wider: readonly [Breakdown, Breakdown][] = [
	['totaal', '18+'],
	['totaal', '65+'],
	['18+', '65+']
];

/** Everybody of 65 and older is among those of 18 and older, and those are among all. */
function addGroupSums(cells: Draft, all: readonly Variable[]): void {
	for (const year of cells.years)
		for (const narrow of all)
			for (const [wide, breakdown] of wider) {
				if (narrow.key.breakdown !== breakdown) continue;
				if (cells.find(narrow.key, year) !== narrow) continue;
				const total = cells.find({ ...narrow.key, breakdown: wide }, year);
				if (total && (total.value ?? Infinity) >= (narrow.value ?? 0)) addSum(cells, total, [narrow], false);
			}
}

/** A count is the sum of the counts that its indicator names as its parts. */
function addPartSums(cells: Draft, all: readonly Variable[]): void {
	for (const year of cells.years)
		for (const total of all) {
			const named = cells.indicators.get(total.key.indicator)?.disclosure?.parts;
			if (!named || cells.find(total.key, year) !== total) continue;
			const found = named.map((indicator) => cells.find({ ...total.key, indicator }, year));
			const parts = found.filter((each) => each !== undefined);
			addSum(cells, total, parts, parts.length === named.length);
		}
}

/** Adds all that counts add up to: over areas, groups of residents and parts. */
export function addSums(cells: Draft, areas: readonly Area[]): void {
	const all = [...cells.variables.values()];
	addGroupSums(cells, all);
	addPartSums(cells, all);
	addAreaSums(cells, areas);
}
