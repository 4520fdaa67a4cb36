import { chromium, type Browser, type BrowserContextOptions, type Page, type Request } from 'playwright-core';
import { inject } from 'vitest';

let browser: Promise<Browser> | undefined;

/** A page with what it did wrong so far: errors in the console, failed requests, requests to another origin. */
export interface Watched {
	page: Page;
	faults: string[];
	/** Goes to an address from the root of the site and waits until it is quiet. */
	open: (path: string) => Promise<void>;
	close: () => Promise<void>;
}

/**
 * Waits until a page has asked nothing for a while in which it had time to do so.
 * Playwright's `networkidle` takes half a second on each page.
 */
async function quiet(page: Page, pending: ReadonlySet<Request>): Promise<void> {
	for (let calm = 0; calm < 4;) {
		const wait = page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 25)));
		// A page that leads on to another one takes what runs in it along.
		const stayed = await wait.then(
			() => true,
			() => page.waitForLoadState().then(() => false)
		);
		calm = stayed && pending.size === 0 ? calm + 1 : 0;
	}
}

/**
 * A fresh page in the shared browser.
 * @param origin address of the root of the site, which requests may not leave
 */
export async function watch(origin: string, options: BrowserContextOptions = {}): Promise<Watched> {
	browser ??= chromium.connect(inject('browser'));
	const context = await (await browser).newContext({ viewport: { width: 1440, height: 900 }, ...options });
	const page = await context.newPage();
	const faults: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warning')
			faults.push(`${new URL(page.url()).pathname} console: ${message.text()}`);
	});
	page.on('pageerror', (error) => faults.push(`${new URL(page.url()).pathname} error: ${error.message}`));
	const pending = new Set<Request>();
	page.on('requestfinished', (request) => pending.delete(request));
	page.on('requestfailed', (request) => pending.delete(request));
	page.on('request', (request) => {
		if (!request.url().startsWith('data:')) pending.add(request);
		if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
			faults.push(`${new URL(page.url()).pathname} asks ${request.url()}`);
	});
	page.on('response', (response) => {
		if (response.status() >= 400) faults.push(`${response.url()} answers ${response.status()}`);
	});
	return {
		page,
		faults,
		open: async (path) => {
			await page.goto(new URL(path.replace(/^\//, ''), origin).href);
			// A page without script is done when it has loaded.
			const runs = options.javaScriptEnabled !== false && (await page.locator('script').count()) > 0;
			if (runs) await quiet(page, pending);
		},
		close: () => context.close()
	};
}

/** Every figure that the page shows, as one line each. */
export const figuresOn = (page: Page): Promise<string[]> =>
	page.$$eval('data', (elements) =>
		elements.map((element) =>
			[
				...[...element.attributes]
					.filter(({ name }) => name === 'value' || name.startsWith('data-'))
					.map(({ name, value }) => `${name}=${value}`)
					.toSorted(),
				element.textContent.trim()
			].join(' ')
		)
	);
