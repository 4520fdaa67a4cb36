import { describe, expect, test } from 'vitest';
import type { Figure, Table } from '../schema/figure.ts';
import { cellPeriod, cellText, notesOf, periodsOf, remarkSentence } from './document-table.ts';
import type { Figures } from './sums.ts';

const figure = (id: string, period: string, remark = ''): Figure => ({
	id,
	document: '003',
	place: 'bijlage 2',
	subject: 'uitgaven',
	breakdown: '',
	area: 'Westerkwartier',
	period,
	value: '370000',
	unit: 'euro',
	remark
});
const table = (...ids: string[]): Table => ({
	id: 'schuldhulp',
	page: 'middelen',
	title: 'Uitgaven aan schuldhulp',
	source: { document: '003', place: 'bijlage 2' },
	columns: ['Soort hulp', 'Bedrag (euro)'],
	rows: ids.map((id) => ({ head: `rij ${id}`, cells: [{ figure: id }] })),
	remarks: []
});
const byId = (...all: Figure[]): Figures => Object.fromEntries(all.map((each) => [each.id, each]));

test('cellText leaves out a unit that the column says', () => {
	expect(cellText({ value: '1722954', unit: 'euro' }, 'Bedrag (euro)')).toBe('1.722.954');
	expect(cellText({ value: '1722954', unit: 'euro' }, 'Bedrag')).toBe('€ 1.722.954');
	expect(cellText({ value: '1716', unit: 'per 100000' }, 'Per 100.000 verzekerden')).toBe('1.716');
});

test('remarkSentence makes a sentence and leaves names of tables and taakvelden alone', () => {
	expect(remarkSentence('de vijf regels tellen op tot 1722953: afronding in de bron')).toBe(
		'De vijf regels tellen op tot 1.722.953: afronding in de bron.'
	);
	expect(remarkSentence('de waarde van 2016 in 50090NED (2020: 52.7)')).toBe(
		'De waarde van 2016 in 50090NED (2020: 52,7).'
	);
	expect(remarkSentence('taakveld 6.1 t/m 6.82')).toBe('Taakveld 6.1 t/m 6.82.');
});

test('notesOf gives each remark once, numbered in the order of reading', () => {
	const figures = byId(figure('a', '2020', 'geteld'), figure('b', '2020'), figure('c', '2020', 'geteld'));
	expect(notesOf(table('a', 'b', 'c'), figures)).toEqual([
		{ number: 1, text: 'Geteld.', figures: ['a', 'c'] }
	]);
});

describe('periods', () => {
	test('one period is said once, above the table', () => {
		const figures = byId(figure('a', '2020'), figure('b', '2020'));
		expect(periodsOf(table('a', 'b'), figures)).toBe('Periode: 2020');
		expect(cellPeriod(figures.a!, table('a', 'b'), figures, ['zonder jaar'])).toBeUndefined();
	});

	test('several are all named, and stand in a cell whose words do not say them', () => {
		const figures = byId(figure('a', '2019'), figure('b', '2016/2020'), figure('c', ''));
		const own = table('a', 'b', 'c');
		expect(periodsOf(own, figures)).toBe(
			'Perioden: 2016 tot en met 2020 en 2019; soms noemt de bron geen periode'
		);
		expect(cellPeriod(figures.a!, own, figures, ['Gestrest (2019)'])).toBeUndefined();
		expect(cellPeriod(figures.a!, own, figures, ['Gestrest'])).toBe('2019');
		expect(cellPeriod(figures.b!, own, figures, ['vanaf 2016'])).toBe('2016 tot en met 2020');
		expect(cellPeriod(figures.b!, own, figures, ['2016 tot 2020'])).toBeUndefined();
		expect(cellPeriod(figures.c!, own, figures, ['Eenzaam'])).toBe('periode niet genoemd');
		expect(cellPeriod(figures.c!, own, figures, ['Eenzaam (jaar niet genoemd)'])).toBeUndefined();
	});

	test('a source without a period says so', () => {
		expect(periodsOf(table('a'), byId(figure('a', '')))).toBe('Periode: niet genoemd in de bron');
	});
});
