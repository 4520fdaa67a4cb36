import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { beforeAll, expect, test } from 'vitest';
import type { Model } from '#lib/schema/model.ts';
import { builtPages, folder, spread, type BuiltPage } from '../site.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;

let pages: Map<string, BuiltPage>;
let embedded: BuiltPage[];
beforeAll(() => {
	pages = new Map(builtPages().map((page) => [page.path, page]));
	embedded = [...pages.values()].filter(({ path }) => path.startsWith('/insluiten/'));
}, 120_000);

/** The address of a page that a relative one on another page leads to. */
const from = (path: string, href: string): string => new URL(href, `http://site.invalid${path}`).pathname;

/** Attributes of the links within drawings of a page. */
function linksInDrawings(html: string): Record<string, string>[] {
	const links: Record<string, string>[] = [];
	let deep = 0;
	const parser = new Parser({
		onopentag(tag, attributes) {
			if (tag === 'svg') deep++;
			else if (tag === 'a' && deep > 0) links.push(attributes);
		},
		onclosetag(tag) {
			if (tag === 'svg') deep--;
		}
	});
	parser.end(html);
	return links;
}

const codeOn = ({ html }: BuiltPage): string[] =>
	[...html.matchAll(/<textarea[^>]*>([\s\S]*?)<\/textarea>/g)].map(([, text]) => text!);

test('a page for a frame is the chart alone: no menu, no search engine, links that leave the frame', () => {
	expect(embedded.length).toBeGreaterThan(1000);
	const wrong = embedded.filter(
		({ html }) =>
			/<nav|<header|class="skip"|<iframe|<textarea|kit\.start\(/.test(html) ||
			!html.includes('<meta name="robots" content="noindex"') ||
			!/<base target="_top"\s*\/?>/.test(html) ||
			!/<footer[\s\S]*(Bron|Gevraagd aan): \S/.test(html)
	);
	expect(wrong.map(({ path }) => path)).toEqual([]);
	// A link in a drawing takes nothing from the base of its page.
	const drawn = embedded.flatMap(({ html }) => linksInDrawings(html));
	expect(drawn.length).toBeGreaterThan(20);
	expect(drawn.filter(({ target }) => target !== '_top')).toEqual([]);
});

test('each leads to the page that shows all of it, and that page gives the code for it', () => {
	const wrong = embedded.filter(({ path, html }) => {
		const [, canonical = ''] = /<link rel="canonical" href="([^"]+)"/.exec(html) ?? [];
		const full = pages.get(from(path, canonical));
		const code = full ? codeOn(full) : [];
		const at = code.findIndex((frame) => frame.includes(`${path}&quot; title=`));
		return at % 2 !== 0 || !code[at + 1]!.includes(`grafiek=&quot;${path.slice(11, -1)}&quot;`);
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

/** The frames of which a page gives code, in the order in which they stand there. */
const framesOn = (page: BuiltPage): (BuiltPage | undefined)[] =>
	[...page.html.matchAll(/<iframe src="([^"]+)"/g)].map(([, src]) => pages.get(from(page.path, src!)));

test.each(['/[monitor]/middelen', '/[monitor]/gebieden', '/vragen/[question]'])(
	'below every chart of %s is the code of a frame that shows the same figures',
	(kind) => {
		const own = [...pages.values()].filter((page) => page.kind === kind);
		const all = own.flatMap((page) => {
			const charts = page.html.match(/<figure\b|<p class="key small/g) ?? [];
			const frames = framesOn(page);
			expect(frames.length, page.path).toBe(charts.length);
			return frames.map((frame) => ({ page, frame }));
		});
		expect(all.length).toBeGreaterThanOrEqual(model.monitors.length);
		expect(new Set(all.map(({ frame }) => frame)).size).toBe(all.length);
		/** Links are relative, so that each has its own; those in a drawing leave a frame. */
		const unlinked = (html: string) => html.replace(/ href="[^"]*"( target="_top")?/g, '');
		for (const { page, frame } of all) {
			expect(frame, page.path).toBeDefined();
			const { path } = frame!;
			const [html, whole] = [frame!.html, page.html].map(unlinked) as [string, string];
			const parts = html.match(/<data\b[^>]*>[^<]*|<td\b[^>]*>[^<]*|<svg[\s\S]*?<\/svg>/g) ?? [];
			expect(parts.length, path).toBeGreaterThan(2);
			expect(
				parts.filter((part) => !whole.includes(part)),
				path
			).toEqual([]);
			expect(html, path).toMatch(/<a class="ask"/);
		}
	}
);

test('a page for a frame is light, and so are the scripts beside it', () => {
	const size = ({ html }: BuiltPage) => brotliCompressSync(html).length;
	const heavy = spread(embedded, 60).filter((page) => size(page) > 40_000);
	expect(heavy.map(({ path }) => path)).toEqual([]);
	for (const name of ['pagina.js', 'doelenboom-grafiek.js'])
		expect(statSync(join(folder, 'insluiten', name)).size).toBeLessThan(6000);
});
