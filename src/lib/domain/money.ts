import type { Place } from '../schema/common.ts';
import type { Figure } from '../schema/figure.ts';
import type { Goal } from '../schema/goal.ts';
import type { Figures } from './sums.ts';

type Money = NonNullable<Goal['money']>;

/** Money for one goal as a row of a table. */
export interface MoneyRow {
	id: string;
	title: string;
	period: string;
	source: Place;
	budget?: Figure;
	actual?: Figure;
	share?: Figure;
}

/** The parts of what a document says of money for a goal, in the order of reading. */
const labels: Record<Exclude<keyof Money, 'period'>, string> = {
	budget: 'begroot',
	actual: 'uitgegeven',
	share: 'deel dat is uitgegeven'
};

/** The figures that a document gives for a goal, each with what it is; what it does not give is left out. */
export function moneyParts(money: Money, figures: Figures): { label: string; figure: Figure }[] {
	return (Object.keys(labels) as (keyof typeof labels)[]).flatMap((part) => {
		const figure = figures[money[part] ?? ''];
		return figure ? [{ label: labels[part], figure }] : [];
	});
}

/** Ids of the figures of an amount of money. */
export const moneyIds = ({ budget, actual, share }: Money): string[] =>
	[budget, actual, share].flatMap((id) => id ?? []);
