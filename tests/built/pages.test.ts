import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { group } from 'd3';
import { HtmlValidate } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Model } from '#lib/schema/model.ts';
import { checkSite, filesIn } from '#scripts/finish/rules.ts';
import { readPage } from '#scripts/finish/page.ts';
import { builtPages, builtPaths, folder, kinds, sampleOf, type BuiltPage } from '../site.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
let pages: BuiltPage[];
beforeAll(() => {
	pages = builtPages();
}, 120_000);

test('every route was built, and nothing else', () => {
	const built = new Set(pages.map(({ kind }) => kind));
	expect(kinds.map(({ route }) => route).filter((route) => !built.has(route))).toEqual([]);
	expect(pages.filter(({ kind }) => kind === '').map(({ path }) => path)).toEqual([]);
});

test('policy, language, headings, links, ids and origins are in order on every page', () => {
	const files = filesIn(folder, '.html').map(
		(file) => [file, readPage(readFileSync(join(folder, file), 'utf8'))] as const
	);
	const problems = checkSite({ folder, pages: new Map(files) });
	expect({ count: problems.length, first: problems.slice(0, 40) }).toEqual({ count: 0, first: [] });
});

test('nothing of the pages for editing is in the site', () => {
	const marks = ['/bewerken/', 'Bekijk wat er verandert', 'Opslaan in data/'];
	const sources = ['ask.ts', 'FilledForm.svelte', 'Difference.svelte'].map((name) =>
		readFileSync(join('src', 'edit', name), 'utf8')
	);
	expect(marks.filter((mark, i) => !sources[i]!.includes(mark))).toEqual([]);
	const scripts = filesIn(folder, '.js').map((path) => ({
		path,
		html: readFileSync(join(folder, path), 'utf8')
	}));
	expect(scripts.length).toBeGreaterThan(10);
	const found = [...pages, ...scripts].filter(({ html }) => marks.some((mark) => html.includes(mark)));
	expect(found.map(({ path }) => path)).toEqual([]);
});

test('every page has a title of its own and a description', () => {
	const counts = group(pages, ({ titles }) => titles[0] ?? '');
	const same = [...counts]
		.filter(([, own]) => own.length > 1)
		.map(([title, own]) => `${title}: ${own.map(({ path }) => path).join(' ')}`);
	expect(same).toEqual([]);
	const without = pages.filter(({ html }) => !/<meta name="description" content="[^"]{20,}/.test(html));
	expect(without.map(({ path }) => path)).toEqual([]);
});

test('no page names a place on the machine that built it', () => {
	const named = pages.filter(({ html }) =>
		/(^|["'\s(=])(\/work\/|\/tmp\/|\/home\/|\/root\/|file:)|localhost|127\.0\.0\.1/.test(html)
	);
	expect(named.map(({ path }) => path)).toEqual([]);
});

test('no page shows what a program left behind', () => {
	// Code is for programs, where null is a word like any other.
	const text = (html: string) =>
		html.replace(/<(script|style|code)\b[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ');
	const left = pages.flatMap(({ path, html }) => {
		const found = /\b(undefined|NaN|null|Infinity|\[object Object\])\b|\[object/.exec(text(html));
		return found ? [`${path}: ${found[0]}`] : [];
	});
	expect(left).toEqual([]);
});

test('a date in a plan stands under its own head on the page of a goal, never as something that is done', () => {
	const byPath = new Map(pages.map(({ path, html }) => [path, html]));
	const section = (html: string, id: string): string =>
		new RegExp(`<section aria-labelledby="?${id}"?[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';
	const moments = model.monitors.flatMap(({ monitor, milestones }) =>
		milestones.flatMap(({ kind, title, goals }) =>
			goals.map((goal) => ({ kind, title, html: byPath.get(`/${monitor.slug}/doelen/${goal}/`) ?? '' }))
		)
	);
	const wrong = moments.filter(
		({ kind, title, html }) =>
			section(html, 'data').includes(title) !== (kind === 'date') ||
			section(html, 'aanpak').includes(title) !== (kind === 'act')
	);
	expect(wrong.map(({ title }) => title)).toEqual([]);
	expect(new Set(moments.map(({ kind }) => kind))).toEqual(new Set(['act', 'date']));
});

test.each([
	['a wijk of 145 people', '/westerkwartier/gebieden/WK196908/', 1],
	['a wijk of 8,295 people', '/westerkwartier/gebieden/WK196911/', 0],
	['a gemeente', '/westerkwartier/gebieden/GM1969/', 0]
])('the page of %s warns of figures that jump, or does not', (_, path, warnings) => {
	const html = pages.find((page) => page.path === path)?.html ?? '';
	expect(html.split('Let op: klein gebied').length - 1).toBe(warnings);
});

test('every page carries its own address for on paper', () => {
	const without = pages.filter(
		({ html, path }) => !html.includes(`Adres van deze pagina op de site: ${path}<`)
	);
	expect(without.map(({ path }) => path)).toEqual([]);
});

describe('HTML is valid', () => {
	const validator = new HtmlValidate({
		extends: ['html-validate:standard'],
		elements: ['html5'],
		rules: {
			// What Svelte writes: attributes without quotes or values, comments, long lines of inline style.
			'attr-quotes': 'off',
			'attribute-boolean-style': 'off',
			'attribute-empty-style': 'off',
			'no-trailing-whitespace': 'off',
			'no-raw-characters': 'off',
			'void-style': 'off',
			'doctype-style': 'off',
			// Custom properties, such as the accent of a monitor.
			'no-inline-style': 'off',
			'long-title': 'off',
			// The policy of the site says what may run; hashes of files say nothing more.
			'require-sri': 'off'
		}
	});
	const sample = sampleOf(builtPaths(), 1);

	test.each(sample)('%s', async (path) => {
		const report = await validator.validateString(readFileSync(join(folder, path, 'index.html'), 'utf8'));
		const messages = report.results.flatMap(({ messages }) =>
			messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`)
		);
		expect(messages.slice(0, 20)).toEqual([]);
	});
});
