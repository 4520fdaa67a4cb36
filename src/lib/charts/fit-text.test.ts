import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shorten } from './fit-text.ts';
import { widthOf } from './tree-text.ts';

test.each([
	['Noordhove', 20, 'Noordhove'],
	['Meer inwoners doen mee', 10, 'Meer inwoners d…'],
	['Wmo', 0, '…']
])('%s in %d', (text, room, expected) => expect(shorten(text, room)).toBe(expected));

test('what is shortened fits, and begins as the whole', () => {
	fc.assert(
		fc.property(fc.string(), fc.double({ min: 1, max: 30, noNaN: true }), (text, room) => {
			const short = shorten(text, room);
			expect(widthOf(short)).toBeLessThanOrEqual(room);
			expect(text.startsWith(short.replace(/…$/, ''))).toBe(true);
		})
	);
});
