import { describe, expect, inject, test } from 'vitest';
import { spread } from '../site.ts';
import { watch } from './browser.ts';

describe.each([320, 390])('on a phone of %i pixels', (width) => {
	test.each(['/westerkwartier/gebieden/WK196911/', '/westland/gebieden/GM1783/'])(
		'%s shows every figure beside that of the gemeente and the country, without scrolling sideways',
		async (path) => {
			const { page, faults, open, close } = await watch(inject('site'), {
				viewport: { width, height: 844 }
			});
			try {
				await open(path);
				const boxes = await page.$$eval('.tables :is(td, tbody th, thead th:not(.what, .trend))', (cells) =>
					cells.map((cell) => {
						const { left, right, width: own } = cell.getBoundingClientRect();
						return { text: cell.textContent.trim(), left, right, own };
					})
				);
				expect(boxes.length).toBeGreaterThan(100);
				expect(boxes.filter(({ left, right, own }) => left < 0 || right > width || own < 1)).toEqual([]);
				const scrolling = await page.$$eval('.tables .scroll', (frames) =>
					frames.filter((frame) => frame.scrollWidth > frame.clientWidth).map((frame) => frame.ariaLabel)
				);
				expect(scrolling).toEqual([]);
				expect(faults).toEqual([]);
			} finally {
				await close();
			}
		}
	);
});

test('a figure that an address points at is in sight, however far down a page of hundreds it stands', async () => {
	const { page, faults, open, close } = await watch(inject('site'), {
		viewport: { width: 390, height: 844 }
	});
	try {
		await open('/westerkwartier/aanhalen/2026-11-27/ervaren-gezondheid/');
		const hashes = await page.$$eval('tr[id^="c-"]', (rows) => rows.map(({ id }) => id));
		expect(hashes.length).toBeGreaterThan(900);
		for (const hash of spread(hashes, 8)) {
			await page.goto('about:blank');
			await page.goto(
				new URL(`/westerkwartier/aanhalen/2026-11-27/ervaren-gezondheid/#${hash}`, inject('site')).href
			);
			const { top, bottom } = await page.$eval(':target', (row) => row.getBoundingClientRect());
			expect({ hash, isInSight: top >= 0 && bottom <= 844 }).toEqual({ hash, isInSight: true });
		}
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});
