import { expect, test } from 'vitest';
import { find, makeIndex, readIndex } from './engine.ts';

const titles = [
	['Minder inwoners zijn eenzaam', 'Dit gaat over contact met anderen.'],
	['Cliëntondersteuning', 'Hulp bij het vinden van hulp.'],
	["'s-Gravenzande", ''],
	['Mensen van 65+ zijn minder alleen', ''],
	['Mantelzorg', 'Zorg voor iemand die u kent.'],
	['Eenzaamheid', 'Deel van de inwoners dat eenzaam is.']
];
const engine = readIndex(
	makeIndex(
		titles.map(([title, text], id) => ({
			id,
			title: title!,
			other: id === 2 ? 'WK178304' : '',
			place: id === 2 ? 'Westland' : 'Zoetermeer',
			text: text!
		}))
	)
);
const titlesFor = (query: string) => find(engine, query).map(({ id }) => titles[id]![0]);

test('the start of a word is enough', () => {
	expect(titlesFor('mantel')).toEqual(['Mantelzorg']);
	expect(titlesFor('graven')).toEqual(["'s-Gravenzande"]);
});

test('accents and capitals do not matter', () => {
	expect(titlesFor('clientondersteuning')).toEqual(['Cliëntondersteuning']);
	expect(titlesFor('CLIËNT')).toEqual(['Cliëntondersteuning']);
});

test('a slip of the pen is forgiven', () => {
	expect(titlesFor('eenzamheid')[0]).toBe('Eenzaamheid');
	expect(titlesFor('mantelzrog')).toEqual(['Mantelzorg']);
});

test('an age is found with and without its plus', () => {
	for (const query of ['65+', '65']) expect(titlesFor(query)).toEqual(['Mensen van 65+ zijn minder alleen']);
});

test('an area is found by its code', () => {
	expect(titlesFor('WK178304')).toEqual(["'s-Gravenzande"]);
});

test('the name of a monitor narrows the search', () => {
	expect(titlesFor('graven westland')).toEqual(["'s-Gravenzande"]);
	expect(titlesFor('eenzaamheid zoetermeer')).toEqual(['Eenzaamheid']);
});

test('all words count, and where they fit nothing together some of them do', () => {
	expect(titlesFor('inwoners contact')).toEqual(['Minder inwoners zijn eenzaam']);
	expect(titlesFor('mantelzorg gravenzande').toSorted()).toEqual(["'s-Gravenzande", 'Mantelzorg']);
	expect(titlesFor('xyzzy')).toEqual([]);
});

test('a finding brings the text that stands below its title', () => {
	expect(find(engine, 'mantelzorg')[0]?.text).toBe('Zorg voor iemand die u kent.');
});
