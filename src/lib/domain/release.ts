import { ascending, group } from 'd3';
import type { Dataset, MonitorData } from '../schema/model.ts';
import type {
	Release,
	ReleasedAmount,
	ReleasedFigure,
	ReleasedReportVerdict,
	ReleasedValue
} from '../schema/release.ts';
import { heldOn } from './report.ts';
import type { GoalVerdict } from './verdict/judge.ts';
import { datedBy } from './verdict/period.ts';

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
		documents: model.sources
			.filter(({ kind }) => kind === 'document')
			.map(({ id, title, publisher, licence, published }) => ({ id, title, publisher, licence, published })),
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

/** Every figure of a document in a fixed order; empty texts stay empty. */
export const releasedFigures = ({ model }: Pick<Dataset, 'model'>): ReleasedFigure[] =>
	model.monitors
		.flatMap(({ monitor, figures }) => figures.map((figure) => ({ monitor: monitor.slug, ...figure })))
		.toSorted((a, b) => ascending(`${a.monitor} ${a.id}`, `${b.monitor} ${b.id}`));

/** Every amount of spending in a fixed order, in thousands of euro. */
export const releasedAmounts = ({ expenditure }: Pick<Dataset, 'expenditure'>): ReleasedAmount[] =>
	expenditure
		.map(({ population, value, ...row }) => ({
			...row,
			population: String(population),
			value: String(value)
		}))
		.toSorted((a, b) => ascending(amountOrder(a), amountOrder(b)));

const amountOrder = ({ municipality, year, report, taakveld, title }: ReleasedAmount) =>
	[municipality, year, report, taakveld, title].join(' ');

/** The verdict on each goal on the day of each report, in a fixed order. */
export function releasedReportVerdicts(
	{ model }: Pick<Dataset, 'model'>,
	verdicts: (monitor: MonitorData, date: string) => ReadonlyMap<string, GoalVerdict>
): ReleasedReportVerdict[] {
	return model.monitors
		.flatMap((data) => {
			const sources = datedBy(model.sources, data.monitor.since);
			return data.reports.flatMap(({ period, asOf: date }) => {
				const judged = verdicts(data, date);
				return data.goals.map((goal): ReleasedReportVerdict => {
					const { status, rule, sentence, share } = judged.get(goal.id)!;
					return {
						...{ monitor: data.monitor.slug, period, date, goal: goal.id },
						held: heldOn(goal, sources, date) ? 'true' : 'false',
						...{ status, rule, sentence },
						number: String(share?.number ?? ''),
						of: String(share?.of ?? '')
					};
				});
			});
		})
		.toSorted((a, b) => ascending(verdictOrder(a), verdictOrder(b)));
}

const verdictOrder = ({ monitor, period, goal }: ReleasedReportVerdict) => [monitor, period, goal].join(' ');

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
