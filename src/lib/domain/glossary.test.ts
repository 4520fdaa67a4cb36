import { expect, test } from 'vitest';
import { allTerms, termsIn } from './glossary.ts';

const general = [
	{ term: 'Wmo', meaning: 'Een wet.', seeAlso: [] },
	{ term: 'wijk', meaning: 'Een deel van een gemeente.', seeAlso: ['Wmo', 'bestaat niet'] }
];
const westland = {
	monitor: { slug: 'westland', name: 'Westland' },
	glossary: [
		{ term: 'wmo', meaning: 'Zo noemt Westland de wet.', seeAlso: [] },
		{
			term: 'Kern',
			meaning: 'Een dorp.',
			source: { document: '001', place: '5.4.1' },
			seeAlso: ['Wmo', 'wijk']
		}
	]
};
const terms = allTerms(general, [westland]);
const find = (anchor: string) => terms.find((term) => term.anchor === anchor);

test('each term has an anchor of its own, also where a monitor uses the same word', () => {
	expect(terms.map(({ anchor }) => anchor)).toEqual(['wmo', 'wijk', 'westland-wmo', 'westland-kern']);
});

test("a reference prefers the monitor's own meaning and falls back on that of the site", () => {
	expect(find('westland-kern')?.seeAlso).toEqual([
		{ term: 'Wmo', anchor: 'westland-wmo' },
		{ term: 'wijk', anchor: 'wijk' }
	]);
});

test('a meaning of a monitor is marked where the site explains the same word', () => {
	expect(terms.filter(({ besides }) => besides).map(({ anchor }) => anchor)).toEqual(['westland-wmo']);
});

test('a term of the site refers to the site, and never to nothing', () => {
	expect(find('wijk')?.seeAlso).toEqual([{ term: 'Wmo', anchor: 'wmo' }]);
});

test('the source place and the monitor travel along', () => {
	expect(find('westland-kern')).toMatchObject({
		monitor: { slug: 'westland', name: 'Westland' },
		source: { document: '001', place: '5.4.1' }
	});
	expect(find('wijk')).not.toHaveProperty('monitor');
});

test('the terms of a text are found as words of their own, whatever their capitals', () => {
	expect(termsIn('De KERN valt onder de Wmo.', terms).map(({ anchor }) => anchor)).toEqual([
		'westland-kern',
		'westland-wmo',
		'wmo'
	]);
	expect(termsIn('De kernen en de Wmo2015.', terms)).toEqual([]);
	expect(termsIn('Een H.6 (wijk).', [{ ...terms[0]!, term: 'H.6' }])).toHaveLength(1);
});
