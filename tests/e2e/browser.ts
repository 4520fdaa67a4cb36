import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
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
	page.on('request', (request) => {
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
			// A page without script is done when it has loaded; one with script when it has nothing more to ask.
			if ((await page.locator('script').count()) > 0) await page.waitForLoadState('networkidle');
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
