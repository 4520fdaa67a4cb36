import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classify } from '#lib/charts/map.ts';
import { placeTrend } from '#lib/charts/trend.ts';
import { missingReason, runs, toSeries, type Reading } from '#lib/domain/series.ts';
import { findCycle, pathOf, rerouteLinks } from '#lib/domain/tree.ts';
import { missing } from '#lib/schema/observation.ts';

/** Readings of one area: a value with its status, or none with the reason. */
const readings = fc
	.uniqueArray(fc.integer({ min: 2005, max: 2030 }), { minLength: 1, maxLength: 12 })
	.chain((periods) =>
		fc.tuple(
			...periods.map((period) =>
				fc
					.tuple(
						fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
						fc.constantFrom(...missing.options),
						fc.constantFrom('a', 'b')
					)
					.map(([value, reason, table]): Reading => ({
						area: 'GM0637',
						table,
						boundaries: table === 'a' ? 2020 : 2024,
						period,
						value,
						status: value === null ? reason : 'estimate'
					}))
			)
		)
	);

describe('a trend, whatever the figures', () => {
	test('draws a dot for every value and for nothing else: missing is never 0', () => {
		fc.assert(
			fc.property(readings, (all) => {
				const [line] = placeTrend(toSeries(all), { unit: 'procent', height: 300 }).lines;
				const known = all.filter(({ value }) => value !== null).toSorted((a, b) => a.period - b.period);
				expect(line!.dots.map(({ period, value }) => [period, value])).toEqual(
					known.map(({ period, value }) => [period, value])
				);
				expect(line!.gaps.map(({ period }) => period)).toEqual(
					all
						.filter(({ value }) => value === null)
						.map(({ period }) => period)
						.toSorted((a, b) => a - b)
				);
			})
		);
	});

	test('draws no guide across a gap or from one table to another', () => {
		fc.assert(
			fc.property(readings, (all) => {
				const [series] = toSeries(all);
				const { points } = series!;
				const mayJoin = points.slice(1).filter((point, i) => {
					const before = points[i]!;
					return point.value !== null && before.value !== null && point.table === before.table;
				});
				const [line] = placeTrend([series!], { unit: 'procent', height: 300 }).lines;
				expect(line!.guides).toHaveLength(mayJoin.length);
				for (const run of runs(series!)) expect(new Set(run.map(({ table }) => table)).size).toBe(1);
			})
		);
	});

	test('tells every reason apart', () => {
		fc.assert(
			fc.property(readings, (all) => {
				for (const reading of all)
					expect(missingReason(reading)).toBe(reading.value === null ? reading.status : undefined);
			})
		);
	});
});

const links = fc.array(
	fc
		.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 }))
		.filter(([from, to]) => from > to)
		.map(([from, to]) => ({ from: `g${from}`, to: `g${to}` })),
	{ maxLength: 30 }
);
const ids = Array.from({ length: 10 }, (_, i) => `g${i}`);

describe('a tree, whatever the links', () => {
	test('that only lead up has no cycle, and has one when a link leads back', () => {
		fc.assert(
			fc.property(links, (all) => {
				expect(findCycle(all)).toBeUndefined();
				const [first] = all;
				if (!first) return;
				const cycle = findCycle([...all, { from: first.to, to: first.from }]);
				expect(cycle?.[0]).toBe(cycle?.at(-1));
				expect(cycle!.length).toBeGreaterThan(2);
			})
		);
	});

	test('a goal lies on the path of every goal that lies on its own', () => {
		fc.assert(
			fc.property(links, fc.constantFrom(...ids), (all, id) => {
				for (const other of pathOf(id, all)) expect(pathOf(other, all).has(id)).toBe(true);
			})
		);
	});

	test('folding goals away keeps who contributes to whom, and nothing more', () => {
		fc.assert(
			fc.property(links, fc.subarray(ids), (all, shown) => {
				const visible = new Set(shown);
				const folded = rerouteLinks(all, visible);
				for (const { from, to, via } of folded) {
					expect(visible.has(from) && visible.has(to)).toBe(true);
					expect(pathOf(from, all).has(to)).toBe(true);
					expect(via === 0).toBe(all.some((link) => link.from === from && link.to === to));
				}
				for (const id of shown)
					for (const other of pathOf(id, all))
						if (visible.has(other)) expect(pathOf(id, folded).has(other)).toBe(true);
			})
		);
	});
});

test('every area with a figure is in exactly one class of the map, between its bounds', () => {
	const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 });
	fc.assert(
		fc.property(values, (numbers) => {
			const areas = numbers.map((value, i) => ({ code: `WK${i}`, value: value / 10 }));
			const { classes, classOf } = classify(areas);
			expect(classes.reduce((total, { count }) => total + count, 0)).toBe(areas.length);
			for (const { code, value } of areas) {
				const { low, high } = classes[classOf[code]!]!;
				expect(value).toBeGreaterThanOrEqual(low - 1e-9);
				expect(value).toBeLessThanOrEqual(high + 1e-9);
			}
		})
	);
});

test.each([
	[
		'a-gap',
		[
			[2012, 41.2],
			[2016, null],
			[2020, 46.3],
			[2022, 44.1]
		]
	],
	['a-single-point', [[2020, 46.3]]],
	[
		'zero-is-a-value',
		[
			[2016, 0],
			[2020, 3.5]
		]
	]
] as [string, [number, number | null][]][])('the plot of %s', async (name, points) => {
	const all = points.map(([period, value]): Reading => ({
		area: 'GM0637',
		table: '50090ned',
		boundaries: 2020,
		period,
		value,
		status: value === null ? 'suppressed' : 'estimate'
	}));
	const plot = placeTrend(toSeries(all), { unit: 'procent', height: 200 });
	await expect(`${JSON.stringify(plot, null, '\t')}\n`).toMatchFileSnapshot(`fixtures/plots/${name}.json`);
});
