import { describe, expect, inject, test } from 'vitest';
import { builtPaths, sampleOf } from '../site.ts';
import { watch } from './browser.ts';

/** As many stops as say something about a page; the longest have hundreds. */
const most = 40;

interface Stop {
	/** Position among all elements of the page; -1 where the focus is on none of them. */
	order: number;
	name: string;
	isSeen: boolean;
}

/** What has the focus now, whether it stands out, and whether it can be seen. */
function focused(): Stop {
	const element = document.activeElement;
	if (!element || element === document.body) return { order: -1, name: 'body', isSeen: true };
	const style = getComputedStyle(element);
	const { width, height, bottom, right } = element.getBoundingClientRect();
	const hasOutline = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
	// On a map the shape itself gets a thick border.
	const hasBorder = [...element.querySelectorAll('path, rect')].some(
		(shape) => parseFloat(getComputedStyle(shape).strokeWidth) >= 2.5
	);
	const isInView = width > 1 && height > 1 && bottom > 0 && right > 0;
	return {
		order: [...document.querySelectorAll('*')].indexOf(element),
		name: element.outerHTML.slice(0, 80),
		isSeen: isInView && (hasOutline || hasBorder || style.boxShadow !== 'none')
	};
}

describe('by keyboard', () => {
	test.each(sampleOf(builtPaths(), 1))('%s', async (path) => {
		const { page, open, close } = await watch(inject('site'));
		// A frame for others begins with its content.
		const hasSkip = !path.startsWith('/insluiten/');
		try {
			await open(path);
			await page.keyboard.press('Tab');
			if (hasSkip) {
				const skip = await page.evaluate(() => document.activeElement?.getAttribute('href'));
				expect(skip).toBe('#inhoud');
			}
			const stops: Stop[] = [];
			for (let i = 0; i < most; i++) {
				const stop = await page.evaluate(focused);
				if (stop.order < 0) break;
				stops.push(stop);
				await page.keyboard.press('Tab');
			}
			expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
			// Day, month and year of a date are three stops of one element.
			const back = stops.filter(
				({ order, name }, i) =>
					i > 0 &&
					order <= stops[i - 1]!.order &&
					!(order === stops[i - 1]!.order && name.includes('type="date"'))
			);
			expect(back.map(({ name }) => name)).toEqual([]);
			if (!hasSkip) return;
			await page.locator('a[href="#inhoud"]').first().focus();
			await page.keyboard.press('Enter');
			expect(await page.evaluate(() => document.activeElement?.id)).toBe('inhoud');
		} finally {
			await close();
		}
	});
});

test.each(['/insluiten/zoetermeer/gebieden/', '/westerkwartier/gebieden/'])(
	'on the map of %s a wijk that has the focus says its name, however small it is',
	async (path) => {
		const { page, open, close } = await watch(inject('site'), { viewport: { width: 320, height: 800 } });
		try {
			await open(path);
			const links = await page.locator('.map a').all();
			expect(links.length).toBeGreaterThan(6);
			await page.locator('.map a').first().focus();
			for (const link of links) {
				const label = await link.getAttribute('aria-label');
				const shown = page.locator('.map .pointed:visible');
				expect(await shown.allTextContents()).toEqual([label]);
				const { x, width } = (await shown.boundingBox())!;
				expect([x >= 0, x + width <= 320]).toEqual([true, true]);
				await page.keyboard.press('Tab');
			}
		} finally {
			await close();
		}
	}
);
