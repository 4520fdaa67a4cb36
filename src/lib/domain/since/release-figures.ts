import { ascending, group, groups } from 'd3';
import type { FigureChange, LevelChange, PublishedRelease, Snapshot } from '../../schema/model.ts';
import type { ReleasedValue } from '../../schema/release.ts';
import { compareValues, type Revision, type ValueChanges } from '../release.ts';
import { countChange, pairsWith, subjectOf, type Head, type PlacedFigure } from './figures.ts';

/** What the figures of a release do not say themselves. */
export interface Division {
	/** Year of the boundaries of each table. */
	boundaries: ReadonlyMap<string, number>;
	/** Names of areas, by code and year: `WK178301/2024`. */
	names: ReadonlyMap<string, string>;
}

const numberOf = ({ value }: ReleasedValue): number | null => (value === '' ? null : Number(value));
/** Whether a figure is about a gemeente, or a wijk or buurt in it. */
export const lies = (municipality: string) => {
	const own = new Set(['GM', 'WK', 'BU'].map((level) => `${level}${municipality.slice(2)}`));
	return ({ area }: ReleasedValue): boolean => own.has(area.slice(0, 6));
};

function place(row: ReleasedValue, { boundaries, names }: Division): PlacedFigure {
	const year = boundaries.get(row.table) ?? 0;
	return {
		...row,
		period: Number(row.period),
		boundaries: year,
		name: names.get(`${row.area}/${year}`) ?? '',
		value: numberOf(row)
	};
}

const swap = ({ before, now, largest, ...rest }: LevelChange): LevelChange => ({
	...rest,
	before: now,
	now: before,
	largest: largest && { area: largest.area, before: largest.now, now: largest.before }
});

/** The same change, seen from the other side. */
export function mirrored(change: FigureChange): FigureChange {
	const { kind, table, from, whole, releases, levels, ...rest } = change;
	return {
		...rest,
		kind: kind === 'new' ? 'gone' : kind === 'gone' ? 'new' : kind,
		table: from ?? table,
		from: from && table,
		releases: releases && { before: releases.now, now: releases.before },
		whole: whole && { before: whole.now, now: whole.before },
		levels: levels.map(swap)
	};
}

const tableOf = (row: PlacedFigure): string => `${row.table} ${subjectOf(row)}`;

/** Figures that were not there: new ones, or those of a newer table that revises what an older one says. */
function added(rows: readonly PlacedFigure[], all: readonly PlacedFigure[], day: string): FigureChange[] {
	const releases = { before: day, now: day };
	const subjects = new Set(rows.map(subjectOf));
	const others = group(
		all.filter((row) => subjects.has(subjectOf(row))),
		subjectOf
	);
	return groups(rows, tableOf).flatMap(([, own]) => {
		const [first] = own as [PlacedFigure];
		const older = (others.get(subjectOf(first)) ?? [])
			.filter(({ boundaries }) => boundaries < first.boundaries)
			.toSorted((a, b) => b.boundaries - a.boundaries);
		const from = older[0]?.table;
		const { indicator, breakdown, period, table } = first;
		const kind = from ? 'revised' : 'new';
		return countChange(
			{ kind, indicator, breakdown, period, table, from, day, releases },
			pairsWith(
				own,
				older.filter((row) => row.table === from)
			)
		);
	});
}

function revised(rows: readonly Revision[], releases: { before: string; now: string }): FigureChange[] {
	const of = ({ now }: Revision) => `${now.table} ${subjectOf(now)}`;
	return groups(rows, of).flatMap(([, own]) => {
		const { indicator, breakdown, period, table } = own[0]!.now;
		const head: Head = {
			kind: 'revised',
			indicator,
			breakdown,
			period: Number(period),
			table,
			day: releases.now,
			releases
		};
		return countChange(
			head,
			own.map(({ before, now }) => ({ area: now.area, before: numberOf(before), now: numberOf(now) }))
		);
	});
}

const inOrder = (changes: FigureChange[]): FigureChange[] =>
	changes.toSorted((a, b) => ascending(subjectOf(a), subjectOf(b)) || ascending(a.kind, b.kind));

/** How the figures of one gemeente differ between two releases. */
export function releaseFigures(
	[before, now]: readonly [Snapshot, Snapshot],
	changes: ValueChanges,
	municipality: string,
	division: Division
): FigureChange[] {
	const isOwn = lies(municipality);
	const own = (rows: readonly ReleasedValue[]) => rows.filter(isOwn).map((row) => place(row, division));
	const days = { before: before.release.date, now: now.release.date };
	const gone = added(own(changes.removed), own(before.values), days.before).map(mirrored);
	return inOrder([
		...added(own(changes.added), own(now.values), days.now),
		...revised(
			changes.revised.filter((each) => isOwn(each.now)),
			days
		),
		...gone.map((change) => ({ ...change, day: days.now }))
	]);
}

/** The releases, each with what changed in the figures since the one before it. */
export function releaseHistory(
	snapshots: readonly Snapshot[],
	monitors: readonly { slug: string; municipality: string }[],
	division: Division
): PublishedRelease[] {
	return snapshots.map((now, i) => {
		const before = snapshots[i - 1];
		const changes = before && compareValues(before.values, now.values);
		return {
			...now.release,
			figures: monitors.map(({ slug, municipality }) => ({
				slug,
				changes: before && changes ? releaseFigures([before, now], changes, municipality, division) : []
			}))
		};
	});
}
