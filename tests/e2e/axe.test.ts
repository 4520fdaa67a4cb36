import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { builtPaths, sampleOf } from '../site.ts';
import { watch } from './browser.ts';

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

describe.each([
	[1440, options],
	[390, ofWidth]
] as const)('%i wide', (width, asked) => {
	test.each(sampleOf(builtPaths(), 1))('%s, light and dark', async (path) => {
		const { page, open, close } = await watch(inject('site'), {
			viewport: { width, height: 900 },
			reducedMotion: 'reduce'
		});
		const violations = async (given: RunOptions) => {
			const result = await page.evaluate<AxeResults, RunOptions>(
				(each) => (window as unknown as { axe: typeof axe }).axe.run(each),
				given
			);
			return result.violations.flatMap(({ id, nodes }) =>
				nodes
					.slice(0, 5)
					.map(
						({ html, failureSummary = '' }) =>
							`${id}: ${html.slice(0, 120)} (${failureSummary.split('\n')[1]?.trim() ?? ''})`
					)
			);
		};
		try {
			await open(path);
			await page.evaluate(axe.source);
			expect(await violations(asked)).toEqual([]);
			await page.emulateMedia({ colorScheme: 'dark' });
			expect(await violations(ofColour), 'dark').toEqual([]);
		} finally {
			await close();
		}
	});
});
