import { expect, test } from 'vitest';
import { findBlocks } from './blocks.ts';

const places = (html: string) =>
	findBlocks(html).map(({ figures, heading, at }) => [
		figures.map(({ value }) => value).join(' '),
		heading,
		html.slice(at, at + 14)
	]);

test('a figure belongs to the innermost section, and the link comes at its end', () => {
	expect(
		places(
			'<main><section><h2>Een &amp; <b>twee</b></h2><data value="1">1</data><div><data value="2">2</data></div></section><section><h2>Leeg</h2></section></main>'
		)
	).toEqual([['1 2', 'Een & twee', '</section><sec']]);
});

test('where a block goes on with another, the link comes before that', () => {
	expect(
		places(
			'<main><h1>Alles</h1><p><data value="1">1</data></p><section class="a"><h2>Deel</h2><data value="2">2</data></section><p>nog iets</p></main>'
		)
	).toEqual([
		['2', 'Deel', '</section><p>n'],
		['1', 'Alles', '<section class']
	]);
});

test('a section that stands deeper does not take the link of what is around it', () => {
	expect(
		places('<main><h1>Alles</h1><ul><li><data value="1">1</data><section></section></li></ul></main>')
	).toEqual([['1', 'Alles', '</main>']]);
});

test('a block says itself where its link comes, also for a sentence that was counted', () => {
	const html =
		'<main><h1>Stand</h1><p data-counted="goals">Drie</p><div data-asks=""></div><p>meer</p></main>';
	const [block] = findBlocks(html);
	expect(block).toMatchObject({ figures: [{ 'data-counted': 'goals' }], hasRoom: true });
	expect(html.slice(block!.at)).toBe('</div><p>meer</p></main>');
});

test('a figure outside the content of a page has no link', () => {
	expect(findBlocks('<header><data value="1">1</data></header><main><h1>Niets</h1></main>')).toEqual([]);
});
