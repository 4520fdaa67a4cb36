import { describe, expect, test } from 'vitest';
import type { Column } from '../result.ts';
import { checkSteps } from './check.ts';
import { examplesFor } from './examples.ts';
import { parseSteps } from './parse.ts';
import { otherKey } from './step.ts';

const columns: Column[] = [
	{ name: 'gebied', kind: 'text' },
	{ name: 'jaar', kind: 'number' },
	{ name: 'procent', kind: 'number' },
	{ name: 'dag', kind: 'day' },
	{ name: 'open', kind: 'boolean' },
	{ name: 'dubbel', kind: 'number' },
	{ name: 'dubbel', kind: 'text' }
];
const others = new Map([
	[
		otherKey({ answer: 1 }),
		[
			{ name: 'code', kind: 'text' },
			{ name: 'jaar', kind: 'number' }
		] as const
	],
	[otherKey({ table: 'area' }), [{ name: 'gebied', kind: 'number' }] as const]
]);

function told(text: string): string[] {
	const { steps, problems } = parseSteps(text);
	expect(problems).toEqual([]);
	return checkSteps(steps, columns, others).map(({ message, at }) => `${at}: ${message}`);
}

test.each([
	"filter gebied = 'WK1' and (procent > 3 or dag >= '2020-01-01') and open",
	'filter procent > mean(procent) by jaar',
	'derive x = coalesce(procent, 0), y = if(open, gebied, null)\nfilter x > 1 and y is null',
	'rollup m = mean(procent + 1), hoogste = max(gebied) by jaar, gebied\nfilter m > 1',
	'join 1 by gebied = code\nfilter jaar_2 = 2016',
	'join 1 by gebied = code, jaar\nfilter code = gebied',
	'pivot jaar value procent by gebied\nfilter "2016" > 1',
	"select gebied as jaar\nfilter jaar = 'x'",
	"rename gebied as wijk\nfilter wijk = 'x'",
	'derive r = rank(procent), v = lag(procent, 2), q = quantile(procent, 0.25), t = left(gebied, 2), a = round(procent, 1)'
])('fits: %s', (text) => expect(told(text)).toEqual([]));

test.each([
	['filter gbied = 1', ['7: De kolom “gbied” is er niet. Wel:']],
	["filter Gebied = 'x'", ['7: De kolom “Gebied” is er niet. Bedoelt u “gebied”?']],
	['filter dubbel = 1', ['7: De kolom “dubbel” staat er 2 keer']],
	['filter procent', ['7: Hier hoort een voorwaarde']],
	['filter gebied > 3', ['16: Hier hoort een tekst, en dit is een getal']],
	['filter procent + gebied > 3', ['17: Hier hoort een getal, en dit is een tekst']],
	['filter open > open', ['7: Van waar en niet waar']],
	['filter procent = null', ['7: Met null is niets gelijk']],
	['filter procent = 1 and mean(gebied) > 3 and x > 1', ['28: Hier hoort een getal', '44: De kolom “x”']],
	['rollup procent', ['7: Bij rollup staat een kolom in een functie']],
	['rollup x = lag(procent)', ['11: lag kan niet bij rollup']],
	['derive x = mean(max(procent))', ['16: max kan niet binnen mean']],
	['derive x = quantile(procent, procent)', ['29: Hier hoort een uitgeschreven getal van 0 tot']],
	['derive x = lag(procent, 1.5)', ['24: Hier hoort een uitgeschreven heel getal']],
	['derive x = 1, x = 2', ['14: De naam “x” komt hier twee keer voor']],
	['rollup jaar = count() by jaar', ['7: De naam “jaar” komt hier twee keer voor']],
	['select gebied, gebied', ['15: De naam “gebied” komt hier twee keer']],
	['join 3 by gebied', ['5: Er is geen antwoord 3']],
	['join area by gebied', ['13: “gebied” en “gebied” zijn niet van dezelfde soort']],
	['join 1 by gebied = kode', ['19: De kolom “kode” is er niet. Wel: code, jaar']],
	['pivot jar value prcent by x', ['6: De kolom “jar”', '16: De kolom “prcent”', '26: De kolom “x”']],
	['filter constructor = 1', ['7: De kolom “constructor” is er niet']],
	['orderby __proto__', ['8: De kolom “__proto__” is er niet']],
	[
		'rollup n = count()\nfilter procent > 1\nslice 2\nfilter jaar = 1',
		['26: De kolom “procent”', '53: De kolom “jaar”']
	]
])('does not fit: %s', (text, expected) => {
	const found = told(text);
	expect(found).toHaveLength(expected.length);
	expected.forEach((start, i) => expect(found[i]?.startsWith(start), found[i]).toBe(true));
});

describe('examples', () => {
	const figures = {
		columns: [
			{ name: 'gebied', kind: 'text' as const },
			{ name: 'naam van de wijk', kind: 'text' as const },
			{ name: 'jaar', kind: 'number' as const },
			{ name: 'deel (%)', kind: 'number' as const }
		],
		rows: [
			['WK178301', 'Naaldwijk', 2016, 40],
			['WK178301', 'Naaldwijk', 2020, 41]
		],
		cut: false
	};

	test.each([
		['areas and years', figures, 4],
		[
			'no years',
			{
				...figures,
				columns: figures.columns.filter((_, i) => i !== 2),
				rows: [['WK178301', 'Naaldwijk', 40]]
			},
			2
		],
		['texts only', { ...figures, columns: [figures.columns[1]!], rows: [['a'], ['b']] }, 1],
		['rows twice', { ...figures, rows: [...figures.rows, ...figures.rows] }, 2],
		['no columns', { columns: [], rows: [], cut: false }, 0]
	])('fit the answer: %s', (_, result, expected) => {
		const examples = examplesFor(result);
		expect(examples).toHaveLength(expected);
		for (const { steps } of examples) {
			const parsed = parseSteps(steps);
			expect(parsed.problems).toEqual([]);
			expect(checkSteps(parsed.steps, result.columns, new Map())).toEqual([]);
		}
	});
});
