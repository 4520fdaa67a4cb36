import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtPaths, sampleOf } from '../site.ts';
import { watch } from './browser.ts';
import { startNginx, type Nginx } from './nginx.ts';

const options: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations']
};
/** The rules whose outcome the colours of a page can change. */
const ofColour: RunOptions = {
	runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
	resultTypes: ['violations']
};
/** The rules whose outcome a narrow window can change; Lighthouse asks the others as on a phone. */
const ofWidth: RunOptions = {
	runOnly: {
		type: 'rule',
		values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable', 'region']
	},
	resultTypes: ['violations']
};

/** The rules that a page is held to, as one reader after another sees it. */
const views: [width: number, colorScheme: 'light' | 'dark', asked: RunOptions][] = [
	[1440, 'light', options],
	[1440, 'dark', ofColour],
	[390, 'light', ofWidth],
	[390, 'dark', ofColour]
];

// With the headers of the published example, so that what a policy keeps from a page counts too.
let nginx: Nginx;
beforeAll(async () => {
	nginx = await startNginx();
}, 120_000);
afterAll(() => nginx.stop());

test.each(sampleOf(builtPaths(), 1))('%s, wide and narrow, light and dark', async (path) => {
	const { page, faults, open, close } = await watch(nginx.origin, { reducedMotion: 'reduce' });
	try {
		await open(path);
		expect(faults).toEqual([]);
		await page.evaluate(axe.source);
		for (const [width, colorScheme, asked] of views) {
			await page.setViewportSize({ width, height: 900 });
			await page.emulateMedia({ colorScheme });
			const { violations } = await page.evaluate<AxeResults, RunOptions>(
				(each) => (window as unknown as { axe: typeof axe }).axe.run(each),
				asked
			);
			const told = violations.flatMap(({ id, nodes }) =>
				nodes
					.slice(0, 5)
					.map(
						({ html, failureSummary = '' }) =>
							`${id}: ${html.slice(0, 120)} (${failureSummary.split('\n')[1]?.trim() ?? ''})`
					)
			);
			expect(told, `${width} wide, ${colorScheme}`).toEqual([]);
		}
	} finally {
		await close();
	}
});
