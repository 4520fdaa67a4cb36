import { expect, inject, test } from 'vitest';
import { watch } from './browser.ts';

test.each([
	[1440, 4],
	[768, 2],
	[390, 1]
])('plan, do, check and act of a goal at %i wide stand %i beside each other', async (width, beside) => {
	const { page, faults, open, close } = await watch(inject('site'), {
		javaScriptEnabled: false,
		viewport: { width, height: 900 }
	});
	try {
		await open('/westland/doelen/minder-eenzaamheid/');
		const tops = await page
			.locator('[data-part]')
			.evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().top)));
		expect(tops).toHaveLength(4);
		expect(tops.filter((top) => top === tops[0])).toHaveLength(beside);
		await page.getByRole('link', { name: '2017', exact: true }).click();
		expect(await page.locator('h1').textContent()).toContain('2017');
		expect(await page.locator('section[data-goal="minder-eenzaamheid"] [data-part]').count()).toBe(4);
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});

test.each([
	[1440, false],
	[390, true]
])('each cell of steering says what it is about at %i wide', async (width, labelled) => {
	const { page, open, close } = await watch(inject('site'), { viewport: { width, height: 900 } });
	try {
		await open('/zoetermeer/');
		await page.getByRole('link', { name: 'Sturing', exact: true }).click();
		const cell = page.locator('tbody tr').nth(1).locator('td').first();
		expect(await cell.getByText('Aantallen', { exact: true }).isVisible()).toBe(labelled);
		expect(await cell.locator('data[data-area^="WK0637"]').first().isVisible()).toBe(true);
		const head = page.getByRole('columnheader', { name: /Aantallen/ });
		expect((await head.boundingBox())!.height > 20).toBe(!labelled);
	} finally {
		await close();
	}
});

test('an action leads to the goal that it serves', async () => {
	const { page, faults, open, close } = await watch(inject('site'));
	try {
		await open('/westland/acties/');
		const item = page.locator('[data-action="opdracht-patijnenburg-aanscherpen"]');
		expect(await item.textContent()).toContain('Daarna is niets gemeld.');
		await item.getByRole('link', { name: 'Wie betaald kan werken' }).click();
		expect(await page.locator('[data-part="do"]').count()).toBe(1);
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});
