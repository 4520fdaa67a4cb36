import { describe, expect, test } from 'vitest';
import { parseSteps } from '../../domain/pipeline/parse.ts';
import { pipelineLimits } from '../../domain/pipeline/step.ts';
import type { Cell, Column, Result } from '../../domain/result.ts';
import { reshape } from './run.ts';

/** A table from its head, as `gebied jaar:number`, and its rows. */
const made = (head: string, rows: Cell[][]): Result => ({
	columns: head.split(' ').map((text): Column => {
		const [name, kind = 'text'] = text.split(':');
		return { name: name!, kind: kind as Column['kind'] };
	}),
	rows,
	cut: false
});

const figures = made('gebied jaar:number procent:number', [
	['A', 2016, 10],
	['A', 2020, null],
	['B', 2016, 20],
	['B', 2020, 30],
	['C', 2020, null],
	[null, 2020, 5]
]);

function ask(text: string, result: Result = figures, others: [string, Result][] = []) {
	const { steps, problems } = parseSteps(text);
	expect(problems).toEqual([]);
	return reshape({ result, steps, others });
}

/** The rows and names of an outcome, which is there. */
function done(text: string, result?: Result, others?: [string, Result][]) {
	const answer = ask(text, result, others);
	if ('problems' in answer) throw new Error(answer.problems.map(({ message }) => message).join('\n'));
	const { columns, rows, cut } = answer.result;
	return { rows, cut, columns, names: columns.map(({ name }) => name), remarks: answer.remarks };
}

const problem = (text: string, result?: Result, others?: [string, Result][]): string => {
	const answer = ask(text, result, others);
	return 'problems' in answer ? answer.problems.map(({ message }) => message).join('\n') : '';
};

describe('what is missing stays missing', () => {
	test.each([
		['a + 1', null],
		['a * 0', null],
		['-a', null],
		['a = a', null],
		['a > 0', null],
		['a >= 0', null],
		['a <= 0', null],
		['a != 1', null],
		['not (a > 0)', null],
		['a > 0 and false', false],
		['a > 0 and true', null],
		['a > 0 or true', true],
		['a > 0 or false', null],
		['a in (1, 2)', null],
		['1 in (1, a)', true],
		['2 in (1, a)', null],
		['2 in (1, 3)', false],
		['if(a > 0, 1, 2)', null],
		['round(a)', null],
		['abs(a)', null],
		['sqrt(-1)', null],
		['1 / 0', null],
		['0 / 0', null],
		['1 % 0', null],
		["concat('x', a)", null],
		['text(a)', null],
		['length(t)', null],
		['lower(t)', null],
		["contains(t, 'x')", null],
		["number('')", null],
		["number('x')", null],
		["number('0x10')", null],
		["number(' 1,5')", 1.5],
		['coalesce(a, 7)', 7],
		['coalesce(a, null)', null],
		['missing(a)', true],
		['a is not null', false],
		['rank(a)', null],
		['lag(b)', null],
		['lead(b)', null],
		['sum(a)', null],
		['sum_known(a)', null],
		['mean(a)', null],
		['mean_weighted(a, b)', null],
		['mean_weighted(b, a)', null],
		['mean_weighted(b, 0)', null],
		['median(a)', null],
		['min(a)', null],
		['max(a)', null],
		['stdev(b)', null],
		['quantile(a, 0.5)', null],
		['corr(a, b)', null],
		['count(a)', 0],
		['count_missing(a)', 1],
		['distinct(a)', 0],
		['count()', 1]
	])('%s', (expression, expected) => {
		const one = made('a:number t b:number', [[null, null, 4]]);
		expect(done(`derive x = ${expression}\nselect x`, one).rows).toEqual([[expected]]);
	});

	test('an average goes over what is there, a sum is empty, and both say what was missing', () => {
		const { rows, remarks } = done(
			'rollup m = mean(procent), s = sum(procent), k = sum_known(procent), n = count(procent), o = count_missing(procent) by gebied'
		);
		expect(rows).toEqual([
			['A', 10, null, 10, 1, 1],
			['B', 25, 50, 50, 2, 0],
			['C', null, null, null, 0, 1],
			[null, 5, 5, 5, 1, 0]
		]);
		expect(remarks).toEqual([
			'Stap 1: bij mean(procent) ontbreken 2 van de 6 waarden: die tellen niet mee.',
			'Stap 1: bij sum(procent) ontbreken 2 van de 6 waarden: de som is leeg waar er een ontbreekt.',
			'Stap 1: bij sum_known(procent) ontbreken 2 van de 6 waarden: die tellen niet mee.'
		]);
	});

	test('a filter keeps only what is sure, and says what it let go', () => {
		const { rows, remarks } = done('filter procent < 25');
		expect(rows.map((row) => row[2])).toEqual([10, 20, 5]);
		expect(remarks).toEqual([
			'Stap 1: bij 2 van de 6 regels ontbreekt wat de voorwaarde nodig heeft: die vallen weg.'
		]);
	});

	test('nothing at all has no average, and no rows', () => {
		expect(
			done('filter procent > 1000\nrollup m = mean(procent), s = sum(procent), n = count()').rows
		).toEqual([[null, null, 0]]);
		expect(done('filter procent > 1000\nrollup m = mean(procent) by gebied').rows).toEqual([]);
	});
});

describe('each verb', () => {
	test('filter, with a mean of its own group', () => {
		expect(done('filter procent > mean(procent) by jaar').rows).toEqual([
			['B', 2016, 20],
			['B', 2020, 30]
		]);
	});

	test('derive: in groups, beside other rows, in the place of a column, and all from the rows as they were', () => {
		const { rows, names } = done(
			'derive deel = 100 * procent / sum_known(procent), verschil = procent - lag(procent), jaar = jaar - 2000, oud = jaar by gebied'
		);
		expect(names).toEqual(['gebied', 'jaar', 'procent', 'deel', 'verschil', 'oud']);
		expect(rows.slice(0, 4)).toEqual([
			['A', 16, 10, 100, null, 2016],
			['A', 20, null, null, null, 2020],
			['B', 16, 20, 40, null, 2016],
			['B', 20, 30, 60, 10, 2020]
		]);
	});

	test('derive: the highest is first, equals share a place', () => {
		const values = made('a:number', [[3], [5], [null], [5], [1]]);
		expect(done('derive p = rank(a), n = row_number()', values).rows.map(([, ...rest]) => rest)).toEqual([
			[3, 1],
			[1, 2],
			[null, 3],
			[1, 4],
			[4, 5]
		]);
	});

	test('rollup: kinds stay, and groups with quotes and bars stay apart', () => {
		const odd = made('a b n:number d:day', [
			['x"|"y', 'z', 1, '2020-01-01'],
			['x', 'y"|"z', 2, '2021-01-01'],
			[null, 'z', 3, null],
			['null', 'z', 4, null]
		]);
		const { rows, columns } = done('rollup s = sum(n), tot = max(d) by a, b', odd);
		expect(rows).toEqual([
			['x"|"y', 'z', 1, '2020-01-01'],
			['x', 'y"|"z', 2, '2021-01-01'],
			[null, 'z', 3, null],
			['null', 'z', 4, null]
		]);
		expect(columns.map(({ kind }) => kind)).toEqual(['text', 'text', 'number', 'day']);
	});

	test('rollup: the numbers', () => {
		const values = made('a:number b:number', [
			[1, 2],
			[2, 4],
			[2, null],
			[4, 8]
		]);
		expect(
			done(
				'rollup median(a), quantile(a, 0.25), stdev(a), distinct(a), min(a), max(a), corr(a, b), mean(a * 2)',
				values
			).rows[0]!.map((cell) => Math.round(Number(cell) * 1000) / 1000)
		).toEqual([2, 1.75, 1.258, 3, 1, 4, 1, 4.5]);
	});

	test('rollup: a weighted mean is of rows that have both, and a plain one of areas says what it is', () => {
		const areas = made('wijk share:number people:number', [
			['WK178301', 10, 300],
			['WK178302', 50, 100],
			['WK178303', null, 500],
			['WK178304', 90, null]
		]);
		const { rows, remarks } = done('rollup w = mean_weighted(share, people), m = mean(share)', areas);
		expect(rows).toEqual([[20, 50]]);
		expect(remarks[0]).toContain('bij mean_weighted(share) ontbreken 2 van de 4 waarden');
		expect(remarks.at(-1)).toContain('mean telt elk gebied even zwaar');
		expect(done('rollup m = mean(procent)').remarks.join()).not.toContain('even zwaar');
	});

	test('pivot: a column for each value, in order, with what is not there empty', () => {
		const { rows, columns } = done('pivot jaar value procent');
		expect(columns).toEqual([
			{ name: 'gebied', kind: 'text' },
			{ name: '2016', kind: 'number' },
			{ name: '2020', kind: 'number' }
		]);
		expect(rows).toEqual([
			['A', 10, null],
			['B', 20, 30],
			['C', null, null],
			[null, null, 5]
		]);
	});

	test('pivot: more than ten keys keep their order, a missing key has a name, names stay apart', () => {
		const keys = made(
			'k:number v:number jaar w',
			[...Array(12).keys(), null].toReversed().map((k, i) => [k, i, 'x', 'w'])
		);
		expect(done('rename jaar as "3"\npivot k value v by "3"', keys).names).toEqual([
			'3',
			...'0 1 2 3_2 4 5 6 7 8 9 10 11'.split(' '),
			'ontbreekt'
		]);
		expect(done('slice 2\npivot k value v, w by jaar', keys).names).toEqual([
			'jaar',
			'v_11',
			'v_ontbreekt',
			'w_11',
			'w_ontbreekt'
		]);
	});

	test('pivot: two rows for one place are refused', () => {
		expect(problem('pivot jaar value procent by jaar')).toContain('meer dan één regel voor “jaar” 2016');
		expect(problem('filter procent > 99\npivot jaar value procent')).toContain('geen regels om te draaien');
	});

	const people = made('code inwoners:number jaar:number', [
		['B', 200, 2016],
		['A', 100, 2020],
		['A', 90, 2016],
		[null, 1, 2016]
	]);

	test('join: on more columns, in the order of the rows, and nothing is joined on what is missing', () => {
		const { rows, names, remarks } = done('join 1 by gebied = code, jaar', figures, [['antwoord 1', people]]);
		expect(names).toEqual(['gebied', 'jaar', 'procent', 'code', 'inwoners']);
		expect(rows).toEqual([
			['A', 2016, 10, 'A', 90],
			['A', 2020, null, 'A', 100],
			['B', 2016, 20, 'B', 200]
		]);
		expect(remarks).toEqual(['Stap 1: bij 3 regels staat niets in antwoord 1: die vallen weg.']);
	});

	test('join_left: all rows stay, names stay apart, and it says that rows became more', () => {
		const { rows, names, remarks } = done(
			'join_left area by gebied = code\nselect gebied, jaar, jaar_2',
			figures,
			[['tabel area', people]]
		);
		expect(names).toEqual(['gebied', 'jaar', 'jaar_2']);
		expect(rows).toEqual([
			['A', 2016, 2020],
			['A', 2016, 2016],
			['A', 2020, 2020],
			['A', 2020, 2016],
			['B', 2016, 2016],
			['B', 2020, 2016],
			['C', 2020, null],
			[null, 2020, null]
		]);
		expect(remarks).toHaveLength(2);
		expect(remarks[1]).toContain('van 6 regels werden het er 8');
	});

	test('join: what would not fit is refused before it is made', () => {
		const many = made(
			'a:number',
			Array.from({ length: 100_000 }, () => [1])
		);
		expect(problem('join 1 by a', many, [['antwoord 1', many]])).toContain('10.000.000.000 regels');
	});

	test('orderby: missing last either way, equals keep their place, texts as in Dutch', () => {
		const order = (text: string) => done(text).rows.map(([area, , share]) => `${area}${share}`);
		expect(order('orderby procent')).toEqual(['null5', 'A10', 'B20', 'B30', 'Anull', 'Cnull']);
		expect(order('orderby procent desc')).toEqual(['B30', 'B20', 'A10', 'null5', 'Anull', 'Cnull']);
		expect(order('orderby gebied desc, procent')).toEqual(['Cnull', 'B20', 'B30', 'A10', 'Anull', 'null5']);
		const names = made('n', [['Wijk 10'], ['Éen'], ['wijk 9'], ['fiets']]);
		expect(done('orderby n', names).rows.flat()).toEqual(['Éen', 'fiets', 'wijk 9', 'Wijk 10']);
	});

	test('select, rename and slice', () => {
		const { names, rows } = done('select procent as p, gebied, procent\nrename gebied as "de wijk"\nslice 2');
		expect(names).toEqual(['p', 'de wijk', 'procent']);
		expect(rows).toEqual([
			[10, 'A', 10],
			[null, 'A', null]
		]);
	});
});

describe('functions', () => {
	test.each([
		['round(2.5)', 3],
		['round(-2.5)', -3],
		['round(1.005, 2)', 1.01],
		['round(1e21 + 0.5, 2)', 1e21],
		['round(0.0000001, 2)', 0],
		['floor(-1.5)', -2],
		['ceil(1.2)', 2],
		['7 % 4', 3],
		["upper('é')", 'É'],
		["trim(' a ')", 'a'],
		["left('WK178301', 6)", 'WK1783'],
		["length('🙂é')", 2],
		["startswith('WK1783', 'WK')", true],
		["concat('a', 1, true)", 'a1true'],
		["if('a' < 'b', 'ja', 'nee')", 'ja'],
		["1 = 1 and not ('a' = 'A')", true]
	])('%s', (expression, expected) => {
		expect(done(`derive x = ${expression}\nselect x`, made('a', [['']])).rows).toEqual([[expected]]);
	});

	test('the year of a day', () => {
		expect(done('derive j = year(d)', made('d:day', [['2020-05-01'], [null]])).rows).toEqual([
			['2020-05-01', 2020],
			[null, null]
		]);
	});
});

describe('names and texts of anyone', () => {
	test('columns that are called after what every object has are columns', () => {
		const odd = made('__proto__ constructor toString:number hasOwnProperty:number', [
			['a', 'x', 1, 2],
			['a', 'y', 3, 4]
		]);
		const { names, rows } = done(
			'derive valueOf = "toString" + "hasOwnProperty"\nrollup "__proto__" = sum(valueOf) by "constructor"\npivot "constructor" value "__proto__"',
			odd
		);
		expect(names).toEqual(['x', 'y']);
		expect(rows).toEqual([[3, 7]]);
		expect(
			done(
				'pivot "__proto__" value "toString" by "constructor"',
				made('__proto__ constructor toString:number', [['__proto__', 'constructor', 1]])
			).names
		).toEqual(['constructor', '__proto__']);
		expect(Object.keys(Object.prototype)).toEqual([]);
	});

	test.each(["'); globalThis.bad = 1; ('", '${globalThis.bad = 1}', '\\u0027', '`', 'd.c0', '\u2028'])(
		'%s is only a text',
		(text) => {
			const { rows } = done(
				`filter t = '${text.replaceAll("'", "''")}'\nderive "${text}" = t`,
				made('t', [[text], ['x']])
			);
			expect(rows).toEqual([[text, text]]);
			expect(globalThis).not.toHaveProperty('bad');
		}
	);
});

test('mistakes in columns are told together, also those behind a pivot', () => {
	expect(problem('filter a = 1\nselect b').split('\n')).toHaveLength(2);
	expect(problem('pivot jaar value procent by gebied\nselect gebied, "2017"')).toContain(
		'“2017” is er niet. Wel: gebied, 2016, 2020'
	);
});

test('a step that makes too many columns is refused, a long outcome is cut and says so', () => {
	const keys = made(
		'k:number v:number',
		Array.from({ length: 600 }, (_, i) => [i, i])
	);
	expect(problem('pivot k value v', keys)).toContain('600 kolommen');
	const many = made(
		'a:number',
		Array.from({ length: 400 }, (_, i) => [i % 2])
	);
	const { rows, cut } = done('join 1 by a\njoin_left 2 by a', many, [
		['antwoord 1', many],
		['antwoord 2', made('a:number', [[0], [0], [1]])]
	]);
	expect(rows).toHaveLength(pipelineLimits.rows);
	expect(cut).toBe(true);
});
