import { describe, expect, test } from 'vitest';
import { cardHeight, widthOf, wrap } from './tree-text.ts';

describe('wrap', () => {
	test('breaks at words, and keeps every letter', () => {
		const text = 'Meer mensen helpen elkaar en minder mantelzorgers zijn overbelast';
		const lines = wrap(text, 10);
		expect(lines.length).toBeGreaterThan(3);
		expect(lines.join(' ')).toBe(text);
		expect(lines.filter((line) => widthOf(line) > 10)).toEqual([]);
	});

	test('breaks a word that is wider than a line', () => {
		const lines = wrap('het samenwerkingsverband', 6);
		expect(lines.filter((line) => widthOf(line) > 6)).toEqual([]);
		expect(lines.join('').replace(' ', '')).toBe('hetsamenwerkingsverband');
	});

	test('an empty text is one line', () => {
		expect(wrap('', 10)).toEqual(['']);
	});
});

describe('cardHeight', () => {
	test('grows with the title, the code and the indent', () => {
		const title = 'Iedereen doet mee, telt mee en draagt bij aan wat mogelijk is';
		const height = cardHeight({ title }, 0);
		expect(height).toBeGreaterThan(cardHeight({ title: 'Kort' }, 0));
		expect(cardHeight({ title: `${title} en nog veel meer dan dat` }, 0)).toBeGreaterThan(height);
		expect(cardHeight({ title, code: 'een lange code' }, 0)).toBeGreaterThan(height);
		expect(cardHeight({ title }, 4)).toBeGreaterThan(height);
	});
});
