import { expect, test } from 'vitest';
import { anchorOf, byLetter, fold, initialOf } from './fold.ts';

test('accents and capitals do not matter', () => {
	expect(fold('Cliëntondersteuning')).toBe('clientondersteuning');
	expect(fold('BARRIÈRE')).toBe('barriere');
});

test('an anchor holds small letters, digits and single hyphens', () => {
	expect(anchorOf('Sociaal Beleidskader (SBK)')).toBe('sociaal-beleidskader-sbk');
	expect(anchorOf("OJG'er")).toBe('ojg-er');
	expect(anchorOf('barrièremodel')).toBe('barrieremodel');
});

test('an article with an apostrophe does not count for the letter', () => {
	expect(initialOf("'s-Gravenzande")).toBe('G');
	expect(initialOf("'t Zand")).toBe('Z');
	expect(initialOf('échte hulp')).toBe('E');
	expect(initialOf('24-uurszorg')).toBe('0-9');
});

test('an index has its letters in order and each letter its texts', () => {
	const index = byLetter(
		['wijk', "'s-Gravenzande", 'Aalsmeer', 'gemeente', 'Ämter', '12 jaar'],
		(text) => text
	);
	expect(index).toEqual([
		{ letter: '0-9', items: ['12 jaar'] },
		{ letter: 'A', items: ['Aalsmeer', 'Ämter'] },
		{ letter: 'G', items: ['gemeente', "'s-Gravenzande"] },
		{ letter: 'W', items: ['wijk'] }
	]);
});
