import { describe, expect, test } from 'vitest';
import { contextOf } from './context.ts';

/** A text with `|` where the cursor is. */
const at = (text: string) => contextOf(text.replace('|', ''), text.indexOf('|'));

describe('contextOf', () => {
	test('takes the statement around the cursor, without comments and texts', () => {
		expect(at("select 1; select 'a;b', | /* ; */ x from t; select 2")).toEqual({
			statement: " select '',    x from t",
			before: " select '', "
		});
	});

	test('begins anew after a semicolon, and ends at one', () => {
		expect(at('select 1;|').statement).toBe('');
		expect(at('select |1; select 2').statement).toBe('select 1');
	});

	test.each([
		["where a = '|'", { from: 11, to: 11, closed: true }],
		["where a = '|", { from: 11, to: 11, closed: false }],
		["where a = 'x|y' and", { from: 11, to: 13, closed: true }],
		["where a = 'it''|s", { from: 11, to: 16, closed: false }],
		["where a = e'x|'", { from: 12, to: 13, closed: true }]
	])('%s is inside a text', (text, inside) => {
		const found = at(text);
		expect(found.inside).toEqual({ kind: 'text', ...inside });
		expect(found.before).toBe('where a = ');
	});

	test.each(["where a = |'x'", "where a = 'x'|", "where a = 'x''y'|", 'select "|a"|'.replace(/\|$/, '')])(
		'%s is not inside a text',
		(text) => {
			expect(at(text).inside?.kind).not.toBe('text');
		}
	);

	test.each(['select -- a|', '-- a|\nselect', '/* a | b */', 'select $$ a | b $$'])(
		'%s is inside what is no SQL',
		(text) => {
			expect(at(text).inside?.kind).toBe('comment');
		}
	);

	test.each(['-- a\n|select', '/* a */|', 'select $$a$$|'])('%s is outside again', (text) => {
		expect(at(text).inside).toBeUndefined();
	});
});
