import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FigureChange, Snapshot } from '../../schema/model.ts';
import type { ReleasedValue } from '../../schema/release.ts';
import { compareValues } from '../release.ts';
import { mirrored, releaseFigures, releaseHistory } from './release-figures.ts';
import { released, snapshot } from './since.fixture.ts';

const division = {
	boundaries: new Map([
		['t2020', 2020],
		['t2024', 2024]
	]),
	names: new Map(['BU00010001/2020', 'BU00010001/2024'].map((key) => [key, 'Noord']))
};
const compare = (before: Snapshot, now: Snapshot) =>
	releaseFigures([before, now], compareValues(before.values, now.values), 'GM0001', division);
const [first, second] = ['2026-01-01', '2027-01-01'];
const between = (before: ReleasedValue[], now: ReleasedValue[]) =>
	compare(snapshot(first, before), snapshot(second, now));

describe('the figures of two releases', () => {
	test('a figure of the same table that is another one is a revision', () => {
		const [change, ...more] = between([released()], [released({ value: '71' })]);
		expect(more).toEqual([]);
		expect(change).toMatchObject({
			kind: 'revised',
			table: 't2020',
			day: second,
			releases: { before: first, now: second },
			whole: { before: 70, now: 71 }
		});
		expect(change!.from).toBeUndefined();
	});

	test('a newer table about the same year revises the older one, and a new year is new', () => {
		const older = [released(), released({ area: 'BU00010001', value: '60' })];
		const newer = older.map((row) => ({ ...row, table: 't2024', value: String(Number(row.value) + 1) }));
		const changes = between(older, [...older, ...newer, released({ table: 't2024', period: '2024' })]);
		expect(changes.map(({ kind, period, from }) => [kind, period, from])).toEqual([
			['revised', 2020, 't2020'],
			['new', 2024, undefined]
		]);
		expect(changes[0]).toMatchObject({
			whole: { before: 70, now: 71 },
			releases: { before: second, now: second },
			levels: [{ level: 'buurt', compared: 1, changed: 1, largest: { before: 60, now: 61 } }]
		});
	});

	test('a figure that is hidden now is not 0, and one that is gone is told', () => {
		const hidden = released({ area: 'BU00010001', value: '', status: 'suppressed' });
		const [change] = between([{ ...hidden, value: '60', status: 'estimate' }], [hidden]);
		expect(change!.levels).toEqual([
			{ level: 'buurt', before: 1, now: 0, compared: 0, changed: 0, largest: undefined }
		]);
		expect(between([released()], [])).toMatchObject([
			{ kind: 'gone', day: second, whole: { before: 70, now: null } }
		]);
	});

	test('figures of another gemeente and of the country are left out', () => {
		expect(between([], [released({ area: 'GM0002' }), released({ area: 'NL01' })])).toEqual([]);
	});
});

test('the first release has nothing to be compared with, each later one the release before it', () => {
	const history = releaseHistory(
		[
			snapshot(first, [released()]),
			snapshot(second, [released()]),
			snapshot('2028-01-01', [released({ value: '71' })])
		],
		[{ slug: 'ergens', municipality: 'GM0001' }],
		division
	);
	expect(history.map(({ date, figures }) => [date, figures[0]!.changes.length])).toEqual([
		[first, 0],
		[second, 0],
		['2028-01-01', 1]
	]);
});

const anyValues = fc.uniqueArray(
	fc
		.record({
			table: fc.constantFrom('t2020', 't2024'),
			period: fc.constantFrom('2020', '2024'),
			area: fc.constantFrom('GM0001', 'BU00010001', 'WK000100'),
			value: fc.constantFrom('', '1', '2')
		})
		.map(({ value, ...rest }) => released({ ...rest, value, status: value ? 'estimate' : 'unknown' })),
	{ selector: ({ table, period, area }) => `${table} ${period} ${area}` }
);

describe('whatever the figures', () => {
	test('a release has not changed since itself', () => {
		fc.assert(
			fc.property(anyValues, (values) => {
				expect(between(values, [...values])).toEqual([]);
			})
		);
	});

	test('looking back gives the mirror', () => {
		const [early, late] = [
			(values: ReleasedValue[]) => snapshot(first, values),
			(values: ReleasedValue[]) => snapshot(second, values)
		];
		const order = ({ kind, table, from, period }: FigureChange) =>
			[kind, table, from ?? '', period].join(' ');
		const undated = (changes: ReturnType<typeof compare>) =>
			changes
				.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
				.map(({ kind, table, from, period, whole, levels, releases }) => ({
					kind,
					table,
					from,
					period,
					whole,
					levels,
					releases
				}));
		fc.assert(
			fc.property(anyValues, anyValues, (one, other) => {
				const there = compare(early(one), late(other));
				const back = compare(late(other), early(one));
				expect(undated(back)).toEqual(undated(there.map(mirrored)));
			})
		);
	});
});
