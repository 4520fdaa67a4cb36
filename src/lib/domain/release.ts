import { ascending, group } from 'd3';
import type { Dataset, MonitorData } from '../schema/model.ts';
import type { Release, ReleasedValue } from '../schema/release.ts';
import type { GoalVerdict } from './verdict/judge.ts';

/** What the site says on a day, in the form in which a release keeps it. */
export function makeRelease(
	{ model }: Pick<Dataset, 'model'>,
	date: string,
	verdicts: (monitor: MonitorData) => ReadonlyMap<string, GoalVerdict>
): Release {
	return {
		format: 1,
		date,
		indicators: model.indicators.map(({ id, title, definition, unit, direction, population, method }) => ({
			id,
			title,
			definition,
			unit,
			direction,
			population,
			method
		})),
		sources: model.sources
			.filter(({ kind }) => kind === 'table')
			.map(({ id, code, title, publisher, licence, published, boundaries }) => ({
				id,
				code,
				title,
				publisher,
				licence,
				published,
				boundaries
			})),
		monitors: model.monitors.map((data) => {
			const judged = verdicts(data);
			return {
				slug: data.monitor.slug,
				goals: data.goals.map(({ id, level, title, text, targets }) => {
					const { status, rule, sentence, share } = judged.get(id)!;
					return { id, level, title, text, targets, verdict: { status, rule, sentence, share } };
				}),
				links: data.links.map(({ from, to, origin, why }) => ({ from, to, origin, why }))
			};
		})
	};
}

/** Every figure in a fixed order: the same figures give the same file. */
export function releasedValues({ observations }: Pick<Dataset, 'observations'>): ReleasedValue[] {
	return observations
		.map(({ table, indicator, area, period, breakdown, value, status }) => ({
			table,
			indicator,
			area,
			period,
			breakdown,
			value: value === null ? '' : String(value),
			status
		}))
		.toSorted((a, b) => ascending(keyOf(a), keyOf(b)));
}

const keyOf = ({ table, indicator, area, period, breakdown }: ReleasedValue) =>
	[table, indicator, breakdown, area, period].join(' ');

/** A figure that is not what it was: another value, or another reason for its absence. */
export interface Revision {
	now: ReleasedValue;
	before: ReleasedValue;
}

/** How the figures of two releases differ. */
export interface ValueChanges {
	added: ReleasedValue[];
	revised: Revision[];
	removed: ReleasedValue[];
}

/** Compares the figures of two releases, table by table. */
export function compareValues(before: readonly ReleasedValue[], now: readonly ReleasedValue[]): ValueChanges {
	const old = group(before, keyOf);
	const fresh = group(now, keyOf);
	const changes: ValueChanges = {
		added: [],
		revised: [],
		removed: before.filter((row) => !fresh.has(keyOf(row)))
	};
	for (const row of now) {
		const other = old.get(keyOf(row))?.[0];
		if (!other) changes.added.push(row);
		else if (other.value !== row.value || other.status !== row.status)
			changes.revised.push({ now: row, before: other });
	}
	return changes;
}
