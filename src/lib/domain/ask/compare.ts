import type { Ask, Make } from '../../schema/ask.ts';
import { literal } from '../sql/write.ts';
import type { Holdings } from './holdings.ts';
import { remarks } from './steps.ts';
import { titleOf, valueColumn } from './subjects.ts';

type Compare = Extract<Make, { kind: 'compare' }>;

/** The rows of one step beside those of another, on the same boundaries: the newest that both have. */
export interface Pair {
	left: string;
	right: string;
	/** What must be the same, besides code and boundaries, as a condition on `t` and `b`. */
	on: string;
	/** Which rows of the left are wanted; nothing means all. */
	where?: string;
	/** What the right is, for a reason of absence. */
	against: string;
	/** Whether both sides have boundaries, or an equal division into taakvelden, that must be the same. */
	bounded: boolean;
}

/** Each figure (`waarde`) with the one it is held against (`ander`), and why one of them is not there. */
export function paired({ left, right, on, where, against, bounded }: Pair): string {
	const absent = bounded
		? `geen cijfer op dezelfde grenzen of indeling (${against})`
		: `geen cijfer (${against})`;
	const remark = `case when b.opmerking is distinct from t.opmerking then ${literal(`${against}: `)} || b.opmerking end`;
	return `select t.* replace (${remarks('t.opmerking', remark)} as opmerking), b.waarde as ander,
  coalesce(t.waarom_leeg, case
    when b.code is null then ${literal(absent)}
    when b.waarde is null then ${literal(`${against}: `)} || coalesce(b.waarom_leeg, 'onbekend')
  end) as reden
from ${left} t
left join ${right} b on ${on}${bounded ? ' and b.grenzen = t.grenzen' : ''}${where ? `\nwhere ${where}` : ''}
qualify row_number() over (partition by t.code, t.jaar order by b.code is null, t.grenzen desc) = 1`;
}

/** What comes of two figures; missing where one of them is, and where it would be divided by 0. */
export const outcome = (form: Compare['form'] | 'index', decimals: number): string => {
	if (form === 'difference') return `round(waarde - ander, ${decimals})`;
	const ratio = form === 'index' ? '100 * waarde / nullif(ander, 0)' : 'waarde / nullif(ander, 0)';
	return `round(${ratio}, ${form === 'index' ? 1 : 2})`;
};

/** Why there is no outcome. */
export const whyNone = (form: Compare['form'] | 'index'): string =>
	form === 'difference' ? 'reden' : "coalesce(reden, case when ander = 0 then 'delen door 0 kan niet' end)";

/** Names of the columns with the figure itself and with the one it is held against. */
export function compareNames(ask: Ask, make: Compare, holdings: Holdings): [string, string] {
	const [first, second] = ask.subjects;
	if (make.with === 'subject') return [titleOf(first!, holdings), titleOf(second!, holdings)];
	const other = { period: `in_${make.base}`, gemeente: 'hele_gemeente', land: 'nederland' }[make.with];
	return [valueColumn([first!], holdings), other];
}
