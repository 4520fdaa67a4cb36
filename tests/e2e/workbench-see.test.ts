import axe from 'axe-core';
import type { Download } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { toAddress } from '#lib/domain/question/address.ts';
import { question, type QuestionView } from '#lib/schema/question.ts';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(() => watched.close());

const trend = `select a.code as gebied, a.label as wijk, o.period as jaar, o.value as procent, o.value - 40 as verschil, o.status
from observation o join area a on a.code = o.area and a.boundaries = o.boundaries
where o.indicator = 'eenzaamheid' and o.breakdown = '18+' and a.municipality = 'GM1783' and a.level = 'wijk'
order by jaar, gebied`;

/** Leaves the page first: beside a new hash the answer to the last question stands until the next one is there. */
async function open(sql: string, view: QuestionView = {}, more = {}): Promise<void> {
	await watched.page.goto('about:blank');
	await watched.open(`/verken/#${await toAddress(question.parse({ sql, view, ...more }))}`);
	await watched.page.getByText(/regels?, in/).waitFor({ timeout: 60_000 });
}
async function textOf(download: Download): Promise<string> {
	const chunks: Buffer[] = [];
	for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks).toString();
}
const rows = () => watched.page.locator('.frame tbody tr:not([aria-hidden])').count();
const shown = () => watched.page.locator('figure[data-picture]').getAttribute('data-picture');

describe('an answer can be seen', () => {
	test.each([
		['line', 'g[data-area="WK178301"] circle', 3],
		['bars', 'g[data-area] rect', 10],
		['multiples', 'ol svg', 10],
		['scatter', 'g[data-area] circle', 10],
		['map', 'path[data-area]', 10]
	] as const)('as %s, with a table and a sentence, and axe finds nothing', async (kind, selector, count) => {
		await open(trend, { kind });
		await watched.page.locator(`figure[data-picture="${kind}"]`).waitFor();
		expect(await watched.page.locator(`figure[data-picture] ${selector}`).count()).toBe(count);
		expect(await watched.page.getByText('Het hoogst in 2020 is Ter Heijde (51,7)').count()).toBe(1);
		expect(await rows()).toBeGreaterThan(10);
		await watched.page.evaluate(axe.source);
		const found = await watched.page.evaluate(async () => {
			const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
			return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
		});
		expect(found).toEqual([]);
		expect(watched.faults).toEqual([]);
	});

	test('what is drawn can be taken away, small charts that belong together as one picture too', async () => {
		const { page } = watched;
		const buttons = page.getByRole('button', { name: /^Beeld als/ });
		await open('select title from indicator');
		await page.locator('summary', { hasText: 'Meenemen en delen' }).click();
		await page.getByText('U ziet nu alleen de tabel.').waitFor();
		expect(await buttons.count()).toBe(0);
		await open(trend, { kind: 'map' });
		await page.locator('figure[data-picture="map"]').waitFor();
		const summary = page.locator('details:not([open]) > summary', { hasText: 'Meenemen en delen' });
		if ((await summary.count()) > 0) await summary.click();
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Beeld als SVG' }).click();
		expect(await textOf(await downloading)).toMatch(/<tspan[^>]*>Naaldwijk</);
		await page.getByText('Het beeld is gemaakt.').waitFor();
		await page.getByLabel('Elk apart').check();
		await page.locator('figure[data-picture="multiples"] ol').waitFor();
		const taking = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Beeld als SVG' }).click();
		const together = await textOf(await taking);
		expect(together.match(/<svg /g)).toHaveLength(11);
		expect(together).toContain('>Naaldwijk</text>');
		expect(together).toContain('Alle grafiekjes lopen van');
		await open(trend.replace("a.level = 'wijk'", "a.level = 'buurt'"), { kind: 'line' });
		await page.locator('figure[data-picture="line"] path.underlay').waitFor();
		const many = page.waitForEvent('download');
		if ((await summary.count()) > 0) await summary.click();
		await page.getByRole('button', { name: 'Beeld als SVG' }).click();
		expect(await textOf(await many)).toMatch(/<path d="M[^"]{2000,}" fill="none" stroke="rgb\(/);
	});

	test('a picture that is taken away says what it is of, and what its signs of missing values mean', async () => {
		const { page } = watched;
		const lacking = `select * from (values ('WK178301', 'Naaldwijk', 2016, 40.5, ''), ('WK178305', 'Monster', 2016, 33, ''),
			('WK178301', 'Naaldwijk', 2020, null, 'nog niet bekend'), ('WK178305', 'Monster', 2020, 35, ''), ('WK178303', 'Maasdijk', 2020, null, 'onbekend'))
			t (gebied, wijk, jaar, procent, waarom_leeg)`;
		const taken = async (kind: QuestionView['kind'], sql = lacking, more = {}) => {
			await open(sql, { kind }, more);
			await page.locator(`figure[data-picture="${kind}"]`).waitFor();
			const closed = page.locator('details:not([open]) > summary', { hasText: 'Meenemen en delen' });
			if ((await closed.count()) > 0) await closed.click();
			const downloading = page.waitForEvent('download');
			await page.getByRole('button', { name: 'Beeld als SVG' }).click();
			return (await textOf(await downloading)).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
		};
		const meanings = ['nog niet bekend: het cijfer komt later', 'onbekend: dit cijfer is er niet'];
		for (const [kind, more] of [
			['bars', ['Over 2020. Staven beginnen bij nul.']],
			['map', ['Westland, 2020', 'Zonder kleur: nog niet bekend']],
			['multiples', ['Geen punt: 1 keer']]
		] as const) {
			const text = await taken(kind);
			expect(text).toMatch(
				kind === 'multiples'
					? /^ ?Procent: 3 reeksen van 2016 tot en met 2020/
					: /^ ?Procent: 3 gebieden in 2020\..*Andere jaren staan er niet in: 2016\./
			);
			for (const part of [...meanings, ...more]) expect(text, kind).toContain(part);
			expect(text).not.toContain('Klik op');
		}
		const chosen = { selected: ['WK178301'], selectedIn: 'line' };
		expect(await taken('line', lacking, chosen)).toMatch(/ … .* … nog niet bekend: het cijfer komt later/);
		const named = await taken('bars', `-- Wie is er eenzaam?\n${lacking}`);
		expect(named).toMatch(/^ ?Wie is er eenzaam\?.*Procent: 3 gebieden/);
	});

	test('an area chosen among small charts stays one of all of them, and so it is in the other views', async () => {
		const { page } = watched;
		await open(trend, { kind: 'multiples' });
		await page.locator('summary', { hasText: 'Kies wat moet opvallen' }).click();
		await page.locator('figure').getByLabel('Naaldwijk').check();
		await page.getByText('Naaldwijk (gekozen)').waitFor();
		expect(await page.locator('figure[data-picture] ol svg').count()).toBe(10);
		expect(await page.getByText('Ze staan van hoog naar laag').count()).toBe(1);
		expect(await page.getByText('Gekozen: Naaldwijk.').count()).toBe(1);
		expect(await rows()).toBe(3);
		await page.getByLabel('Staven').check();
		expect(await page.locator('figure g[data-area] rect').count()).toBe(1);
	});

	test('a column of texts cuts no lines, and a reader can say which column does, and that none does', async () => {
		const { page } = watched;
		const worded = trend.replace('o.status', "if(o.value > 42, 'hoog', 'laag') as oordeel");
		await open(worded, { kind: 'line' });
		const lines = page.locator('figure[data-picture="line"] svg[role=img] g[data-area]');
		await lines.first().waitFor();
		expect(await lines.count()).toBe(10);
		await page.locator('summary', { hasText: 'Welke kolom is wat?' }).click();
		const series = page.getByLabel('Wat regels uit elkaar houdt');
		await series.selectOption('oordeel');
		expect(await lines.count()).toBeGreaterThan(10);
		await series.selectOption('');
		expect(await lines.count()).toBe(10);
		await page.getByLabel('Het tweede cijfer').selectOption('');
		await page.locator('.roles').getByLabel('De jaren').selectOption('');
		await page.locator('figure[data-picture]').waitFor({ state: 'detached' });
		await page.locator('.roles').getByLabel('De jaren').selectOption('jaar');
		await lines.first().waitFor();
	});

	test('names in a scatter cover no other and stay within it, on a small screen too', async () => {
		const { page } = watched;
		await page.setViewportSize({ width: 390, height: 844 });
		await open(trend, { kind: 'scatter' });
		await page.locator('figure[data-picture="scatter"] circle').first().waitFor();
		const { names, faults } = await page.evaluate(() => {
			const chart = document.querySelector('figure[data-picture] svg[role=img]')!;
			const { left, right } = chart.getBoundingClientRect();
			const boxes = [...chart.querySelectorAll('text:not(.tick)')].map((name) =>
				name.getBoundingClientRect()
			);
			const cover = (one: DOMRect, other: DOMRect) =>
				one.left < other.right &&
				other.left < one.right &&
				one.top + 2 < other.bottom &&
				other.top + 2 < one.bottom;
			return {
				names: boxes.length,
				faults: boxes.filter(
					(box, i) =>
						box.left < left - 1 ||
						box.right > right + 1 ||
						boxes.slice(i + 1).some((other) => cover(box, other))
				).length
			};
		});
		expect(names).toBeGreaterThan(4);
		expect(faults).toBe(0);
	});

	test('on a phone a bar has its name and its value apart, and a scatter tells which name found no place', async () => {
		const { page } = watched;
		await page.setViewportSize({ width: 390, height: 844 });
		await open(
			'select g.title as doel, length(g.title) as aantal from goal g order by aantal desc limit 12',
			{
				kind: 'bars'
			}
		);
		await page.locator('figure[data-picture="bars"] rect').first().waitFor();
		const gaps = await page.$$eval('figure[data-picture] svg g', (bars) =>
			bars.map((bar) => {
				const [name, value] = [...bar.querySelectorAll('text')].map((text) => text.getBoundingClientRect());
				return value!.left - name!.right;
			})
		);
		expect(gaps).toHaveLength(12);
		expect(Math.min(...gaps)).toBeGreaterThan(4);
		const whole = await page.locator('figure[data-picture] svg title').allTextContents();
		expect(whole.length).toBeGreaterThan(5);
		expect(Math.min(...whole.map((name) => name.length))).toBeGreaterThan(60);
		await open(
			`select a.code as gebied, a.label as naam, o.value as eenzaamheid, g.value as gezondheid
from observation o join observation g using (area, boundaries, period, breakdown) join area a on a.code = o.area and a.boundaries = o.boundaries
where o.indicator = 'eenzaamheid' and g.indicator = 'ervaren-gezondheid' and breakdown = '18+' and period = 2020
  and a.level = 'wijk' and a.municipality = 'GM0637'`,
			{ kind: 'scatter' }
		);
		await page.getByText(/Voor 1 naam was in het beeld geen plaats: (Noordhove|Rokkeveen)/).waitFor();
	});

	test('a map tells high from low by its colours, here and on the page of a saved question', async () => {
		const fills = () =>
			watched.page.$$eval('path[class^="map-class-"]', (paths) => [
				...new Set(paths.map((path) => getComputedStyle(path).fill))
			]);
		await open(trend, { kind: 'map' });
		await watched.page.locator('figure[data-picture="map"]').waitFor();
		expect((await fills()).length).toBeGreaterThan(3);
		await watched.open('/vragen/waar-veranderde-eenzaamheid/');
		expect((await fills()).length).toBeGreaterThan(3);
	});

	test('what fits best is shown where nobody chose, and only the table where nothing can be drawn', async () => {
		await open(trend);
		expect(await shown()).toBe('line');
		await open('select title from indicator');
		expect(await watched.page.locator('figure[data-picture]').count()).toBe(0);
		expect(await rows()).toBeGreaterThan(10);
	});

	test('a missing value has a sign and no bar', async () => {
		await open(
			"select * from (values ('a', 5.0, 'definitive'), ('b', null, 'suppressed'), ('c', 0.0, 'definitive')) t(naam, getal, status)"
		);
		await watched.page.locator('figure[data-picture]').waitFor();
		expect(await watched.page.locator('figure rect').count()).toBe(2);
		expect(await watched.page.locator('figure g[data-area=b] .value').textContent()).toBe('x');
	});
});

describe('linked views', () => {
	test('a wijk chosen on the map marks the line and filters the table; again and it is all there', async () => {
		await open(trend, { kind: 'line', map: true });
		const naaldwijk = watched.page.locator('path[data-area="WK178301"]');
		await naaldwijk.click();
		expect(await rows()).toBe(3);
		expect(await watched.page.locator('g.chosen[data-area="WK178301"]').count()).toBe(1);
		await watched.page.waitForURL(/#1\./);
		await naaldwijk.click();
		expect(await rows()).toBeGreaterThan(10);
	});

	test('an area chosen in one answer empties no other, also after a reload', async () => {
		await open(trend, { kind: 'line', map: true });
		await watched.page.locator('path[data-area="WK178301"]').click();
		expect(await rows()).toBe(3);
		await watched.page.waitForURL(/#1\./);
		const before = watched.page.url();
		await watched.page.getByRole('textbox', { name: /SQL/ }).fill(trend.replace('GM1783', 'GM0637'));
		await watched.page.getByRole('button', { name: 'Uitvoeren' }).click();
		const elsewhere = watched.page.locator('path[data-area="WK063701"]');
		await elsewhere.waitFor();
		await watched.page.waitForURL((url) => url.href !== before);
		expect(await rows()).toBeGreaterThan(10);
		await watched.page.reload();
		await elsewhere.waitFor({ timeout: 60_000 });
		expect(await rows()).toBeGreaterThan(10);
	});

	test('a row chosen in the table marks the map and the line, by keyboard too', async () => {
		await open(trend, { kind: 'line', map: true });
		await watched.page.getByRole('checkbox', { name: 'Kies Monster' }).first().focus();
		await watched.page.keyboard.press('Space');
		expect(await watched.page.locator('path.chosen').getAttribute('data-area')).toBe('WK178305');
		expect(await watched.page.locator('g.chosen[data-area="WK178305"]').count()).toBe(1);
		expect(await rows()).toBeGreaterThan(10);
	});

	test('years chosen by dragging in the line chart, or from the lists, filter the table', async () => {
		await open(trend, { kind: 'line' });
		const brush = watched.page.locator('.brush');
		const { width } = (await brush.boundingBox())!;
		await brush.dragTo(brush, {
			sourcePosition: { x: width * 0.45, y: 100 },
			targetPosition: { x: width * 0.99, y: 100 }
		});
		await expect.poll(() => watched.page.getByLabel('Vanaf het jaar').inputValue()).toBe('2016');
		expect(await watched.page.locator('.frame table').getAttribute('aria-rowcount')).toBe('21');
		await watched.page.getByLabel('Vanaf het jaar').selectOption('2020');
		expect(await rows()).toBe(10);
		await watched.page.getByRole('button', { name: 'Keuze wissen' }).click();
		expect(await watched.page.locator('.frame table').getAttribute('aria-rowcount')).toBe('31');
	});

	test('a selection is in the address and comes back with it', async () => {
		await open(trend, { kind: 'bars' }, { selected: ['WK178304'], years: [2012, 2016] });
		expect(await watched.page.locator('g.chosen text').first().textContent()).toBe("'s-Gravenzande");
		expect(await watched.page.getByText('tot en met 2016. De andere beelden').count()).toBe(1);
	});
});

test('a long answer is a table that scrolls and sorts, with few rows in the page', async () => {
	await open('select range as nummer, range * 7 % 1000 as rest from range(50000)', { kind: 'table' });
	expect(await watched.page.locator('.frame table').getAttribute('aria-rowcount')).toBe('50001');
	expect(await rows()).toBeLessThan(80);
	await watched.page.locator('.frame').evaluate((frame) => frame.scrollTo(0, frame.scrollHeight));
	await watched.page.locator('tr[aria-rowindex="50001"]').waitFor();
	expect(await watched.page.locator('tr[aria-rowindex="50001"] td').first().textContent()).toBe('49999');
	await watched.page.getByRole('button', { name: 'rest' }).click();
	await watched.page.locator('.frame').evaluate((frame) => frame.scrollTo(0, 0));
	await watched.page.locator('tr[aria-rowindex="2"]').waitFor();
	expect(await watched.page.locator('tr[aria-rowindex="2"] td').last().textContent()).toBe('999');
	expect(await watched.page.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
	expect(watched.faults).toEqual([]);
});
