import { expect, test } from 'vitest';
import { asksSite, indicatorsIn, sourcesIn, titleOf, valuesIn } from './sources.ts';

const map = {
	tables: { expenditure: ['iv3'], goal: ['004', '001'], area: ['wijken'] },
	indicators: {
		eenzaamheid: ['50090ned'],
		bijstand: ['84799ned', '85984ned'],
		'ernstige-eenzaamheid': ['50090ned']
	}
};

test.each([
	["select * from observation where indicator = 'bijstand'", ['84799ned', '85984ned']],
	[
		"select * from observation o join area a on true where indicator in ('eenzaamheid')",
		['50090ned', 'wijken']
	],
	['select * from observation', ['50090ned', '84799ned', '85984ned']],
	['select * from expenditure', ['iv3']],
	["select goal_indicator, 'eenzaamheid' from x", []],
	['select * from GOAL', ['004', '001']],
	['select 1', []]
])('%s', (sql, expected) => {
	expect(sourcesIn(sql, map)).toEqual(expected);
});

test.each([
	["o.indicator = 'bijstand' and i.indicator='inwoners'", ['bijstand', 'inwoners']],
	["indicator IN ('eenzaamheid', 'bijstand') or indicator = 'bijstand'", ['eenzaamheid', 'bijstand']],
	["coalesce(breakdown, 'inwoners') as groep, x.indicator = i.indicator", []]
])('%s is about %j', (sql, expected) => expect(indicatorsIn(sql)).toEqual(expected));

test.each([
	['from observation', { figures: true, amounts: false }],
	['from Figure where document = 3', { figures: false, amounts: true }],
	['from converted join expenditure on true', { figures: true, amounts: true }],
	['from goal', { figures: false, amounts: false }]
])('%s asks for %j', (sql, expected) => expect(valuesIn(sql)).toEqual(expected));

test('a question is called after its first line of comment', () => {
	expect(titleOf('-- Wie is er eenzaam?\nselect 1')).toBe('Wie is er eenzaam?');
	expect(titleOf('select 1 -- niet dit')).toBe('Antwoord uit Doelenboom');
});

test.each([
	['select 6 * 7 as n', false],
	['select * from eigen_area', false],
	['select title from theme', true],
	['from goal', true]
])('%s asks the site: %s', (sql, expected) => {
	expect(asksSite(sql, map, [{ name: 'theme' }, { name: 'area' }])).toBe(expected);
});
