import axe from 'axe-core';
import type { Route } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { toAddress } from '#lib/domain/question/address.ts';
import { question } from '#lib/schema/question.ts';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(() => watched.close());

const waiting = { timeout: 60_000 };
const loneliness = `select a.code as gebied, a.label as wijk, o.period as jaar, o.value as procent
from observation o join area a on a.code = o.area and a.boundaries = o.boundaries
where o.indicator = 'eenzaamheid' and o.breakdown = '18+' and a.municipality = 'GM1783' and a.level = 'wijk'
order by jaar, gebied`;
const small =
	"select * from (values ('a', 1, 10), ('a', 2, null), ('b', 1, 20), ('b', 2, 30)) t(groep, jaar, aantal)";

const address = async (sql: string, more = {}) =>
	`/verken/#${await toAddress(question.parse({ sql, ...more }))}`;
async function open(sql: string, more = {}): Promise<void> {
	await watched.open(await address(sql, more));
	await watched.page.getByText(/regels?, in/).waitFor(waiting);
}
const box = () => watched.page.getByRole('textbox', { name: 'Stappen, één per regel' });
const summary = () => watched.page.locator('summary', { hasText: 'Bewerken met stappen' });
async function work(steps: string): Promise<void> {
	await summary().waitFor(waiting);
	if (!(await box().isVisible())) await summary().click();
	await box().fill(steps);
	await watched.page.getByRole('button', { name: 'Stappen uitvoeren' }).click();
}
const worked = (count: string) => watched.page.getByText(`bewerkt met ${count}`).waitFor(waiting);
const rows = () =>
	watched.page.$$eval('.frame tbody tr:not([aria-hidden])', (all) =>
		all.map((row) =>
			[...row.querySelectorAll('td:not(:has(input))')].map((cell) => cell.textContent.trim()).join(' ')
		)
	);
const refusal = () => watched.page.locator('[role=alert]', { hasText: 'De stappen zijn niet uitgevoerd' });

describe('an answer goes through steps', () => {
	test('by keyboard: steps, their outcome, and back', async () => {
		await open(small);
		const { page } = watched;
		await summary().focus();
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		expect(await box().evaluate((element) => element === document.activeElement)).toBe(true);
		await page.keyboard.type(
			'rollup gemiddelde = mean(aantal), bekend = count(aantal) by groep\norderby groep desc'
		);
		await page.keyboard.press('Control+Enter');
		await worked('2 stappen');
		await expect.poll(rows).toEqual(['b 25 2', 'a 10 1']);
		expect(await page.locator('section[aria-labelledby=antwoord]').innerText()).toContain(
			'bij mean(aantal) ontbreekt 1 van de 4 waarden'
		);
		const back = page.getByRole('button', { name: 'Terug naar het antwoord zonder stappen' });
		await back.focus();
		await page.keyboard.press('Enter');
		await expect.poll(rows).toEqual(['a 1 10', 'a 2 ·', 'b 1 20', 'b 2 30']);
		expect(await page.getByText('bewerkt met').count()).toBe(0);
		expect(await box().inputValue()).toContain('rollup');
		expect(watched.faults).toEqual([]);
	});

	test('an example is one click, and the picture is of what comes of it', async () => {
		await open(loneliness);
		const { page } = watched;
		await summary().click();
		await page.getByRole('button', { name: 'Alleen wat boven het gemiddelde ligt' }).click();
		await worked('2 stappen');
		expect(await box().inputValue()).toBe('filter procent > mean(procent) by jaar\norderby procent desc');
		const places = await page.locator('figure[data-picture] g[data-area] circle').count();
		expect(places).toBe((await rows()).length);
		expect(places).toBeLessThan(30);
		for (const { name, count } of [
			{ name: 'Het gemiddelde per jaar', count: 3 },
			{ name: 'Elke waarde van jaar een eigen kolom', count: 10 },
			{ name: 'Het verschil met de meting ervoor', count: 30 }
		]) {
			await page.getByRole('button', { name }).click();
			await page.getByText(`${count} regels, in`).waitFor(waiting);
		}
		expect(await refusal().count()).toBe(0);
		expect(watched.faults).toEqual([]);
	});

	test('the address carries the steps, and a reload does them again', async () => {
		await open(small);
		await work('pivot jaar value aantal');
		await worked('1 stap');
		await watched.page.waitForTimeout(600);
		await watched.page.reload();
		await worked('1 stap');
		await expect.poll(rows).toEqual(['a 10 ·', 'b 20 30']);
		await watched.page.getByRole('button', { name: 'Terug naar het antwoord zonder stappen' }).click();
		await watched.page.waitForTimeout(600);
		await watched.page.reload();
		await expect.poll(rows, waiting).toEqual(['a 1 10', 'a 2 ·', 'b 1 20', 'b 2 30']);
		expect(await watched.page.getByText('bewerkt met').count()).toBe(0);
	});

	test('rows of an earlier answer and of a table come beside', async () => {
		await open(
			`select 'GM1783' as code, 7 as punten; select code as gebied, label from area where level = 'gemeente' and boundaries = 2024 order by code`
		);
		await work(
			'join 1 by gebied = code\njoin_left area by gebied = code\nfilter boundaries = 2024\nselect gebied, punten, level'
		);
		await worked('4 stappen');
		await expect.poll(rows).toEqual(['GM1783 7 gemeente']);
		await work('join bestaat_niet by gebied');
		await refusal().waitFor(waiting);
		expect(await refusal().innerText()).toContain(
			'Regel 1, teken 6: De tabel “bestaat_niet” is niet op te vragen.'
		);
		expect(await rows()).not.toEqual(['GM1783 7 gemeente']);
	});

	test('mistakes are told at their place, all at once, and lead there', async () => {
		await open(small);
		await work('filter aantl > 1\nfrobnicate aantal\nderive x = fetch(1) + alert(2)');
		await refusal().waitFor(waiting);
		const items = await refusal().locator('li').allInnerTexts();
		expect(items.map((text) => /^Regel \d, teken \d+/.exec(text)?.[0])).toEqual([
			'Regel 1, teken 8',
			'Regel 2, teken 1',
			'Regel 3, teken 12',
			'Regel 3, teken 23'
		]);
		await refusal()
			.getByRole('button', { name: /Ga erheen.*regel 2/ })
			.click();
		const selected = await box().evaluate((element) => {
			const { value, selectionStart, selectionEnd } = element as HTMLTextAreaElement;
			return document.activeElement === element && value.slice(selectionStart, selectionEnd);
		});
		expect(selected).toBe('frobnicate');
		expect(await rows()).toHaveLength(4);
	});

	test('files and pictures say that they were worked, and how', async () => {
		await open(small);
		await work('filter aantal > 15 -- <b>niet zo</b>');
		await worked('1 stap');
		const { page } = watched;
		await page.locator('summary', { hasText: 'Meenemen en delen' }).click();
		const downloading = page.waitForEvent('download');
		await page.getByRole('button', { name: 'JSON' }).click();
		const chunks: Buffer[] = [];
		for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer);
		const file = JSON.parse(Buffer.concat(chunks).toString()) as {
			provenance: { worked: { steps: string }; remarks: string[] };
			rows: unknown[];
		};
		expect(file.rows).toEqual([
			['b', 1, 20],
			['b', 2, 30]
		]);
		expect(file.provenance.worked.steps).toBe('filter aantal > 15 -- <b>niet zo</b>');
		expect(file.provenance.remarks[0]).toContain('bij 1 van de 4 regels ontbreekt');
	});
});

describe('compiling', () => {
	test('is refused on the page, and done in the worker, which no policy holds', async () => {
		await open(small, { steps: 'derive dubbel = aantal * 2' });
		await worked('1 stap');
		// Later, because the policy does not hold for what a browser is told from outside.
		const said = await watched.page.evaluate(
			() =>
				new Promise((resolve) =>
					setTimeout(() => {
						try {
							resolve(typeof Reflect.construct(Function, ['return 1']));
						} catch (error) {
							resolve((error as Error).name);
						}
					})
				)
		);
		expect(said).toBe('EvalError');
		expect(watched.faults.filter((fault) => !fault.includes('Content Security Policy'))).toEqual([]);
	});

	/** Serves all files with a policy as a strict host would, and the worker that reshapes with its own. */
	async function serveWith(policy: string): Promise<void> {
		await watched.page.context().route('**/*', async (route: Route) => {
			// A connection that was idle can be closed by the server at the moment that it is used again.
			const response = await route.fetch({ maxRetries: 3 });
			const isWorker = /workers\/reshape-[^/]*\.js$/.test(route.request().url());
			await route.fulfill({
				response,
				headers: {
					...response.headers(),
					'content-security-policy': isWorker ? policy : "script-src 'self' 'wasm-unsafe-eval'"
				}
			});
		});
	}

	test.each([
		["script-src 'self' 'unsafe-eval'", true],
		["default-src 'none'; script-src 'unsafe-eval'", true],
		["script-src 'self'", false]
	])('under a host that sends the policy %s', async (policy, works) => {
		// The scripts within a page are allowed by hash, in its own policy.
		await serveWith(policy);
		await watched.page.context().route('**/verken/', (route) => route.continue());
		await open(small, { steps: 'derive dubbel = aantal * 2\nselect dubbel' });
		if (works) {
			await worked('2 stappen');
			await expect.poll(rows).toEqual(['20', '·', '40', '60']);
		} else {
			await refusal().waitFor(waiting);
			expect(await refusal().innerText()).toContain('niet uit te voeren in deze browser');
			expect(await rows()).toHaveLength(4);
		}
	});
});

describe('what asks too much is stopped, and the tab goes on', () => {
	const answers = async () => {
		await work('rollup n = count()');
		await worked('1 stap');
		expect(await rows()).toHaveLength(1);
	};

	test('a join without end', async () => {
		await open('select 1 as a from range(90000)');
		await work('join 1 by a\njoin 1 by a\nrollup count()');
		await refusal().waitFor(waiting);
		expect(await refusal().innerText()).toContain('8.100.000.000 regels');
		await answers();
	});

	test('an answer that was cut, of which a part would be counted', async () => {
		await open('select range as a from range(200000)');
		await work('rollup sum(a)');
		await refusal().waitFor(waiting);
		expect(await refusal().innerText()).toContain('afgekapt na 100.000 regels');
	});

	test('what is just let through is done in time', async () => {
		await open('select range as a, range % 2 as b, 1.5 as c from range(100000)', { view: { kind: 'table' } });
		const steps = Array.from({ length: 20 }, (_, i) => `derive x${i} = rank(a + ${i}) + mean(a) by b`);
		await work(steps.join('\n'));
		await worked('20 stappen');
		await answers();
	});

	test('a worker that never answers is ended, or stopped by the reader', async () => {
		const { page } = watched;
		await page
			.context()
			.route(/workers\/reshape-/, (route) =>
				route.fulfill({ contentType: 'text/javascript', body: 'for (;;) {}' })
			);
		await open(small);
		await work('slice 1');
		await page.getByRole('button', { name: 'Stappen stoppen' }).click();
		await page.getByText('De stappen zijn gestopt').waitFor(waiting);
		await work('slice 2');
		await page.getByText('Deze stappen duren te lang').waitFor({ timeout: 30_000 });
		expect(await rows()).toHaveLength(4);
		await page.context().unroute(/workers\/reshape-/);
		await answers();
	});
});

test('an address with anything in its steps does no harm', async () => {
	const hostile = `filter constructor.constructor('document.title = 1')()\nfilter aantal > 0; fetch('https://example.org')\n<img src=x onerror=alert(1)>`;
	await open(small, { steps: hostile });
	await refusal().waitFor(waiting);
	expect(await rows()).toHaveLength(4);
	expect(await watched.page.title()).toBe('Zelf onderzoeken - Doelenboom');
	expect(watched.faults).toEqual([]);
});

test('wide and narrow nothing sticks out, and no rule of axe is broken', async () => {
	await open(loneliness, { steps: 'filter procent > 10\nderive x = mean(procent)' });
	await worked('2 stappen');
	const { page } = watched;
	await summary().click();
	await page.locator('summary', { hasText: 'Welke stappen er zijn' }).click();
	await page.locator('summary', { hasText: 'Welke functies er zijn' }).click();
	await page.evaluate(axe.source);
	const expectNone = async () => {
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 900 });
			const violations = await page.evaluate(async () =>
				(await (window as unknown as { axe: typeof axe }).axe.run()).violations.map(
					({ id, nodes }) => `${id}: ${nodes[0]?.html}`
				)
			);
			expect(violations, `${width} wide`).toEqual([]);
			expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
		}
	};
	await expectNone();
	await work('filtre x\nselect');
	await refusal().waitFor(waiting);
	await expectNone();
});
