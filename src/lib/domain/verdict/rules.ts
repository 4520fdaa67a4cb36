import type { Wanted } from '../../schema/goal.ts';
import { clean, type Interval } from './margin.ts';

/** What a rule says of a measurement: the promise holds, it does not, or the margin is too wide to tell. */
export type Holding = 'kept' | 'broken' | 'uncertain';

export type ChangeWanted = Extract<Wanted, 'not-risen' | 'not-fallen' | 'rises' | 'falls'>;
export type ValueWanted = Extract<Wanted, 'at-least' | 'at-most'>;

const mirror = ({ low, value, high }: Interval): Interval => ({ low: -high, value: -value, high: -low });

const opposite: Record<Holding, Holding> = { kept: 'broken', broken: 'kept', uncertain: 'uncertain' };

/** Risen by more than the smallest difference that counts. */
function rises({ low, high }: Interval, smallest: number): Holding {
	if (low > smallest) return 'kept';
	return high <= smallest ? 'broken' : 'uncertain';
}

/**
 * Whether a change is the one that was wanted.
 * @param change measurement minus baseline, in the unit of the indicator
 * @param smallest the smallest difference that counts; a change up to and including it is no change
 */
export function judgeChange(wanted: ChangeWanted, change: Interval, smallest: number): Holding {
	switch (wanted) {
		case 'rises':
			return rises(change, smallest);
		case 'falls':
			return rises(mirror(change), smallest);
		case 'not-risen':
			return opposite[rises(change, smallest)];
		case 'not-fallen':
			return opposite[rises(mirror(change), smallest)];
	}
}

/**
 * Whether a value is on the wanted side of a bound.
 * @param exclusive whether the bound itself is not enough
 */
export function judgeValue(wanted: ValueWanted, own: Interval, bound: number, exclusive: boolean): Holding {
	if (wanted === 'at-most') return judgeValue('at-least', mirror(own), -bound, exclusive);
	const least = clean(bound);
	const enough = (value: number) => (exclusive ? value > least : value >= least);
	if (enough(own.low)) return 'kept';
	return enough(own.high) ? 'uncertain' : 'broken';
}

/**
 * The value of the straight line from baseline to promise on a day: what would be on track.
 * @param days baseline, measurement and deadline, as `2022-01-01`
 */
export function pathValue(
	start: number,
	end: number,
	days: { baseline: string; measured: string; deadline: string }
): number {
	const [from, at, to] = [days.baseline, days.measured, days.deadline].map((day) => Date.parse(day)) as [
		number,
		number,
		number
	];
	if (to <= from) return end;
	return start + (end - start) * Math.min(1, Math.max(0, (at - from) / (to - from)));
}
