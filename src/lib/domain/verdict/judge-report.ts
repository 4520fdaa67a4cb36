import type { Progress } from '../../schema/goal.ts';
import { formatDay } from '../format.ts';
import type { TargetFacts } from './facts.ts';
import type { Judgement } from './judge-value.ts';

/** What a report says of work that is not done yet holds for a year: plans are reported on once a year. */
export const reportHoldsDays = 366;

const stateWords: Record<Progress['state'], string> = {
	planned: 'gepland',
	running: 'bezig',
	done: 'klaar',
	delayed: 'vertraagd',
	stopped: 'gestopt'
};

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Where nothing was reported after the deadline, or not for long. */
function silence({ deadline }: TargetFacts, last: Progress | undefined, asOf: string): string | undefined {
	const past = deadline !== undefined && deadline <= asOf;
	if (!last)
		return past
			? `De afgesproken datum, ${formatDay(deadline)}, is voorbij. Of het is gelukt, is niet gemeten of gemeld.`
			: deadline
				? `De afgesproken datum is ${formatDay(deadline)}. Er is nog niets gemeten of gemeld.`
				: 'Er is niets gemeten of gemeld.';
	const told = `De laatste melding is van ${formatDay(last.date)}: ${stateWords[last.state]}.`;
	if (past && last.date < deadline)
		return `${told} De afgesproken datum, ${formatDay(deadline)}, is voorbij. Daarna is niets gemeld.`;
	return daysBetween(last.date, asOf) > reportHoldsDays
		? `${told} Dat is langer dan een jaar geleden.`
		: undefined;
}

/** Judges a promise to have something done, by what was reported of it up to and including a day. */
export function judgeReports(target: TargetFacts, asOf: string): Judgement {
	const last = target.reports.filter(({ date }) => date <= asOf).at(-1);
	const remarks = target.notes;
	const judgement = (
		status: Judgement['status'],
		sentence: string,
		rule: Judgement['rule'] = 'done-by@1'
	) => ({
		status,
		rule,
		sentence,
		remarks
	});
	if (last?.state === 'done') {
		const late = target.deadline !== undefined && last.date > target.deadline;
		return {
			...judgement('reached', `Op ${formatDay(last.date)} is gemeld: klaar. ${last.text}`),
			remarks: late
				? [
						...remarks,
						`De melding is van na ${formatDay(target.deadline!)}. Of het op tijd klaar was, staat er niet.`
					]
				: remarks
		};
	}
	if (last?.state === 'stopped')
		return judgement('missed', `Op ${formatDay(last.date)} is gemeld: gestopt. ${last.text}`);
	const silent = silence(target, last, asOf);
	if (silent !== undefined || last === undefined)
		return judgement('no-new-measurement', silent!, 'measured@1');
	const told = `Op ${formatDay(last.date)} is gemeld: ${stateWords[last.state]}. ${last.text}`;
	if (target.deadline && target.deadline <= asOf) return judgement('missed', told);
	if (last.state === 'planned') return judgement('not-started', told, 'started@1');
	return judgement(last.state === 'delayed' ? 'off-track' : 'on-track', told);
}
