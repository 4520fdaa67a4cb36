import type { Unit } from '../../schema/indicator.ts';
import type { TargetFacts } from './facts.ts';
import type { ChangeWanted, ValueWanted } from './rules.ts';
import type { Target } from '../../schema/goal.ts';
import { count, formatDay, formatExact, formatPeriod, formatValue } from '../format.ts';

/** A value of a promise with its unit; one of a document is as precise as it stands there. */
export function valueWords(
	value: number,
	{ unit, fromDocument, noun }: Pick<TargetFacts, 'unit' | 'fromDocument' | 'noun'>
): string {
	if (noun) return count(value, noun.one, noun.more);
	return fromDocument && unit === 'procent' ? `${formatExact(value)}%` : formatValue(value, unit);
}

/** A difference with its unit: a difference between percentages is in points. */
export function differenceWords(size: number, unit: Unit): string {
	if (unit !== 'procent') return formatValue(size, unit);
	return `${formatExact(size)} procentpunt`;
}

/** A change in words: `0,9 procentpunt hoger`, `gelijk gebleven`. */
export function changeWords(change: number, unit: Unit): string {
	if (change === 0) return 'gelijk gebleven';
	return `${differenceWords(Math.abs(change), unit)} ${change > 0 ? 'hoger' : 'lager'}`;
}

/** On which side of a value it has to be, and where the value itself is not enough. */
const boundWords: Record<ValueWanted, [side: string, exclusive: string]> = {
	'at-least': ['ten minste', 'meer dan'],
	'at-most': ['ten hoogste', 'minder dan']
};

/** What was promised of a change, as an order to oneself. */
export const wantedWords: Record<ChangeWanted, string> = {
	'not-risen': 'niet stijgen',
	'not-fallen': 'niet dalen',
	rises: 'stijgen',
	falls: 'dalen'
};

/** What was promised, as an order to oneself: `niet stijgen`, `meer dan 20%`. */
export function promiseWords(target: TargetFacts): string {
	const { wanted, value, exclusive = false } = target;
	if (wanted === 'at-least' || wanted === 'at-most')
		return `${boundWords[wanted][exclusive ? 1 : 0]} ${valueWords(value!, target)}`;
	return wanted === 'done-by' ? target.title : wantedWords[wanted];
}

/** Whether somebody else than the source gave a deadline. */
export const isChosen = ({ deadlineOrigin }: Pick<Target, 'deadlineOrigin'>): boolean =>
	deadlineOrigin !== undefined && deadlineOrigin !== 'source';

/** What a deadline is called: one that no source gives is never told as agreed. */
export const deadlineName = (target: Pick<Target, 'deadlineOrigin'>): string =>
	isChosen(target) ? 'de einddatum waarmee deze site rekent' : 'de afgesproken datum';

/** A deadline after what was promised: `, uiterlijk 1 januari 2023`; nothing where the promise's own words give that day. */
export function deadlineWords(
	target: Pick<Target, 'deadline' | 'deadlineOrigin'> & Partial<Pick<Target, 'title'>>
): string {
	if (!target.deadline) return '';
	const day = formatDay(target.deadline);
	if (target.title?.includes(day)) return '';
	return isChosen(target) ? `; deze site rekent met ${day} als einddatum` : `, uiterlijk ${day}`;
}

/** When it was measured: `in 2020`, `op 1 januari 2020`. */
export const inPeriod = (period: string): string =>
	`${/^\d{4}-\d{2}-\d{2}$/.test(period) ? 'op' : 'in'} ${formatPeriod(period)}`;
