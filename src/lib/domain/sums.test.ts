import { describe, expect, test } from 'vitest';
import type { Figure, Table } from '../schema/figure.ts';
import { addFigures, columnSums, type Figures } from './sums.ts';

const figure = (id: string, value: string, unit: Figure['unit'] = 'aantal'): Figure => ({
	id,
	document: '004',
	place: 'bijlage 1, tabel 1',
	subject: 'indicaties',
	breakdown: '',
	area: 'Zoetermeer',
	period: '2017',
	value,
	unit,
	remark: ''
});

const byId = (...all: Figure[]): Figures => Object.fromEntries(all.map((each) => [each.id, each]));

const table = (rows: Table['rows'], total?: Table['total']): Table => ({
	id: 'tabel',
	page: 'middelen',
	title: 'Voorzieningen',
	source: { document: '004', place: 'bijlage 1' },
	columns: ['Voorziening', 'Indicaties (aantal)', 'Bedrag (euro)'],
	rows,
	total,
	remarks: []
});

/** Table 1 of Zoetermeer, whose two columns do not add up in the source. */
const figures = byId(
	...['312', '169', '272', '59', '2'].map((value, i) => figure(`n${i}`, value)),
	...['301390', '263486', '1139331', '18446', '300'].map((value, i) => figure(`e${i}`, value, 'euro')),
	figure('n', '812'),
	figure('e', '1722954', 'euro')
);
const rows = [0, 1, 2, 3, 4].map((i) => ({
	head: `rij ${i}`,
	cells: [{ figure: `n${i}` }, { figure: `e${i}` }]
}));
const total = { head: 'Totaal', cells: [{ figure: 'n' }, { figure: 'e' }] };

describe('columnSums', () => {
	test('adds up every column with a total and says what differs', () => {
		const [counts, amounts] = columnSums(table(rows, total), figures);
		expect(counts).toMatchObject({ column: 0, head: 'Indicaties (aantal)', sum: 814, difference: 2 });
		expect(counts!.total.id).toBe('n');
		expect(counts!.parts.map(({ id }) => id)).toEqual(['n0', 'n1', 'n2', 'n3', 'n4']);
		expect(amounts).toMatchObject({ column: 1, unit: 'euro', sum: 1722953, difference: -1 });
	});

	test('finds no difference between decimals that add up', () => {
		const fte = byId(
			...['2.50', '1.62', '0.92', '0.92', '0.50'].map((value, i) => figure(`f${i}`, value, 'fte')),
			figure('f', '6.46', 'fte')
		);
		const own = table(
			[0, 1, 2, 3, 4].map((i) => ({ head: `${i}`, cells: [{ figure: `f${i}` }] })),
			{ head: 'Totaal', cells: [{ figure: 'f' }] }
		);
		expect(columnSums(own, fte)).toMatchObject([{ sum: 6.46, difference: 0 }]);
	});

	test('leaves out empty cells and does not count them as zero rows', () => {
		const own = table([...rows, { head: 'leeg', cells: ['', ''] }], total);
		expect(columnSums(own, figures).map(({ parts }) => parts.length)).toEqual([5, 5]);
	});

	test('gives nothing without a total, with a text in the column or with other units', () => {
		expect(columnSums(table(rows), figures)).toEqual([]);
		const withText = table([...rows, { head: 'x', cells: ['onbekend', 'onbekend'] }], total);
		expect(columnSums(withText, figures)).toEqual([]);
		const mixed = table(
			[
				{ head: 'x', cells: [{ figure: 'n0' }] },
				{ head: 'y', cells: [{ figure: 'e0' }] }
			],
			{
				head: 'Totaal',
				cells: [{ figure: 'n' }]
			}
		);
		expect(columnSums(mixed, figures)).toEqual([]);
		const otherTotal = table(rows, { head: 'Totaal', cells: [{ figure: 'e' }, ''] });
		expect(columnSums(otherTotal, figures)).toEqual([]);
	});
});

test('addFigures adds as exactly as the figures are written', () => {
	expect(addFigures([{ value: '0.1' }, { value: '0.2' }])).toBe(0.3);
	expect(addFigures([{ value: '12367863' }, { value: '74939137' }])).toBe(87307000);
	expect(addFigures([])).toBe(0);
});
