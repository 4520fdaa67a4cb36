import { capital, formatDay } from '../format.ts';
import { tellReport } from '../action/report.ts';
import type { Report, TargetFacts } from './facts.ts';
import type { Judgement } from './judge-value.ts';
import { deadlineName } from './words.ts';

/** What a report says of work that is not done yet holds for a year: plans are reported on once a year. */
export const reportHoldsDays = 366;

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

const isLast = ({ state }: Report): boolean => state === 'done' || state === 'stopped';

interface Decided {
	/** The report that decides: the first one of the deadline or after, or else the latest. */
	report?: Report;
	/** Whether it has the last word. */
	final: boolean;
	/** A report of after the one that decided. */
	later?: Report;
}

/** As with measurements, the first report of the deadline or after decides; work that ended before it is decided too. */
function decide({ reports, deadline }: TargetFacts, asOf: string): Decided {
	const told = reports.filter(({ known }) => known <= asOf);
	const report = told.at(-1);
	if (deadline === undefined || deadline > asOf)
		return { report, final: report !== undefined && isLast(report) };
	const index = told.findIndex((each) => isLast(each) || each.date >= deadline);
	if (index < 0) return { report, final: false };
	const later = told.slice(index + 1).at(-1);
	return { report: told[index], final: true, later };
}

/** Where nothing was reported from the deadline on, or not for long. */
function silence(target: TargetFacts, { report, final }: Decided, asOf: string): string | undefined {
	const { deadline } = target;
	const past = deadline !== undefined && deadline <= asOf;
	const name = capital(deadlineName(target));
	if (!report)
		return past
			? `${name}, ${formatDay(deadline)}, is voorbij. Of het is gelukt, is niet gemeten of gemeld.`
			: deadline
				? `${name} is ${formatDay(deadline)}. Er is nog niets gemeten of gemeld.`
				: 'Er is niets gemeten of gemeld.';
	if (final) return undefined;
	if (past)
		return `${tellReport(report)} ${name}, ${formatDay(deadline)}, is voorbij. Daarna is niets gemeld.`;
	return daysBetween(report.date, asOf) > reportHoldsDays
		? `${tellReport(report)} Die melding is ouder dan een jaar.`
		: undefined;
}

function remarksOf({ deadline, notes }: TargetFacts, report: Report): string[] {
	const late =
		report.state === 'done' && deadline !== undefined && report.date > deadline
			? [`De melding gaat over een dag na ${formatDay(deadline)}. Of het op tijd klaar was, staat er niet.`]
			: [];
	return report.published
		? [...notes, ...late]
		: [
				...notes,
				...late,
				`Wanneer het stuk is gepubliceerd, is niet bekend. De melding telt vanaf ${
					report.known === report.date
						? 'de dag waar zij over gaat'
						: `${formatDay(report.known)}, de dag waarmee deze site voor dat stuk rekent`
				}.`
			];
}

/** Judges a promise to have something done, by what was reported of it and could be known on a day. */
export function judgeReports(target: TargetFacts, asOf: string): Judgement {
	const decided = decide(target, asOf);
	const { report, final, later } = decided;
	const silent = silence(target, decided, asOf);
	if (silent !== undefined || report === undefined)
		return { status: 'no-new-measurement', rule: 'measured@1', sentence: silent!, remarks: target.notes };
	const since = later ? ` Daarna: ${tellReport(later)}` : '';
	const judgement = (status: Judgement['status'], rule: Judgement['rule'] = 'done-by@1') => ({
		status,
		rule,
		sentence: `${tellReport(report)}${since}`,
		remarks: remarksOf(target, report)
	});
	if (report.state === 'done') return judgement('reached');
	if (final) return judgement('missed');
	if (report.state === 'planned') return judgement('not-started', 'started@1');
	return judgement(report.state === 'delayed' ? 'off-track' : 'on-track');
}
