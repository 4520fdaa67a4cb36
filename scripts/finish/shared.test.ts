import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { shareSvg } from '#lib/charts/share-picture.ts';
import { toPng } from '#lib/server/share/png.ts';
import { fileColours, noTheme } from '#scripts/check/theme/file-colours.ts';
import { readPage } from './page.ts';
import { checkShared, pngSize } from './shared.ts';

const folder = mkdtempSync(join(tmpdir(), 'doelenboom-shared-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const site = 'https://monitor.voorbeeld.nl/';
const svg = shareSvg({
	...{ sort: 'Doel', title: 'Minder & meer', lead: 'Oordeel', large: 'Bereikt', text: '', source: 'Bron' },
	colours: fileColours(noTheme)
});
mkdirSync(join(folder, 'deelplaatjes'));
const png = Buffer.from(await toPng(svg));
writeFileSync(join(folder, 'deelplaatjes/goed.png'), png);
writeFileSync(
	join(folder, 'deelplaatjes/klein.png'),
	await toPng(svg.replace('width="1200"', 'width="600"'))
);
writeFileSync(join(folder, 'deelplaatjes/tekst.png'), svg);

const meta = (pairs: Record<string, string>): string =>
	Object.entries(pairs)
		.map(([name, content]) => `<meta property="og:${name}" content="${content}">`)
		.join('');
const problems = (pairs: Record<string, string>, address: string | undefined = site, more = '') =>
	checkShared({ folder, pages: new Map([['dorp/index.html', readPage(meta(pairs) + more)]]) }, address);
const good = {
	...{ title: 'Dorp', url: `${site}dorp/`, image: `${site}deelplaatjes/goed.png` },
	'image:alt': 'Dorp: bereikt.'
};

test('a page that names its picture is in order', () => {
	expect(problems(good)).toEqual([]);
});

test.each([
	[{ title: '' }, /geen og:title/],
	[{ url: site }, /og:url is "https:\/\/monitor\.voorbeeld\.nl\/", verwacht: ".*\/dorp\/"/],
	[{ image: 'deelplaatjes/goed.png' }, /og:image is "deelplaatjes\/goed\.png", verwacht/],
	[{ image: 'https://elders.nl/goed.png' }, /og:image is "https:\/\/elders\.nl/],
	[{ image: `${site}deelplaatjes/weg.png` }, /er is geen deelplaatjes\/weg\.png/],
	[{ image: `${site}deelplaatjes/klein.png` }, /geen PNG van 1200 bij 630/],
	[{ image: `${site}deelplaatjes/tekst.png` }, /geen PNG van 1200 bij 630/],
	[{ 'image:alt': '' }, /geen og:image:alt/]
])('%j is told', (change, told) => {
	expect(problems({ ...good, ...change })).toEqual([expect.stringMatching(told)]);
});

test('without an address a page has words alone', () => {
	const pages = new Map([['dorp/index.html', readPage(meta({ title: 'Dorp' }))]]);
	expect(checkShared({ folder, pages }, undefined)).toEqual([]);
	const named = new Map([['dorp/index.html', readPage(meta(good))]]);
	expect(checkShared({ folder, pages: named }, undefined)).toEqual([
		expect.stringMatching(/niemand zei waar/)
	]);
});

test('what nobody shares needs nothing', () => {
	expect(problems({}, site, '<meta name="robots" content="noindex">')).toEqual([]);
});

test('a picture is a PNG of 1200 by 630, the same bytes each time', async () => {
	expect(pngSize(png)).toEqual({ width: 1200, height: 630 });
	expect(Buffer.from(await toPng(svg)).equals(png)).toBe(true);
	expect(pngSize(png.subarray(0, 20))).toBeUndefined();
});
