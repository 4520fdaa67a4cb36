import { expect, test } from 'vitest';
import { placeOf } from './place.ts';

test.each([
	['selec 1', 0, { line: 1, column: 1, from: 0, to: 5 }],
	['select\n  nergens\nfrom area', 9, { line: 2, column: 3, from: 9, to: 16 }],
	["select 'een tekst' +", 7, { line: 1, column: 8, from: 7, to: 18 }],
	['select )', 7, { line: 1, column: 8, from: 7, to: 8 }],
	// One letter for the eye, two units in the text.
	['select "🌳" nergens', 12, { line: 1, column: 12, from: 12, to: 19 }]
])('%j at %d', (text, at, place) => {
	expect(placeOf(text, at)).toEqual(place);
});

test('an error at the end points at the last sign', () => {
	expect(placeOf('select (1\n', 10)).toEqual({ line: 1, column: 9, from: 8, to: 9 });
	expect(placeOf('select 1', 99)).toEqual({ line: 1, column: 8, from: 7, to: 8 });
	expect(placeOf('', 0)).toEqual({ line: 1, column: 1, from: 0, to: 0 });
});
