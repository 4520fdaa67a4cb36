import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { Model } from '#lib/schema/model.ts';
import { builtPages, type BuiltPage } from '../site.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
let pages: BuiltPage[];
beforeAll(() => {
	pages = builtPages();
}, 120_000);

/** What a page says to a reader, attributes included, without what only a program reads. */
const wordsOf = (html: string): string => html.replace(/<(script|style)[\s\S]*?<\/\1>/g, '');

/** Its words alone, with one space between them. */
const textOf = (html: string): string =>
	wordsOf(html)
		.replace(/<!--[\s\S]*?-->/g, '')
		.replace(/<[^>]+>/g, ' ')
		.replace(/&amp;/g, '&')
		.replace(/\s+/g, ' ');

const pageOf = (path: string): string => wordsOf(pages.find((page) => page.path === path)?.html ?? '');

test('no page names a group of residents where there is one only', () => {
	const named = pages.filter(({ html }) => wordsOf(html).includes('allen over wie dit cijfer gaat'));
	expect(named.map(({ path }) => path)).toEqual([]);
});

test('the page of an indicator says what is missing there, and nothing of another gemeente', () => {
	const told = model.indicators.flatMap(({ id, gaps }) =>
		model.monitors.flatMap(({ monitor: { slug } }) => {
			const html = pageOf(`/${slug}/indicatoren/${id}/`);
			return gaps.map((gap) => ({
				id,
				slug,
				concerns: gap.monitor === undefined || gap.monitor === slug,
				shown: html.includes(gap.text),
				text: gap.text
			}));
		})
	);
	expect(told.filter(({ concerns, shown }) => concerns !== shown)).toEqual([]);
	expect(told.filter(({ concerns }) => !concerns).length).toBeGreaterThan(0);
});

test('a wijk that has a number for a name has the place beside it on the map', () => {
	const map = pageOf('/westerkwartier/indicatoren/overgewicht/').replace(/<!--[\s\S]*?-->/g, '');
	const names = [...map.matchAll(/<text[^>]*>((?:<tspan[^>]*>[^<]*<\/tspan>)+)/g)].map(([, lines]) =>
		lines!.replace(/<[^>]+>/g, ' ').trim()
	);
	const numbered = names.filter((name) => name.startsWith('Wijk '));
	expect(numbered.length).toBe(5);
	expect(numbered.filter((name) => !/^Wijk \d+ +\([A-Z]\w+\)$/.test(name))).toEqual([]);
});

test('the page of a goal gives the reason of its verdict once', () => {
	const told = pages
		.filter(({ kind }) => kind === '/[monitor]/doelen/[goal]')
		.map(({ path, html }) => {
			const box = /<div[^>]* id="?oordeel"?[^>]*>([\s\S]*?)<\/div>/.exec(html)?.[1] ?? '';
			const reason = textOf([...box.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)][1]?.[1] ?? '');
			return { path, reason, times: textOf(html).split(reason).length - 1 };
		});
	expect(told.length).toBe(model.monitors.reduce((sum, { goals }) => sum + goals.length, 0));
	expect(told.filter(({ reason, times }) => reason.length < 20 || times !== 1)).toEqual([]);
});

test('the steps from plan to adjustment have Dutch heads, on a page of a goal and of a period', () => {
	const heads = (html: string) => [...html.matchAll(/<h3[^>]*><b>([^<]*)<\/b>/g)].map(([, head]) => head);
	const steps = ['Plannen', 'Doen', 'Nagaan', 'Bijsturen'];
	expect(heads(pageOf('/westland/doelen/minder-eenzaamheid/'))).toEqual(steps);
	expect(heads(pageOf('/westland/cyclus/2017/')).slice(0, 4)).toEqual(steps);
	const english = pages.filter(({ html }) => /plan, do, check/i.test(textOf(html)));
	expect(new Set(english.map(({ kind }) => kind))).toEqual(new Set(['/[monitor]/cyclus/[period]']));
});
