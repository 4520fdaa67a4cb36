import { expect, test } from 'vitest';
import type { Cell, Result } from '../result.ts';
import { toMarks } from './marks.ts';
import { signsIn } from './reasons.ts';
import { findRoles } from './roles.ts';

const empty = (name: string, ...reasons: Cell[]): Result => ({
	columns: [
		{ name: 'code', kind: 'text' },
		{ name: 'waarde', kind: 'number' },
		{ name, kind: 'text' }
	],
	rows: reasons.map((reason, i) => [`WK17830${i}`, null, reason]),
	cut: false
});
const signs = (result: Result) =>
	toMarks(result, findRoles(result)).map(({ reason }) => `${reason?.sign} ${reason?.meaning}`);

test('words of the site have their signs, in Dutch and in English, and speak of no source', () => {
	const found = signs(
		empty('waarom_leeg', 'verborgen', 'niet gevraagd', 'nog niet bekend', 'onbekend', null)
	);
	expect(found.map((each) => each.split(' ')[0])).toEqual(['x', '-', '…', '?', '·']);
	expect(signs(empty('status', 'suppressed', 'hidden', 'verborgen'))).toEqual(
		Array(3).fill('x verborgen: het gaat over te weinig mensen')
	);
	expect(found.join()).not.toContain('bron');
});

test('any other reason has a sign of its own and is told as it is', () => {
	const result = empty(
		'waarom_leeg',
		'minder dan 100 inwoners',
		'aantal inwoners niet bekend',
		'verborgen',
		'minder dan 100 inwoners'
	);
	expect(signs(result)).toEqual([
		'(a) minder dan 100 inwoners',
		'(b) aantal inwoners niet bekend',
		'x verborgen: het gaat over te weinig mensen',
		'(a) minder dan 100 inwoners'
	]);
	expect(signsIn(toMarks(result, findRoles(result))).map(({ sign }) => sign)).toEqual(['(a)', '(b)', 'x']);
});

test('of reasons for more columns a picture takes the one of its own', () => {
	expect(signs(empty('waarom_leeg', '2016: onbekend; waarde: verborgen'))[0]).toMatch(/^x /);
});

test('a number without end has no place in a picture, and says why', () => {
	const columns = [
		{ name: 'code', kind: 'text' as const },
		{ name: 'deel', kind: 'number' as const }
	];
	const result: Result = {
		columns,
		rows: [
			['WK178301', 0.5],
			['WK178302', Infinity],
			['WK178303', NaN],
			['WK178304', null]
		],
		cut: false
	};
	expect(toMarks(result, findRoles(result)).map(({ value, reason }) => [value, reason?.sign])).toEqual([
		[0.5, undefined],
		[null, '÷0'],
		[null, '÷0'],
		[null, '·']
	]);
});
