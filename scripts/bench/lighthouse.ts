import lighthouse from 'lighthouse';
import { chromium, type Browser } from 'playwright-core';
import { chromiumFlags, installTestBrowser } from '../tools/chromium.mjs';
import { freePort } from '../tools/free-port.ts';

export type Category = 'accessibility' | 'best-practices' | 'performance';

/** What Lighthouse thinks of one load of a page. */
export interface Marks {
	/** From 0 to 100. */
	scores: Partial<Record<Category, number>>;
	/** What keeps a page from 100, as `audit: title`, with the parts of the page that it names. */
	faults: string[];
}

/** A Chromium that Lighthouse can drive, on a port of its own. */
export interface Audited {
	browser: Browser;
	port: number;
}

/** Starts a Chromium for Lighthouse; whoever starts it closes its `browser`. */
export async function startAudited(): Promise<Audited> {
	const port = await freePort();
	const args = [...chromiumFlags, `--remote-debugging-port=${port}`];
	return { browser: await chromium.launch({ executablePath: installTestBrowser(), args }), port };
}

/** Where speed is not judged, a page that has loaded is not watched for long. A line is simulated: loading is not slower. */
const inHaste = {
	throttlingMethod: 'simulate',
	pauseAfterFcpMs: 0,
	pauseAfterLoadMs: 0,
	networkQuietThresholdMs: 250,
	cpuQuietThresholdMs: 0
} as const;

/**
 * Loads a page once and judges it.
 * @param categories what is judged: performance is measured on the slow line and processor that Lighthouse reckons with
 * @throws where the page could not be loaded
 */
export async function judge(url: string, port: number, categories: readonly Category[]): Promise<Marks> {
	const result = await lighthouse(url, {
		port,
		onlyCategories: [...categories],
		logLevel: 'silent',
		disableFullPageScreenshot: true,
		maxWaitForLoad: 30_000,
		...(!categories.includes('performance') && inHaste)
	});
	if (!result || result.lhr.runtimeError)
		throw new Error(`${url}: ${result?.lhr.runtimeError?.message ?? 'no result'}`);
	const { audits, categories: judged } = result.lhr;
	const scores = Object.fromEntries(
		categories.map((name) => [name, Math.round((judged[name]?.score ?? NaN) * 100)])
	);
	const faults = categories.flatMap((name) =>
		(judged[name]?.auditRefs ?? [])
			.filter(({ weight }) => weight > 0)
			.flatMap(({ id }) => {
				const audit = audits[id];
				if (audit?.score === undefined || audit.score === null || audit.score >= 1) return [];
				const { details } = audit;
				const items = details && 'items' in details ? JSON.stringify(details.items).slice(0, 300) : '';
				return [`${id}: ${audit.title} ${audit.displayValue ?? ''} ${items}`];
			})
	);
	return { scores, faults };
}
