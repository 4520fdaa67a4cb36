import { expect, test } from 'vitest';
import { isName, isWritten, partsOf, saidOf, textsIn } from './content.ts';

const facts = {
	targets: [
		{ title: 'Minder jongeren roken', notes: ['Minder jongeren roken dan nu.', 'Kan het (nu) ook?'] }
	],
	by: ['De Schans', 'gehaald', 'Uitgebreid.', 2020]
};

test.each([
	['Minder jongeren roken: missed.', ['', 'Minder jongeren roken', ': missed.']],
	['Planned. Minder jongeren roken dan nu. Late.', ['Planned. ', 'Minder jongeren roken dan nu.', ' Late.']],
	['Off: Kan het (nu) ook? Nee.', ['Off: ', 'Kan het (nu) ook?', ' Nee.']],
	['By De Schans: gehaald.', ['By De Schans: gehaald.']],
	['As reported: done. Uitgebreid.', ['As reported: done. ', 'Uitgebreid.', '']]
])('the texts of the data in a sentence stand apart: %s', (sentence, expected) => {
	expect(partsOf(sentence, facts)).toEqual(expected);
});

test('texts are found at any depth, all or only those of some keys', () => {
	expect([...textsIn(facts)]).toEqual([
		...facts.targets.flatMap(({ title, notes }) => [title, ...notes]),
		'De Schans',
		'gehaald',
		'Uitgebreid.'
	]);
	expect([...textsIn(facts, new Set(['notes', 'by']))]).toEqual([
		...facts.targets[0]!.notes,
		'De Schans',
		'gehaald',
		'Uitgebreid.'
	]);
});

test('a sentence of no data is one part', () => {
	expect(partsOf('Planned.', {})).toEqual(['Planned.']);
});

test.each([
	['De Schans (Tinten)', true, false],
	['Hulp voor Marum', false, true],
	['gehaald', false, false],
	['Dit is gehaald.', false, true],
	['bijlage 7', false, true],
	['CC BY 4.0', true, false],
	['WK196912', false, false]
])('%s is a name: %s, a sentence or title: %s', (text, name, written) => {
	expect([isName(text), isWritten(text)]).toEqual([name, written]);
});

test('values and columns of a saved question are found, also behind an empty text', () => {
	const sql = `select coalesce(nullif(period, ''), 'niet genoemd') as "over wanneer", value as waarde`;
	const { names } = saidOf({ indicators: [], monitors: [], questions: [{ sql }] as never });
	expect(names.filter(Boolean)).toEqual(['niet genoemd', 'over wanneer', 'waarde']);
});
