import { expect, it } from 'vitest';
import type { Figure } from '../schema/figure.ts';
import { moneyIds, moneyParts } from './money.ts';

const figure = (id: string, unit: Figure['unit']): Figure => ({
	id,
	document: 'd',
	place: 'p',
	subject: 's',
	breakdown: '',
	area: '',
	period: '2016',
	value: '6',
	unit,
	remark: ''
});

it('gives what a document says of money in the order of reading, and nothing that it does not say', () => {
	const money = { period: '2016', share: 'deel', budget: 'plan' };
	const figures = { plan: figure('plan', 'euro'), deel: figure('deel', 'procent') };
	expect(moneyParts(money, figures).map(({ label, figure: { id } }) => [label, id])).toEqual([
		['begroot', 'plan'],
		['deel dat is uitgegeven', 'deel']
	]);
	expect(moneyIds(money)).toEqual(['plan', 'deel']);
});
