import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { describe, expect, inject, test } from 'vitest';
import { builtPaths, sampleOf } from '../site.ts';
import { watch } from './browser.ts';

const options: RunOptions = {
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
	resultTypes: ['violations']
};
const views = [
	{ colorScheme: 'light', width: 1440 },
	{ colorScheme: 'light', width: 390 },
	{ colorScheme: 'dark', width: 1440 },
	{ colorScheme: 'dark', width: 390 }
] as const;

describe.each(views)('$colorScheme, $width wide', ({ colorScheme, width }) => {
	test.each(sampleOf(builtPaths(), 1))('%s', async (path) => {
		const { page, open, close } = await watch(inject('site'), {
			colorScheme,
			viewport: { width, height: 900 },
			reducedMotion: 'reduce'
		});
		try {
			await open(path);
			await page.evaluate(axe.source);
			const { violations } = await page.evaluate<AxeResults, RunOptions>(
				(each) => (window as unknown as { axe: typeof axe }).axe.run(each),
				options
			);
			const found = violations.flatMap(({ id, nodes }) =>
				nodes
					.slice(0, 5)
					.map(
						({ html, failureSummary = '' }) =>
							`${id}: ${html.slice(0, 120)} (${failureSummary.split('\n')[1]?.trim() ?? ''})`
					)
			);
			expect(found).toEqual([]);
		} finally {
			await close();
		}
	});
});
