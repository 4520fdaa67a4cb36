import { expect, test } from 'vitest';
import { protect } from '#lib/domain/disclosure/protect.ts';
import type { Area } from '#lib/schema/area.ts';
import { indicator } from '#lib/schema/indicator.ts';
import type { Dataset, TableObservation } from '#lib/schema/model.ts';
import { readable } from './readable.ts';
import { loadSolver } from './solver.ts';

const bounds = await loadSolver();
const own = new Set(['eigen']);
const boundaries = new Map([
	['eigen', 2020],
	['open', 2024]
]);
const indicators = [
	indicator.parse({
		...{
			id: 'hulp',
			title: 'hulp',
			phrase: 'hulp',
			definition: 'hulp',
			direction: 'none',
			population: 'hulp'
		},
		...{
			theme: 'test',
			tables: {},
			breakdowns: ['totaal'],
			levels: ['buurt'],
			method: 'hulp',
			unit: 'aantal'
		}
	})
];
const areas: Area[] = [{ code: 'GM0001', name: 'Ergens', level: 'gemeente', parent: '', boundaries: 2020 }];
const row = (table: string, value: number, more: Partial<TableObservation> = {}): TableObservation => ({
	...{ table, indicator: 'hulp', area: 'GM0001', period: '2025', breakdown: 'totaal', value },
	...{ lower: null, upper: null, n: null, status: 'definitive', ...more }
});

/** Own counts beside an open table, as they would be published. */
function exposedBy(open: TableObservation) {
	const observations = [row('eigen', 3), open];
	const sources = [...boundaries].map(([id, year]) => ({ id, boundaries: year }));
	const dataset = { model: { indicators, sources, monitors: [] }, observations } as unknown as Dataset;
	const known = readable(dataset, own, []);
	return protect({ observations, indicators, own, boundaries, known, exceptions: new Set() }, areas, bounds)
		.exposed;
}

test('a small count that the page shows as what a table gave before its correction is no secret', () => {
	expect(exposedBy(row('open', 8))).toEqual([]);
	expect(exposedBy(row('open', 8, { published: 7 }))).toEqual([]);
	expect(exposedBy(row('open', 8, { published: 3 }))).toMatchObject([
		{ from: ['tabel open, voor de correctie'], variable: { id: 'hulp GM0001 2025 totaal' } }
	]);
});
