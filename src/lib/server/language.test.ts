import { describe, expect, test } from 'vitest';
import type { Model } from '#lib/schema/model.ts';
import { foreignTexts, linkLanguages, markContent } from './language.ts';

const data = {
	monitors: [
		{ monitor: { name: 'Nergens', language: 'nl' }, goals: [{ title: 'Minder & beter <hier>' }] },
		{ monitor: { name: 'Súdwest', language: 'fy' }, goals: [{ title: 'Minder iensumens' }] }
	]
} as unknown as Model;

describe('the language of the data is told', () => {
	test.each([
		['nl', ['Súdwest', 'fy', 'Minder iensumens']],
		[
			'en',
			[
				'Nergens',
				'nl',
				'Minder &amp; beter &lt;hier>',
				'Minder &amp; beter &lt;hier&gt;',
				'Súdwest',
				'fy',
				'Minder iensumens'
			]
		]
	])('in an interface in %s', (own, expected) => {
		expect([...foreignTexts(data, own).keys()].toSorted()).toEqual(expected.toSorted());
		expect(foreignTexts(data, own).get('Minder iensumens')).toBe('fy');
	});

	const texts = new Map([
		['Een gezond leven', 'nl'],
		['Sûn libje', 'fy']
	]);
	test.each([
		['<h1 class="a">Een gezond leven</h1>', '<h1 class="a" lang="nl">Een gezond leven</h1>'],
		['<h1><!--[-1--><!--]-->Een gezond leven</h1>', '<h1 lang="nl"><!--[-1--><!--]-->Een gezond leven</h1>'],
		['<a href="x>y">\n\tEen gezond leven </a>', '<a href="x>y" lang="nl">\n\tEen gezond leven </a>'],
		['<b lang="fy">Een gezond leven</b>', '<b lang="fy">Een gezond leven</b>'],
		['<b lang="nl">Een gezond leven</b>', '<b lang="nl">Een gezond leven</b>'],
		['<b lang="nl" id="a">Sûn libje</b>', '<b id="a" lang="fy">Sûn libje</b>'],
		['<p>Een gezond leven is reached</p>', '<p>Een gezond leven is reached</p>'],
		['<p>Een gezond leven<br></p>', '<p>Een gezond leven<br></p>']
	])('on its element only: %s', (html, expected) => {
		expect(markContent(html, texts)).toBe(expected);
	});
});

test('letters and words that mark what something is are in no language', () => {
	const { monitor } = data.monitors[0]!;
	const goals = [{ code: 'M', kind: 'action', title: 'Buurtwerk', origin: 'derived', verdict: 'reached' }];
	const marked = { monitors: [{ monitor, goals }] } as unknown as Model;
	expect([...foreignTexts(marked, 'en').keys()]).toEqual(['Nergens', 'nl', 'Buurtwerk']);
});

describe('a page leads to itself in the other languages', () => {
	const head = '<header><div class="organisation s-1"></div></header>';
	const linked = (path: string, languages: string[]) =>
		/href="([^"]*)"/.exec(linkLanguages(head, path, languages))?.[1];

	test.each([
		['/', 'en/'],
		['/westland/doelen/', '../../en/westland/doelen/']
	])('%s', (path, expected) => {
		expect(linked(path, ['nl', 'en'])).toBe(expected);
	});

	test('and to none where there is one language', () => {
		expect(linkLanguages(head, '/', ['nl'])).toBe(head);
	});
});
