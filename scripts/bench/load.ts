import type { Browser, CDPSession, Page } from 'playwright-core';

/** The slow line of the comparison: 1.6 Mbit/s down, 0.75 up, 150 ms, and a processor four times slower. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** What one load of a page cost. */
export interface Load {
	/** Bytes on the line, all of it and the script of it. */
	total: number;
	script: number;
	requests: number;
	/** Milliseconds until the chart is complete in the page. */
	chart: number;
	/** Milliseconds until the first paint. */
	paint: number;
	/** Sum of unexpected shifts of the layout. */
	shift: number;
	/** Whether anything of the engine was asked for. */
	engine: boolean;
}

async function throttle(page: Page): Promise<CDPSession> {
	const session = await page.context().newCDPSession(page);
	await session.send('Network.enable');
	return session;
}

/**
 * Loads a page in a fresh profile and measures until it is quiet.
 * @param mark what stands in the page only once its chart is complete
 */
export async function measureLoad(
	browser: Browser,
	url: string,
	mark: string,
	line: 'fast' | 'slow'
): Promise<Load> {
	const context = await browser.newContext({ viewport: { width: 390, height: 800 } });
	const page = await context.newPage();
	const session = await throttle(page);
	if (line === 'slow') {
		await session.send('Network.emulateNetworkConditions', slow);
		await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	}
	const kinds = new Map<string, string>();
	const bytes = { total: 0, script: 0 };
	let engine = false;
	session.on('Network.responseReceived', ({ requestId, type, response }) => {
		kinds.set(requestId, type);
		engine ||= /\.wasm|duckdb/.test(response.url);
	});
	session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		bytes.total += encodedDataLength;
		if (kinds.get(requestId) === 'Script') bytes.script += encodedDataLength;
	});
	await page.addInitScript((selector) => {
		const seen = { chart: 0, shift: 0 };
		Object.assign(window, { seen });
		new MutationObserver(() => {
			if (!seen.chart && document.querySelector(selector)) seen.chart = performance.now();
		}).observe(document, { childList: true, subtree: true });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
		}).observe({ type: 'layout-shift', buffered: true });
	}, mark);
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.waitForTimeout(500);
	const result = await page.evaluate(() => {
		const { seen } = window as unknown as { seen: { chart: number; shift: number } };
		return { ...seen, paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0 };
	});
	await context.close();
	return { ...bytes, requests: kinds.size, engine, ...result };
}

/** Milliseconds of the first answer of the engine, and of each answer after it. */
export interface Answers {
	first: number;
	next: number[];
}

/** Makes choices that the page does not hold, one after the other, and waits for each answer. */
export async function measureAnswers(page: Page, url: string): Promise<Answers> {
	await page.goto(url, { waitUntil: 'networkidle' });
	await page.locator('summary', { hasText: 'Zelf kiezen' }).click();
	// Measured within the page, from the click to the frame in which the answer stands.
	const time = (label: string, selector: string, present = true): Promise<number> =>
		page.getByLabel(label, { exact: true }).evaluate(
			(input: HTMLInputElement, [wanted, there]) =>
				new Promise<number>((done, failed) => {
					const start = performance.now();
					const answered = new MutationObserver(() => {
						if ((document.querySelector(wanted) !== null) !== there) return;
						answered.disconnect();
						done(performance.now() - start);
					});
					answered.observe(document.body, { childList: true, subtree: true, attributes: true });
					setTimeout(() => failed(new Error(`no answer: ${wanted}`)), 120_000);
					input.click();
				}),
			[selector, present] as const
		);
	const first = await time('gemeente Westland', 'g[data-area="GM1783"]');
	const next = [
		await time('gemeente Zoetermeer', 'g[data-area="GM0637"]'),
		await time('65 jaar en ouder', 'td data[data-breakdown="65+"]'),
		await time('18 jaar en ouder', 'td data[data-breakdown="65+"]', false),
		await time('buurten van Leek', 'g[data-area="BU19690401"]'),
		await time('buurten van Marum', 'g[data-area="BU19691100"]'),
		await time('alle buurten', 'g[data-area="BU19690000"]'),
		await time('de wijken', 'g[data-area="WK196917"]'),
		await time('gemeente Westland', 'g[data-area="GM1783"]', false)
	];
	return { first, next };
}
