import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { serve } from '../../scripts/serve.mjs';
import { chromiumFlags, installTestBrowser } from '../../scripts/tools/chromium.mjs';
import { builtPaths, folder } from '../site.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Where the browser listens. */
		browser: string;
		/** The site at the root of a host. */
		site: string;
		/** The same files under a path. */
		deep: string;
	}
}

/** One browser and two servers for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	builtPaths();
	const site = await serve({ folder, port: 0 });
	const deep = await serve({ folder, port: 0, base: '/ergens/diep/' });
	const browser = await chromium.launchServer({ executablePath: installTestBrowser(), args: chromiumFlags });
	project.provide('browser', browser.wsEndpoint());
	project.provide('site', site.url);
	project.provide('deep', deep.url);
	return async () => {
		await browser.close();
		await Promise.all([site.close(), deep.close()]);
	};
}
