import { error } from '@sveltejs/kit';
import { citedText, saidReportVerdict, sha256 } from '#lib/domain/citation/hash.ts';
import type { ReleasedGoal, ReleasedReportVerdict } from '#lib/schema/release.ts';
import { findMonitor } from '../model.ts';
import { keptReports } from './kept.ts';
import { citedPlace } from './place.ts';
import { citeVerdicts, goalsIn } from './verdicts.ts';

/** A goal of a release with the verdict on the day of a report in the place of the one on the day of the release. */
function goalThen(goals: readonly ReleasedGoal[], row: ReleasedReportVerdict): ReleasedGoal {
	const { status, rule, sentence, number, of } = row;
	const share = of === '' ? undefined : { number: Number(number), of: Number(of) };
	const goal = goals.find(({ id }) => id === row.goal);
	if (!goal) throw new Error(`a release has a verdict on ${row.goal}, and no such goal`);
	return { ...goal, verdict: { status, rule, sentence, ...(share && { share }) } };
}

/** All verdicts of a release on the day of a report, as they were and as they are. */
export async function loadCitedReport(slug: string, day: string, period: string) {
	const rows = keptReports(day, slug).get(period);
	if (!rows) error(404, `De uitgave van ${day} heeft geen oordelen van rapport ${period}.`);
	const { date } = rows[0]!;
	const released = goalsIn(day, slug);
	const goals = rows.map((row) => goalThen(released, row));
	const hashes = await Promise.all(
		rows.map((row, i) => sha256(citedText(saidReportVerdict(row, goals[i]!))))
	);
	return {
		...citedPlace(slug, day, `rapport/${period}`),
		...(await citeVerdicts({ slug, day, asOf: date }, goals, hashes)),
		period,
		date,
		/** Whether the report is still there. */
		hasReport: findMonitor(slug).reports.some((each) => each.period === period),
		/** Goals that stood in no document by then, which the report leaves out. */
		later: rows.filter(({ held }) => held === 'false').map(({ goal }) => goal)
	};
}
