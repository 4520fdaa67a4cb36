import { describe, expect, test } from 'vitest';
import type { Words } from '../../schema/words.ts';
import { suggest, tablesIn } from './suggest.ts';

const column = (name: string, list?: string) => ({
	name,
	written: name === 'table' ? '"table"' : name,
	type: 'varchar',
	note: name === 'value' ? 'Het cijfer.' : null,
	...(list && { list })
});

const words: Words = {
	keywords: ['from', 'select'],
	types: ['integer'],
	functions: [['median', 'x', 'The middle.']],
	tables: [
		{
			name: 'observation',
			written: 'observation',
			meaning: 'Eén cijfer',
			columns: [column('table'), column('indicator', 'indicator'), column('area', 'area'), column('value')]
		},
		{
			name: 'area',
			written: 'area',
			meaning: 'Gebieden',
			columns: [column('code', 'area'), column('label', 'area.label')]
		}
	],
	values: {
		indicator: [['eenzaamheid', 'Eenzaamheid']],
		area: [['WK178301', "'s-Gravenzande"]],
		'area.label': [["'s-Gravenzande", '']]
	}
};

/** What is offered where `|` stands. */
function offered(text: string) {
	const sql = text.replace('|', '');
	const found = suggest(sql, text.indexOf('|'), words);
	return found && { ...found, sql, labels: found.options.map(({ label }) => label) };
}

/** The text after the first suggestion is taken. */
function taken(text: string): string | undefined {
	const found = offered(text);
	const [first] = found?.options ?? [];
	return found && first && found.sql.slice(0, found.from) + first.text + found.sql.slice(found.to);
}

describe('columns and tables', () => {
	test('after a table that is read, only its columns', () => {
		expect(offered('select o.| from observation o')?.labels).toEqual(['table', 'indicator', 'area', 'value']);
		expect(offered('select area.|')?.labels).toEqual(['code', 'label']);
		expect(offered('select x.| from observation o')).toBeUndefined();
	});

	test('a name that is a word of SQL comes in quotes', () => {
		expect(taken('select o.| from observation o')).toBe('select o."table" from observation o');
		expect(taken('select o.ta| from observation o')).toBe('select o."table" from observation o');
	});

	test('after from and join only tables', () => {
		expect(offered('select * from |')?.labels).toEqual(['observation', 'area']);
		expect(offered('select * from area a join ob|')?.labels).toEqual(['observation', 'area']);
	});

	test('elsewhere the columns of what is read, then all that there is', () => {
		expect(offered('select | from area')?.labels).toEqual([
			'code',
			'label',
			'observation',
			'area',
			'median',
			'from',
			'select',
			'integer'
		]);
	});

	test('without a table all columns', () => {
		expect(offered('select va|')?.labels).toContain('value');
		expect(offered('select va|')?.labels).toContain('code');
	});

	test('a column tells what it means', () => {
		const found = offered('select | from observation')?.options.find(({ label }) => label === 'value');
		expect(found).toMatchObject({ detail: 'varchar', info: 'Kolom van observation. Het cijfer.' });
	});

	test('another statement says nothing of this one', () => {
		expect(offered('select * from area; select o.| from observation o')?.labels).toContain('value');
		expect(offered('select * from area a; select a.| from observation o')).toBeUndefined();
	});

	test('nothing in a comment or a number', () => {
		expect(offered('-- select |')).toBeUndefined();
		expect(offered('select 12|')).toBeUndefined();
	});
});

describe('values', () => {
	test.each([
		["select * from observation where indicator = '|'"],
		["select * from observation o where o.indicator = '|'"],
		["select * from observation where indicator in ('a', '|')"],
		['select * from observation where "indicator" like \'|\''],
		["select * from observation where indicator <> 'een|'"]
	])('%s', (text) => {
		expect(offered(text)?.options).toMatchObject([
			{ kind: 'value', label: 'eenzaamheid', detail: 'Eenzaamheid' }
		]);
	});

	test('what is taken replaces the text, and closes it where it was open', () => {
		expect(taken("select * from observation where indicator = 'x|y'")).toBe(
			"select * from observation where indicator = 'eenzaamheid'"
		);
		expect(taken("select * from observation where indicator = '|")).toBe(
			"select * from observation where indicator = 'eenzaamheid'"
		);
		expect(taken("select * from observation where indicator = '|\nand area = 'x'")).toBe(
			"select * from observation where indicator = 'eenzaamheid'\nand area = 'x'"
		);
	});

	test('a quote in a value cannot end it', () => {
		expect(taken("select * from area where label = '|'")).toBe(
			"select * from area where label = '''s-Gravenzande'"
		);
	});

	test('nothing where no column is compared, or none with known values', () => {
		expect(offered("select '|' from observation")).toBeUndefined();
		expect(offered("select * from observation where value = '|'")?.options).toEqual([]);
	});
});

describe('tablesIn', () => {
	const names = (sql: string) => [...tablesIn(sql, words.tables)].map(([as, { name }]) => `${as}=${name}`);

	test.each([
		['from observation', ['observation=observation']],
		[
			'from observation as o join area a on a.code = o.area',
			['observation=observation', 'o=observation', 'area=area', 'a=area']
		],
		['from observation o, area', ['observation=observation', 'o=observation', 'area=area']],
		['from "area" "Eigen naam"', ['area=area', 'eigen naam=area']],
		['FROM Area X', ['area=area', 'x=area']],
		['select value, area from observation', ['observation=observation']]
	])('%s', (sql, expected) => {
		expect(names(sql)).toEqual(expected);
	});
});
