import { statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { builtPages, folder, spread, type BuiltPage } from '../site.ts';

let pages: Map<string, BuiltPage>;
let embedded: BuiltPage[];
beforeAll(() => {
	pages = new Map(builtPages().map((page) => [page.path, page]));
	embedded = [...pages.values()].filter(({ path }) => path.startsWith('/insluiten/'));
}, 120_000);

/** The address of a page that a relative one on another page leads to. */
const from = (path: string, href: string): string => new URL(href, `http://site.invalid${path}`).pathname;

const codeOn = ({ html }: BuiltPage): string[] =>
	[...html.matchAll(/<textarea[^>]*>([\s\S]*?)<\/textarea>/g)].map(([, text]) => text!);

test('a page for a frame is the chart alone: no menu, no search engine, links that leave the frame', () => {
	expect(embedded.length).toBeGreaterThan(1000);
	const wrong = embedded.filter(
		({ html }) =>
			/<nav|<header|class="skip"|<iframe|<textarea|kit\.start\(/.test(html) ||
			!html.includes('<meta name="robots" content="noindex"') ||
			!/<base target="_top"\s*\/?>/.test(html) ||
			!/<footer[\s\S]*Bron: \S/.test(html)
	);
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('each leads to the page that shows all of it, and that page gives the code for it', () => {
	const wrong = embedded.filter(({ path, html }) => {
		const [, canonical = ''] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
		const full = pages.get(from(path, canonical));
		const [frame = '', element = ''] = full ? codeOn(full) : [];
		return (
			!frame.includes(`${path}&quot; title=`) ||
			!element.includes(`grafiek=&quot;${path.slice(11, -1)}&quot;`)
		);
	});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('every indicator with all its choices, every tree and every front page gives code', () => {
	const without = [...pages.values()].filter(
		(page) =>
			/^\/\[monitor\](\/doelen|\/indicatoren\/\[indicator\].*)?$/.test(page.kind) && codeOn(page).length !== 2
	);
	expect(without.map(({ path }) => path)).toEqual([]);
});

test('a page for a frame is light, and so are the scripts beside it', () => {
	const size = ({ html }: BuiltPage) => brotliCompressSync(html).length;
	const heavy = spread(embedded, 60).filter((page) => size(page) > 40_000);
	expect(heavy.map(({ path }) => path)).toEqual([]);
	for (const name of ['pagina.js', 'doelenboom-grafiek.js'])
		expect(statSync(join(folder, 'insluiten', name)).size).toBeLessThan(6000);
});
