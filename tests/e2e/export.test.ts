import { readSheet } from 'read-excel-file/node';
import { SaxesParser } from 'saxes';
import { build, type Rolldown } from 'vite';
import { afterEach, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { watch, type Watched } from './browser.ts';
import type * as files from './export-entry.ts';

/** The functions that make files in the browser, as one script. */
async function bundle(): Promise<string> {
	const [{ output }] = (await build({
		configFile: false,
		logLevel: 'error',
		build: {
			write: false,
			lib: { entry: 'tests/e2e/export-entry.ts', formats: ['iife'], name: 'files', fileName: 'files' }
		}
	})) as [Rolldown.RolldownOutput];
	return output[0].code;
}

interface FilesWindow {
	files: typeof files;
}

const title = 'Eenzaamheid <per wijk> & "meer"';
const lines = ['Bron: CBS, GGD en RIVM.', 'Gevraagd op 23 november 2026.'];

let script: string;
let watched: Watched;
beforeAll(async () => {
	script = await bundle();
});
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(() => watched.close());

async function open(path: string): Promise<void> {
	await watched.open(path);
	// Past the policy of the page, which holds for what the functions do and not for how a test brings them in.
	await watched.page.evaluate(`${script}; globalThis.files = files`);
}

const take = (chart: string): Promise<string> =>
	watched.page.$eval(
		chart,
		(svg, [name, below]) => {
			const { files } = globalThis as unknown as FilesWindow;
			const key = [...svg.parentElement!.querySelectorAll<HTMLElement>('.key li')].map((item) => ({
				mark: item.querySelector('svg')!,
				label: item.textContent
			}));
			return files.takePicture(svg as SVGSVGElement, { title: name, lines: below, key });
		},
		[title, lines] as const
	);

/** Elements with their attributes, and all text of the picture; fails where it is no XML. */
function read(svg: string) {
	const elements: { name: string; attributes: Record<string, string> }[] = [];
	const texts: string[] = [];
	const parser = new SaxesParser();
	parser.on('opentag', ({ name, attributes }) => elements.push({ name, attributes }));
	parser.on('text', (text) => texts.push(text));
	parser.write(svg).close();
	return { elements, words: texts.join(' '), size: elements[0]!.attributes };
}

/** The picture on a page of its own that may fetch nothing, and how many pixels have each colour. */
async function openAlone(svg: string): Promise<Map<string, number>> {
	const { page } = watched;
	await page.goto('about:blank');
	const counts = await page.evaluate(async (text) => {
		const image = new Image();
		image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
		await image.decode();
		const canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
		const context = canvas.getContext('2d')!;
		context.drawImage(image, 0, 0);
		const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
		const found: Record<string, number> = {};
		for (let at = 0; at < data.length; at += 4) {
			const colour = `rgb(${data[at]}, ${data[at + 1]}, ${data[at + 2]})`;
			found[colour] = (found[colour] ?? 0) + 1;
		}
		return found;
	}, svg);
	return new Map(Object.entries(counts));
}

const indicator = '/westerkwartier/indicatoren/eenzaamheid/';
const charts: [string, string, string, number][] = [
	['lines', indicator, '.chart > svg', 5],
	['a map', '/westerkwartier/gebieden/', '.map > svg', 1]
];

/** What is drawn, and at least how many of its colours are seen in the picture. */
test.each(charts)('a picture of %s stands on its own', async (_, path, chart, least) => {
	await open(path);
	const svg = await take(chart);
	const { elements, words } = read(svg);
	for (const text of [title, ...lines]) expect(words).toContain(text);
	expect(svg).not.toMatch(
		/class=|style=|var\(|light-dark|currentColor|data-|aria-|https?:(?!\/\/www\.w3\.org\/2000\/svg")/
	);
	const names = new Set(elements.map(({ name }) => name));
	for (const name of ['script', 'style', 'a', 'foreignObject', 'image']) expect(names).not.toContain(name);
	const shapes = elements.filter(({ name }) => ['line', 'path', 'circle', 'text'].includes(name));
	expect(shapes.length).toBeGreaterThan(10);

	const white = 'rgb(255, 255, 255)';
	const colours = new Set(shapes.flatMap(({ attributes: { stroke, fill } }) => [stroke, fill]));
	const pixels = await openAlone(svg);
	const drawn = [...colours].filter((colour) => colour && colour !== white && (pixels.get(colour) ?? 0) > 20);
	expect(drawn.length).toBeGreaterThanOrEqual(least);
	expect(watched.faults).toEqual([]);
});

test('lines are where they are on the page, with the colours they have there', async () => {
	await open(indicator);
	const { page } = watched;
	const onPage = await page.$$eval('.chart > svg circle', (all) =>
		all.map((dot) => `${getComputedStyle(dot).fill} ${dot.getAttribute('cx')} ${dot.getAttribute('cy')}`)
	);
	const { elements } = read(await take('.chart > svg'));
	const inPicture = elements
		.filter(({ name }) => name === 'circle')
		.map(({ attributes: { fill, cx, cy } }) => `${fill} ${cx} ${cy}`);
	expect(onPage.length).toBeGreaterThan(10);
	expect(inPicture.slice(0, onPage.length).toSorted()).toEqual(onPage.toSorted());
});

test('a reader in the dark gets the same picture, and the page stays as it was', async () => {
	await open(indicator);
	const light = await take('.chart > svg');
	await watched.page.emulateMedia({ colorScheme: 'dark' });
	const before = await watched.page.evaluate(() => document.documentElement.outerHTML);
	expect(await take('.chart > svg')).toBe(light);
	expect(await watched.page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
});

test('no label falls outside of the picture, on a phone either', async () => {
	for (const width of [1440, 360]) {
		await watched.page.setViewportSize({ width, height: 800 });
		await open(indicator);
		const svg = await take('.chart > svg');
		await watched.page.goto('about:blank');
		const outside = await watched.page.evaluate((text) => {
			document.body.innerHTML = text.slice(text.indexOf('<svg'));
			const picture = document.querySelector('svg')!;
			const all = picture.getBoundingClientRect();
			return [...picture.querySelectorAll('text')]
				.filter((each) => {
					const { left, right, top, bottom } = each.getBoundingClientRect();
					return left < all.left || right > all.right || top < all.top || bottom > all.bottom;
				})
				.map((each) => each.textContent);
		}, svg);
		expect(outside).toEqual([]);
	}
});

test('the PNG is made under the policy of the page, twice as large, and shows the same', async () => {
	await open(indicator);
	const svg = await take('.chart > svg');
	const made = await watched.page.evaluate(async (text) => {
		const { files } = globalThis as unknown as FilesWindow;
		const blob = await files.pictureToPng(text);
		const bitmap = await createImageBitmap(blob);
		const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
		const context = canvas.getContext('2d')!;
		context.drawImage(bitmap, 0, 0);
		const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
		let dark = 0;
		for (let at = 0; at < data.length; at += 4) if (data[at]! < 128 && data[at + 3] === 255) dark++;
		return { type: blob.type, width: bitmap.width, height: bitmap.height, dark };
	}, svg);
	const { width, height } = read(svg).size;
	expect(made).toMatchObject({ type: 'image/png', width: 2 * Number(width), height: 2 * Number(height) });
	expect(made.dark).toBeGreaterThan(1000);
	expect(watched.faults).toEqual([]);
});

test('a chart that is not to be seen is refused in plain words', async () => {
	await open(indicator);
	await watched.page.$eval('.chart', (chart) => ((chart as HTMLElement).hidden = true));
	await expect(take('.chart > svg')).rejects.toThrow('De grafiek is niet te zien');
});

test('what a page should not give away, and what a picture cannot run, is left out', async () => {
	await open(indicator);
	await watched.page.$eval('.chart > svg', (svg) => {
		svg.setAttribute('onload', 'alert(1)');
		svg.insertAdjacentHTML(
			'beforeend',
			`<script>alert(1)</script><style>*{fill:red}</style><foreignObject><p>weg</p></foreignObject>
			<image href="https://elders.example/x.png"/><a href="javascript:alert(1)"><text id="kept">&lt;b&gt;</text></a>
			<use href="https://elders.example/#a"/><rect fill="url(https://elders.example/#a)"/>`
		);
	});
	const svg = await take('.chart > svg');
	expect(svg).not.toMatch(/alert|elders|weg|onload|fill:red/);
	expect(svg).toContain('&lt;b&gt;');
});

test('a large workbook is made under the policy of the page, which lets no worker be made of text', async () => {
	await open(indicator);
	const bytes = await watched.page.evaluate(() => {
		const { files } = globalThis as unknown as FilesWindow;
		const rows = Array.from({ length: 20_000 }, (_, i) => [`wijk ${i}`, i * Math.PI]);
		const columns = [
			{ name: 'gebied', kind: 'text' as const },
			{ name: 'waarde', kind: 'number' as const }
		];
		const asked = { title: 'Veel', query: 'select 1', day: '2026-11-23', sources: [], remarks: [] };
		return [...files.workbook({ columns, rows, cut: false }, asked)];
	});
	const read = await readSheet(Buffer.from(bytes), 'Gegevens');
	expect(read).toHaveLength(20_001);
	expect(read.at(-1)).toEqual(['wijk 19999', 19_999 * Math.PI]);
	expect(watched.faults).toEqual([]);
});
