import { describe, expect, test } from 'vitest';
import { foreignParts, markParts } from './foreign-parts.ts';

const texts = new Map([
	['Een gezond leven', 'nl'],
	['Een gezond leven voor allen', 'nl'],
	['minder &amp; beter &lt;hier>', 'nl'],
	['“Samen”, zegt men', 'nl'],
	['Minder iensumens', 'fy'],
	['GM0637', 'nl'],
	['CC BY 4.0', 'nl'],
	['Roken', 'nl']
]);
const parts = foreignParts(texts, new Set(['Roken']));
const page = (body: string): string => `<html lang="en"><body>${body}</body></html>`;

describe('a part of a text in another language', () => {
	test.each([
		['<p>Goal: Een gezond leven.</p>', '<p>Goal: <span lang="nl">Een gezond leven</span>.</p>'],
		[
			'<p>a: een gezond leven voor allen (2015)<br>Minder iensumens</p>',
			'<p>a: <span lang="nl">een gezond leven voor allen</span> (2015)<br><span lang="fy">Minder iensumens</span></p>'
		],
		[
			'<p>For Minder &amp; beter &lt;hier>, see</p>',
			'<p>For <span lang="nl">Minder &amp; beter &lt;hier></span>, see</p>'
		],
		['<p>Said: “Samen”, zegt men.</p>', '<p>Said: <span lang="nl">“Samen”, zegt men</span>.</p>'],
		['<p>Roken, 18 years</p>', '<p><span lang="nl">Roken</span>, 18 years</p>']
	])('is in an element that says so: %s', (html, expected) => {
		expect(markParts(page(html), parts)).toBe(page(expected));
	});

	test.each([
		'<p lang="nl">Doel: <b>Een gezond leven.</b></p>',
		'<p title="Goal: Een gezond leven">Een gezond levend mens</p>',
		'<p>GM0637 under CC BY 4.0, roken</p>',
		'<p>/Roken/, Roken.csv, Niet-Roken, Roken-en-drinken</p>',
		'<script>const een = "Een gezond leven";</script>',
		'<select><option>Goal: Een gezond leven</option></select><textarea>&lt;i title="Een gezond leven"></textarea>',
		'<svg><text>Goal: Een gezond leven</text></svg>'
	])('is no part here: %s', (html) => {
		expect(markParts(page(html), parts)).toBe(page(html));
	});
});
