import { describe, expect, inject, test } from 'vitest';
import { watch } from './browser.ts';

/** Status and rule of a goal as the page of all verdicts shows them. */
const verdictOf = (goal: string) => `li[data-goal="${goal}"] [data-status]`;

describe('how the goals stood on another day', () => {
	test('is in the address, and counts only what was known and promised then', async () => {
		const { page, faults, open, close } = await watch(inject('site'));
		try {
			await open('/westland/voortgang/?op=2018-04-26');
			const volunteers = page.locator(verdictOf('meer-vrijwilligerswerk'));
			await expect.poll(() => volunteers.getAttribute('data-status')).toBe('no-indicator');
			expect(await page.getByText('Stand op 26 april 2018').count()).toBe(1);
			expect(await page.locator('#op').inputValue()).toBe('2018-04-26');
			await page.locator('#op').fill('2016-01-01');
			await expect.poll(() => volunteers.getAttribute('data-status')).toBe('not-started');
			expect(new URL(page.url()).searchParams.get('op')).toBe('2016-01-01');
			await page.getByRole('button', { name: /^Terug naar/ }).click();
			await expect.poll(() => volunteers.getAttribute('data-status')).toBe('missed');
			expect(await volunteers.getAttribute('data-rule')).toBe('every-target@1');
			expect(new URL(page.url()).search).toBe('');
			expect(faults).toEqual([]);
		} finally {
			await close();
		}
	});

	test('is refused in words for an address with what is no day', async () => {
		const { page, faults, open, close } = await watch(inject('site'));
		try {
			await open('/westland/voortgang/?op=2018-02-30');
			const volunteers = page.locator(verdictOf('meer-vrijwilligerswerk'));
			expect(await volunteers.getAttribute('data-status')).toBe('missed');
			await page.getByText('“2018-02-30” is geen dag.').waitFor();
			await page.locator('#op').fill('2099-01-01');
			await page.getByText('als er niets meer gemeten of gemeld wordt').waitFor();
			expect(await page.getByText('is geen dag').count()).toBe(0);
			expect(faults).toEqual([]);
		} finally {
			await close();
		}
	});

	test('is whole without script, for the day of the site', async () => {
		const { page, open, close } = await watch(inject('site'), { javaScriptEnabled: false });
		try {
			await open('/westerkwartier/voortgang/');
			const overweight = page.locator(verdictOf('minder-overgewicht'));
			expect(await overweight.getAttribute('data-status')).toBe('off-track');
			expect(await page.locator('noscript').textContent()).toContain('kan alleen met JavaScript');
			await page.locator('li[data-goal="minder-overgewicht"] a').click();
			expect(
				await page.locator('[data-goal="minder-overgewicht"] [data-status]').first().textContent()
			).toContain('niet op koers');
		} finally {
			await close();
		}
	});
});
