import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { readPdf } from '../pdf.ts';
import { watch, type Watched } from './browser.ts';

/** A page of another site: its body, and what its style sheet holds. */
interface Host {
	body: string;
	css?: string;
	/** Whose frames it allows, where not those of the site. */
	frames?: string;
}

let host: Host = { body: '' };
let server: Server;
let home: string;
const site = inject('site');

/** Nothing is allowed but what the page has of its own, frames and scripts of the site. */
const policy = (frames = new URL(site).origin): string =>
	[
		"default-src 'none'",
		"style-src 'self'",
		`script-src ${new URL(site).origin}`,
		`frame-src ${frames}`
	].join('; ');

/** Refuses whatever it can, and shouts. */
const hostile = `
	main *, iframe, svg, table { display: none !important; visibility: hidden !important; opacity: 0 !important; }
	main * { position: fixed !important; height: 3px !important; width: 3px !important; }
	* { font-size: 60px !important; color: lime !important; }
`;

beforeAll(async () => {
	server = createServer((request, response) => {
		const isStyle = request.url === '/stijl.css';
		response.writeHead(request.url === '/' || isStyle ? 200 : 204, {
			'content-type': isStyle ? 'text/css' : 'text/html; charset=utf-8',
			'content-security-policy': policy(host.frames)
		});
		response.end(
			isStyle
				? host.css
				: `<!doctype html><html lang="nl"><head><title>Gemeente</title><link rel="stylesheet" href="/stijl.css"></head><body><h1>Gemeente</h1><main>${host.body}</main></body></html>`
		);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	home = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => server.close());

const open: Watched[] = [];
afterEach(async () => {
	for (const each of open.splice(0)) await each.close();
});

async function visit(at: Host, options: BrowserContextOptions = {}): Promise<Watched> {
	host = at;
	const watched = await watch(home, { viewport: { width: 900, height: 900 }, ...options });
	open.push(watched);
	await watched.page.goto(home);
	return watched;
}

/** What went wrong, apart from asking the site itself, which is what a frame is for. */
const faultsOf = ({ faults }: Watched): string[] =>
	faults.filter((fault) => !fault.includes(` asks ${site}`));

/** The frame in which a chart of the site stands, once it is there. */
async function frameOf(page: Page, path: string): Promise<Frame> {
	const isThere = () => page.frames().find((frame) => frame.url().startsWith(`${site}insluiten/${path}/`));
	await expect.poll(isThere, { timeout: 15_000 }).toBeDefined();
	const frame = isThere()!;
	await frame.waitForLoadState();
	return frame;
}

/** How high the content of a frame is, and how high the frame is on the page around it. */
async function heights(frame: Frame): Promise<{ content: number; frame: number }> {
	const element = await frame.frameElement();
	return {
		content: await frame.evaluate(() => document.documentElement.scrollHeight),
		frame: (await element.boundingBox())?.height ?? 0
	};
}

/** Waits until a frame is as high as what is in it. */
async function follows(frame: Frame): Promise<number> {
	await expect
		.poll(async () => {
			const now = await heights(frame);
			return Math.abs(now.content - now.frame);
		})
		.toBeLessThanOrEqual(1);
	return (await heights(frame)).frame;
}

/** The texts to copy for a chart of a page of the site, as a reader finds them. */
async function copyFrom(path: string, chart: string): Promise<{ frame: string; element: string }> {
	const watched = await watch(site);
	open.push(watched);
	const { page } = watched;
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	await watched.open(path);
	expect(asked.filter((url) => url.includes('/insluiten/'))).toEqual([]);
	const box = page.locator('.insluiten', { has: page.locator(`iframe[src$="/insluiten/${chart}/"]`) });
	await box.getByText('Insluiten op uw eigen site').click();
	const fields = box.locator('textarea');
	await expect.poll(() => fields.first().inputValue()).not.toContain('ADRES');
	await follows(await frameOf(page, chart));
	expect(watched.faults).toEqual([]);
	return { frame: await fields.nth(0).inputValue(), element: await fields.nth(1).inputValue() };
}

const pages = [
	['/westland/indicatoren/eenzaamheid/', 'westland/eenzaamheid', 'Eenzaamheid in Westland'],
	['/westland/indicatoren/eenzaamheid/65-plus/', 'westland/eenzaamheid/65-plus', '65 jaar en ouder'],
	['/zoetermeer/indicatoren/wmo-clienten/', 'zoetermeer/wmo-clienten', 'Wmo'],
	['/westland/doelen/minder-eenzaamheid/', 'westland/doelen/minder-eenzaamheid', 'niet bereikt'],
	['/westland/doelen/', 'westland/boom', 'De doelenboom van Westland'],
	['/zoetermeer/', 'zoetermeer/tegels', 'De doelen van Zoetermeer'],
	['/westland/middelen/', 'westland/middelen/domein-inkomen', 'Inkomen in Westland'],
	['/zoetermeer/gebieden/', 'zoetermeer/gebieden', 'De wijken van Zoetermeer'],
	['/vragen/armoede-tegen-wmo/', 'vragen/armoede-tegen-wmo', 'meer armoede']
] as const;

describe.each(pages)('the code on %s', (path, chart, words) => {
	test('shows the chart elsewhere, as a frame and as an element that follows its height', async () => {
		const code = await copyFrom(path, chart);
		expect(code.frame).not.toMatch(/<script|style=| on\w+=/);
		const framed = await visit({ body: code.frame });
		const frame = await frameOf(framed.page, chart);
		expect(await frame.locator('main').innerText()).toContain(words);
		expect(await frame.locator('footer').innerText()).toMatch(/^(Bron|Gevraagd aan): /);
		expect(faultsOf(framed)).toEqual([]);

		const made = await visit({ body: code.element });
		const inside = await frameOf(made.page, chart);
		const closed = await follows(inside);
		const summary = inside.locator('summary').last();
		if ((await summary.count()) > 0) {
			await summary.click();
			expect(await follows(inside)).toBeGreaterThan(closed);
		}
		await made.page.setViewportSize({ width: 390, height: 700 });
		expect(await follows(inside)).not.toBe(closed);
		expect(faultsOf(made)).toEqual([]);
	});
});

test('without script a frame shows the chart with its figures, and an element shows a link', async () => {
	const code = await copyFrom('/westland/indicatoren/eenzaamheid/', 'westland/eenzaamheid');
	const { page } = await visit({ body: code.frame + code.element }, { javaScriptEnabled: false });
	const frame = await frameOf(page, 'westland/eenzaamheid');
	expect(page.frames()).toHaveLength(2);
	expect(await frame.locator('.chart > svg').isVisible()).toBe(true);
	expect(await frame.locator('td data').first().isVisible()).toBe(false);
	await frame.getByText('Alle cijfers in een tabel').click();
	expect(await frame.locator('td data').first().isVisible()).toBe(true);
	const link = page.locator('doelenboom-grafiek a');
	expect(await link.isVisible()).toBe(true);
	const answer = await page.request.get((await link.getAttribute('href'))!);
	expect(await answer.text()).toContain('Eenzaamheid in Westland');
});

test('charts of money, wijken and questions are whole without script too, and their tables open', async () => {
	const charts = ['westland/middelen/per-jaar', 'westland/gebieden', 'vragen/armoede-tegen-wmo'];
	const body = charts.map((chart) => `<iframe src="${site}insluiten/${chart}/" title="${chart}"></iframe>`);
	const watched = await visit({ body: body.join('') }, { javaScriptEnabled: false });
	for (const chart of charts) {
		const frame = await frameOf(watched.page, chart);
		expect(await frame.locator('svg').first().isVisible(), chart).toBe(true);
		const cell = frame.locator('td').first();
		expect(await cell.isVisible(), chart).toBe(false);
		await frame.locator('summary').first().click();
		expect(await cell.isVisible(), chart).toBe(true);
		expect(await frame.locator('.ask').first().isVisible(), chart).toBe(true);
	}
	expect(faultsOf(watched)).toEqual([]);
});

test('where the address of the site is not known, a reader without script is told to fill it in', async () => {
	const watched = await watch(site, { javaScriptEnabled: false });
	open.push(watched);
	await watched.page.goto(new URL('westland/indicatoren/eenzaamheid/', site).href);
	const box = watched.page.locator('.insluiten');
	await box.locator('summary').click();
	expect(await box.locator('textarea').first().inputValue()).toContain(
		'https://ADRES-VAN-DEZE-SITE/insluiten/'
	);
	expect(await box.innerText()).toContain('Zet zelf het adres van deze site');
});

const element = (attributes: string): string => `<doelenboom-grafiek ${attributes}></doelenboom-grafiek>`;
const script = `<script src="${site}insluiten/doelenboom-grafiek.js" async></script>`;

test('styles of the page around it reach neither the frames nor the elements', async () => {
	const charts = ['westland/eenzaamheid', 'westland/middelen/per-jaar', 'vragen/armoede-tegen-wmo'];
	const body = script + charts.map((chart) => element(`grafiek="${chart}"`)).join('');
	// A frame that is out of sight tells its height when it comes in sight.
	const viewport = { width: 900, height: 6000 };
	const plain = await visit({ body }, { viewport });
	const watched = await visit({ body, css: hostile }, { viewport });
	for (const chart of charts) {
		const usual = await follows(await frameOf(plain.page, chart));
		const frame = await frameOf(watched.page, chart);
		expect(await follows(frame)).toBe(usual);
		expect(await frame.locator('main svg').first().isVisible()).toBe(true);
		const look = await frame.locator('h1').evaluate((h1) => {
			const { fontSize, color, position } = getComputedStyle(h1);
			return { fontSize, color, position };
		});
		expect(look).toEqual({ fontSize: '20px', color: 'rgb(22, 25, 29)', position: 'static' });
	}
	const around = await watched.page.locator('h1').evaluate((h1) => getComputedStyle(h1).fontSize);
	expect(around).toBe('60px');
	expect(faultsOf(watched)).toEqual([]);
});

test('on paper a chart has its source, release and citation, and is light whatever it is on screen', async () => {
	const chart = 'westland/eenzaamheid';
	const body = script + element(`grafiek="${chart}" thema="donker"`);
	const { page } = await visit({ body }, { viewport: { width: 700, height: 4000 } });
	const frame = await frameOf(page, chart);
	await follows(frame);
	const folder = mkdtempSync(join(tmpdir(), 'kader-'));
	try {
		const path = join(folder, 'kader.pdf');
		await page.pdf({ path, format: 'A4' });
		const printed = (await readPdf(path)).pages.join('\n');
		for (const words of ['Bron:', 'Uitgave van', 'Meer hierover op Doelenboom', 'Aanhalen'])
			expect(printed).toContain(words);
		expect(printed.replaceAll(/\s/g, '')).toMatch(/Aanhalen:\/westland\/aanhalen\/[\d-]+\/eenzaamheid\//);
		// What is folded on screen, and letters that only that explains.
		expect(printed).not.toContain('Uitleg bij de grafiek');
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	const letters = () => frame.locator('.chart rect + text').filter({ visible: true }).count();
	const scheme = () => frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
	expect(await scheme()).toBe('dark');
	expect(await letters()).toBe(4);
	await page.emulateMedia({ media: 'print' });
	expect(await scheme()).toBe('light');
	expect(await letters()).toBe(0);
	await frame
		.getByText('Uitleg bij de grafiek')
		.evaluate((summary) => summary.parentElement!.toggleAttribute('open'));
	expect(await letters()).toBe(4);
});

test.each([300, 600, 900])(
	'the longest numbers of an axis are whole in a frame of %i pixels',
	async (width) => {
		const { page } = await visit({ body: '' }, { viewport: { width, height: 900 } });
		for (const chart of ['westland/inwoners', 'zoetermeer/inwoners']) {
			await page.goto(`${site}insluiten/${chart}/`);
			const ticks = await page.$$eval('.chart .tick', (texts) =>
				texts.map((text) => ({ text: text.textContent, left: text.getBoundingClientRect().left }))
			);
			expect(ticks.some(({ text }) => text.length >= 6)).toBe(true);
			expect(ticks.filter(({ left }) => left < 0)).toEqual([]);
		}
	}
);

test('areas may be asked for with spaces and small letters', async () => {
	const body = script + element('grafiek="westland/eenzaamheid" gebieden="WK178304, wk178301"');
	const { page } = await visit({ body }, { viewport: { width: 900, height: 3000 } });
	const frame = await frameOf(page, 'westland/eenzaamheid');
	const chosen = () =>
		frame.$$eval('.chart > svg > g.chosen[data-area]:not(.name)', (lines) =>
			lines.map((line) => line.getAttribute('data-area')).toSorted()
		);
	await expect.poll(chosen).toEqual(['WK178301', 'WK178304']);
});

test('areas that are not there, and a seventh one, are told', async () => {
	const { page } = await visit({ body: '' });
	const told = async (areas: string) => {
		await page.goto(`${site}insluiten/westland/eenzaamheid/?gebieden=${areas}`);
		const note = page.locator('[data-left-out]');
		return (await note.isVisible()) ? note.innerText() : '';
	};
	expect(await told('WK178301,WK178302')).toBe('');
	expect(await told('WK178301,bu99999999,Stem op mij')).toMatch(
		/staan hier niet.*: BU99999999, een code die er niet is\.$/
	);
	const seven = [1, 2, 3, 4, 5, 6, 7].map((i) => `WK17830${i}`);
	expect(await told(seven.join())).toMatch(/meer dan zes: WK178307\.$/);
});

test('what stands between the tags is shown where there is no such chart, or where the page refuses frames', async () => {
	const own = (chart: string) =>
		`<doelenboom-grafiek grafiek="${chart}"><a href="${site}">Naar de site</a></doelenboom-grafiek>`;
	const link = (page: Page) => page.getByRole('link', { name: 'Naar de site' });
	const unknown = await visit({ body: script + own('westland/bestaat-niet') });
	await link(unknown.page).waitFor({ timeout: 15_000 });
	const refused = await visit({ body: script + own('westland/eenzaamheid'), frames: "'none'" });
	await link(refused.page).waitFor({ timeout: 15_000 });
	const known = await visit({ body: script + own('westland/eenzaamheid') });
	await follows(await frameOf(known.page, 'westland/eenzaamheid'));
	await known.page.waitForTimeout(4000);
	expect(await link(known.page).count()).toBe(0);
});

test('several on one page each follow their own height', async () => {
	const charts = ['westland/eenzaamheid', 'zoetermeer/wmo-clienten', 'westland/boom', 'westland/tegels'];
	const body = script + charts.map((chart) => element(`grafiek="${chart}"`)).join('');
	const watched = await visit({ body }, { viewport: { width: 700, height: 6000 } });
	const found: number[] = [];
	for (const chart of charts) found.push(await follows(await frameOf(watched.page, chart)));
	expect(new Set(found).size).toBe(charts.length);
	const last = await frameOf(watched.page, 'westland/boom');
	await last.locator('summary').first().click();
	await follows(last);
	const after = await Promise.all(
		charts.map(async (chart) => (await heights(await frameOf(watched.page, chart))).frame)
	);
	expect(after.map((height, i) => height === found[i])).toEqual([true, true, false, true]);
	expect(faultsOf(watched)).toEqual([]);
});

test('what an element is asked for is what its frame shows, also when that changes', async () => {
	const wanted = 'gebieden="WK178304,WK178301" thema="donker"';
	const watched = await visit({ body: script + element(`grafiek="westland/eenzaamheid" ${wanted}`) });
	const frame = await frameOf(watched.page, 'westland/eenzaamheid');
	const lit = () =>
		frame.$$eval('.chart > svg > g.chosen[data-area]', (lines) =>
			lines.map((line) => [
				line.getAttribute('data-area'),
				/chosen-\d/.exec(line.getAttribute('class')!)?.[0]
			])
		);
	await expect.poll(lit).toEqual([
		['WK178304', 'chosen-1'],
		['WK178301', 'chosen-2']
	]);
	const key = await frame.locator('.chart > .key').innerText();
	for (const name of ['Westland', 'Nederland', "'s-Gravenzande", 'Naaldwijk']) expect(key).toContain(name);
	expect(key).not.toContain('Kwintsheul');
	const [shown, inTable] = await frame.evaluate(() =>
		['.key', 'td'].map((where) => {
			const [first] = document.querySelectorAll<HTMLDataElement>(
				`${where} data[data-area="WK178304"][data-period="2020"]`
			);
			return first?.value;
		})
	);
	expect(shown).toBe(inTable);
	expect(Number(shown)).toBeGreaterThan(0);
	const names = await frame.$$eval('.chart .name text', (texts) =>
		texts.map((text) => text.getBoundingClientRect()).map(({ top, bottom }) => ({ top, bottom }))
	);
	expect(names).toHaveLength(4);
	const sorted = names.toSorted((a, b) => a.top - b.top);
	for (const [i, { top }] of sorted.entries())
		expect(top).toBeGreaterThan((sorted[i - 1]?.top ?? -Infinity) + 12);
	const paper = () => frame.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
	// The dark of the theme of Westland, in the light of the host.
	expect(await paper()).toBe('rgb(16, 25, 27)');

	await watched.page.$eval('doelenboom-grafiek', (own) => {
		own.setAttribute('thema', 'licht');
		own.setAttribute('beeld', 'kaart');
	});
	await expect.poll(() => frame.locator('.map > svg').first().isVisible()).toBe(true);
	expect(await frame.locator('.chart > svg').isVisible()).toBe(false);
	expect(await paper()).toBe('rgb(255, 255, 255)');
	await follows(frame);
	expect(faultsOf(watched)).toEqual([]);
});

test.each([
	'gebieden=%3Cimg%20src%3Dx%3E,__proto__,WK999999&beeld=constructor&thema=%22%3E%3Cscript%3E',
	'beeld=kaart%00&gebieden=&thema=toString',
	'beeld=lijnen&gebieden=WK178301%22%5D'
])('an address with ?%s shows the usual picture', async (search) => {
	const watched = await watch(site);
	open.push(watched);
	await watched.open('/insluiten/westland/eenzaamheid/');
	const look = async () => {
		// What does not stand out is told, which another test sees.
		await watched.page.locator('[data-left-out]').evaluate((note) => note.remove());
		return watched.page.locator('body').innerHTML();
	};
	const usual = await look();
	await watched.open(`/insluiten/westland/eenzaamheid/?${search}`);
	expect(await look()).toBe(usual);
	expect(watched.faults).toEqual([]);
});

test.each([
	'../../data',
	'https://example.org/x',
	'westland',
	'westland/a/b/c/d',
	'//example.org/x/',
	'javascript:alert(1)'
])('an element with the address %s makes no frame and shows what is in it', async (path) => {
	const { page } = await visit({
		body: `${script}<doelenboom-grafiek grafiek="${path}"><a href="#">Een link</a></doelenboom-grafiek>`
	});
	await page.waitForFunction(() => document.querySelector('doelenboom-grafiek')?.shadowRoot);
	expect(page.frames()).toHaveLength(1);
	expect(await page.getByText('Een link').isVisible()).toBe(true);
});

test('an element hears of no other height than that of its own frame', async () => {
	const { page } = await visit({
		body: `${script + element('grafiek="westland/eenzaamheid"')}<iframe src="${site}insluiten/westland/tegels/" title="ander"></iframe>`
	});
	const frame = await frameOf(page, 'westland/eenzaamheid');
	const height = await follows(frame);
	const other = await frameOf(page, 'westland/tegels');
	await other.evaluate(() => parent.postMessage({ type: 'doelenboom-hoogte', height: 77 }, '*'));
	await page.evaluate(() => window.postMessage({ type: 'doelenboom-hoogte', height: 78 }, '*'));
	for (const wrong of [-5, 1e9, 'x', null])
		await frame.evaluate(
			(told) => parent.postMessage({ type: 'doelenboom-hoogte', height: told }, '*'),
			wrong
		);
	// A message that counts, after those that do not.
	await frame.evaluate(() => parent.postMessage({ type: 'doelenboom-hoogte', height: 1234 }, '*'));
	await expect.poll(async () => (await heights(frame)).frame).toBe(1234);
	expect(height).not.toBe(1234);
	await page.$eval('doelenboom-grafiek', (own) => own.parentElement!.append(own));
	await follows(await frameOf(page, 'westland/eenzaamheid'));
});

test('a link in a frame leaves the page around it', async () => {
	const { page } = await visit({ body: script + element('grafiek="westland/eenzaamheid"') });
	const frame = await frameOf(page, 'westland/eenzaamheid');
	await frame.getByText('Meer hierover op Doelenboom').click();
	await expect.poll(() => page.url()).toBe(`${site}westland/indicatoren/eenzaamheid/`);
	const { page: other } = await visit({ body: script + element('grafiek="zoetermeer/gebieden"') });
	const map = await frameOf(other, 'zoetermeer/gebieden');
	await map.locator('path[data-area="WK063701"]').click();
	await expect.poll(() => other.url()).toBe(`${site}zoetermeer/gebieden/WK063701/`);
});

test('who goes on to another choice on a page finds its own code and citation there', async () => {
	const watched = await watch(site);
	open.push(watched);
	await watched.open('/westland/indicatoren/eenzaamheid/');
	const { page } = watched;
	await page.getByText('Zelf kiezen').click();
	await page.getByRole('radio', { name: '65 jaar en ouder' }).check();
	await expect.poll(() => page.url()).toContain('/65-plus/');
	const added = page.locator('#insluiten');
	await page.getByText('Insluiten op uw eigen site').click();
	await expect.poll(() => added.locator('iframe').getAttribute('src')).toContain('/eenzaamheid/65-plus/');
	const cited = () =>
		added
			.getByRole('link', { name: 'Deze cijfers aanhalen' })
			.evaluate((link) => (link as HTMLAnchorElement).pathname);
	expect(await cited()).toMatch(/^\/westland\/aanhalen\/[\d-]+\/eenzaamheid\/$/);
	await page.goBack();
	await expect.poll(() => added.locator('iframe').getAttribute('src')).toMatch(/\/westland\/eenzaamheid\/$/);
	expect(await cited()).toMatch(/^\/westland\/aanhalen\/[\d-]+\/eenzaamheid\/$/);
	expect(watched.faults).toEqual([]);
});

test.each(['/westland/', '/westland/indicatoren/eenzaamheid/', '/insluiten/westland/eenzaamheid/'])(
	'%s has the colours of its theme, unless a reader asks for more contrast',
	async (path) => {
		const look = async (options: BrowserContextOptions): Promise<string[]> => {
			const watched = await watch(site, options);
			open.push(watched);
			await watched.open(path);
			expect(watched.faults).toEqual([]);
			return watched.page.evaluate(() => {
				const probe = document.querySelector('.page')!.appendChild(document.createElement('i'));
				probe.style.backgroundColor = 'var(--basis-color-default-bg-default)';
				return [document.documentElement, probe].map((each) => getComputedStyle(each).backgroundColor);
			});
		};
		expect(await look({ colorScheme: 'light' })).toEqual(['rgb(255, 255, 255)', 'rgb(225, 237, 239)']);
		expect(await look({ colorScheme: 'dark' })).toEqual(['rgb(16, 25, 27)', 'rgb(32, 49, 53)']);
		expect(await look({ colorScheme: 'dark', contrast: 'more' })).toEqual([
			'rgb(20, 23, 26)',
			'rgb(37, 43, 49)'
		]);
	}
);
