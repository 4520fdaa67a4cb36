import { expect, test } from 'vitest';
import { mostKept, nameOf, readKept, remember } from './history.ts';

test('the newest question comes first, and none is there twice', () => {
	expect(remember(['b', 'a'], 'c')).toEqual(['c', 'b', 'a']);
	expect(remember(['b', 'a'], ' a\n')).toEqual(['a', 'b']);
});

test('nothing asked is nothing to keep', () => {
	expect(remember(['a'], ' \n')).toEqual(['a']);
});

test('the oldest goes when there are too many', () => {
	const many = Array.from({ length: mostKept }, (_, i) => `select ${i}`);
	const kept = remember(many, 'nieuw');
	expect(kept).toHaveLength(mostKept);
	expect(kept[0]).toBe('nieuw');
	expect(kept.at(-1)).toBe(`select ${mostKept - 2}`);
});

test.each([null, '', 'x', '{}', '7', 'null', '["a"', '{"0":"a"}'])('%j is no list', (text) => {
	expect(readKept(text)).toEqual([]);
});

test('of a list with other things only the questions are taken', () => {
	expect(readKept('["a", 1, null, ["b"], {"c": 1}, "d"]')).toEqual(['a', 'd']);
	expect(readKept(JSON.stringify(Array.from({ length: 80 }, String)))).toHaveLength(mostKept);
});

test('a question is named after its first line', () => {
	expect(nameOf('\n-- Waar is het stil?\nselect 1')).toBe('Waar is het stil?');
	expect(nameOf('  select 1')).toBe('select 1');
	expect(nameOf('x'.repeat(100), 10)).toBe('xxxxxxxxx…');
});
