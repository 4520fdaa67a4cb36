import type { MeasuredSubject, Subject } from '../../schema/ask.ts';
import type { Unit } from '../../schema/indicator.ts';
import { small } from '../format.ts';
import { groupLabel } from '../groups.ts';
import { isRate } from '../profile.ts';
import { indicatorOf, spendingOf, type Holdings } from './holdings.ts';

/** The unit of what is asked, after dividing. */
export function unitOf(subject: Subject, holdings: Holdings): Unit {
	if (subject.kind === 'spending') return subject.perInhabitant ? 'euro' : '1000-euro';
	if (subject.per) return subject.per.scale === 100 ? 'procent' : 'per-1000';
	return indicatorOf(subject.indicator, holdings)?.unit ?? 'aantal';
}

/** Whether a count is the size of an area itself: its residents. */
export const isSize = (indicator: string): boolean => indicator === 'inwoners';

/** Whether areas of different size can be compared by it. */
export const isComparable = (subject: Subject, holdings: Holdings): boolean =>
	subject.kind === 'spending' ? subject.perInhabitant : isRate(unitOf(subject, holdings));

export const decimalsOf = (subject: Subject, holdings: Holdings): number =>
	isRate(unitOf(subject, holdings)) ? 1 : 0;

function measuredTitle({ indicator, breakdown, per }: MeasuredSubject, holdings: Holdings): string {
	const held = indicatorOf(indicator, holdings);
	const group = groupLabel(
		breakdown,
		(held?.groups ?? []).map((each) => each.breakdown)
	);
	const whole = per && small(indicatorOf(per.of, holdings)?.title ?? per.of);
	return [
		held?.title ?? indicator,
		...(group ? [group] : []),
		...(per ? [`per ${per.scale === 1000 ? '1.000' : '100'} ${whole}`] : [])
	]
		.join(', ')
		.replaceAll(/\s+/g, ' ');
}

/** What is asked, as the name of a column: `Eenzaamheid, 18 jaar en ouder`. */
export function titleOf(subject: Subject, holdings: Holdings): string {
	if (subject.kind === 'indicator') return measuredTitle(subject, holdings);
	const title = spendingOf(subject.of, holdings)?.title ?? subject.of;
	return `${title}, ${subject.report}${subject.perInhabitant ? ', per inwoner' : ''}`;
}

const columnNames: Record<Unit, string> = {
	procent: 'procent',
	'per-1000': 'per_1000',
	aantal: 'aantal',
	euro: 'euro',
	'1000-euro': 'duizend_euro'
};

/** The name of the column with the figures. */
export function valueColumn(subjects: readonly Subject[], holdings: Holdings): string {
	const units = new Set(subjects.map((subject) => unitOf(subject, holdings)));
	const [only] = units;
	return units.size === 1 ? columnNames[only!] : 'waarde';
}
