import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(async () => {
	const faults = watched.faults.splice(0);
	await watched.close();
	expect(faults).toEqual([]);
});

const shown = () =>
	watched.page.$$eval('[data-goal]', (goals) => goals.map((goal) => (goal as HTMLElement).dataset.goal!));
const choices = () => new URL(watched.page.url()).searchParams;
const goal = (id: string) => watched.page.locator(`[data-goal="${id}"]`);

test('pointing at a goal lights its whole path and dims the rest', async () => {
	await watched.open('/westland/doelen/');
	await goal('minder-eenzaamheid').hover();
	await watched.page.waitForSelector('path.lit');
	const bright = await watched.page.$$eval('.card:not(.dim)', (cards) =>
		cards.map((card) => (card as HTMLElement).dataset.goal)
	);
	expect(bright).toContain('minder-eenzaamheid');
	expect(bright).toContain('iedereen-doet-mee');
	expect(await watched.page.locator('.card.dim').count()).toBeGreaterThan(100);
	const ends = await watched.page.$$eval('path.lit', (paths) =>
		paths.flatMap((path) => [path.getAttribute('data-from'), path.getAttribute('data-to')])
	);
	expect(ends.filter((end) => !bright.includes(end!))).toEqual([]);
});

test('a second step shows that path alone, keeps it in the address, and can be undone', async () => {
	await watched.open('/zoetermeer/doelen/');
	const all = await shown();
	const id = all[3]!;
	await goal(id).locator('a').focus();
	await goal(id).getByRole('button', { name: 'Alleen dit pad' }).click();
	await watched.page.waitForURL(/pad=/);
	const focused = await watched.page.evaluate(
		() => document.activeElement?.closest<HTMLElement>('[data-goal]')?.dataset.goal
	);
	expect(focused).toBe(id);
	const path = await shown();
	expect(path).toContain(id);
	expect(path.length).toBeLessThan(all.length);
	expect(choices().get('pad')).toBe(id);
	await watched.page.reload({ waitUntil: 'networkidle' });
	expect(await shown()).toEqual(path);
	await watched.page.getByRole('button', { name: 'Alles tonen' }).click();
	await watched.page.waitForURL((url) => url.search === '');
	expect(await shown()).toEqual(all);
	expect(watched.page.url()).not.toContain('?');
});

test('a level that is folded away leaves links that go on to the next one', async () => {
	await watched.open('/zoetermeer/doelen/');
	await watched.page.getByRole('checkbox', { name: 'Output' }).uncheck();
	expect(await watched.page.locator('[data-level="output"]').count()).toBe(0);
	expect(await watched.page.locator('[data-level="throughput"]').count()).toBe(7);
	const left = await shown();
	const ends: string[] = [];
	let far = 0;
	for (const id of left) {
		await goal(id).hover();
		await watched.page.waitForSelector(`.lit[data-goal="${id}"]`);
		const lit = await watched.page.$$eval('path.lit', (paths) =>
			paths.flatMap((path) => [path.getAttribute('data-from')!, path.getAttribute('data-to')!])
		);
		far += await watched.page.locator('path.far').count();
		ends.push(...lit);
	}
	expect(far).toBeGreaterThan(0);
	expect(new Set(ends).size).toBeGreaterThan(left.length / 2);
	expect(ends.filter((end) => !left.includes(end))).toEqual([]);
	expect(choices().get('zonder')).toBe('output');
});

test('a search reveals what it finds, also on a level that is folded away', async () => {
	await watched.open('/westland/doelen/?zonder=output,throughput,input');
	expect(await watched.page.locator('[data-level="throughput"]').count()).toBe(0);
	await watched.page.getByLabel('Zoek een doel').fill('Schoolpléinen');
	await watched.page.waitForSelector('.card.hit');
	const hits = await watched.page.$$eval('.card.hit', (cards) => cards.map((card) => card.textContent));
	expect(hits.every((text) => /schoolplein/i.test(text))).toBe(true);
	expect(await watched.page.getByRole('status').textContent()).toMatch(/gevonden/);
});

test('filters leave only what fits', async () => {
	await watched.open('/westland/doelen/');
	const every = (await shown()).length;
	await watched.page.getByRole('combobox', { name: /^Te meten/ }).selectOption({ label: 'deels te meten' });
	await watched.page.waitForURL(/meetbaar=part/);
	const measured = await shown();
	expect(measured.length).toBeLessThan(every);
	expect(measured).toContain('meer-vrijwilligerswerk');
	await watched.page.getByRole('combobox', { name: /^Oordeel/ }).selectOption({ label: 'niet bereikt' });
	await watched.page.waitForURL(/oordeel=missed/);
	const signs = await watched.page.$$eval('.card [data-status]', (all) =>
		all.map((sign) => [sign.getAttribute('data-status'), sign.getAttribute('title')].join(' '))
	);
	expect(new Set(signs)).toEqual(new Set(['missed niet bereikt']));
	expect(signs.length).toBeLessThan(measured.length);
});

test('arrow keys walk along the levels and the links', async () => {
	await watched.open('/zoetermeer/doelen/');
	const first = (await shown())[0]!;
	await goal(first).locator('a').focus();
	const focused = () =>
		watched.page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-goal]')?.dataset);
	await watched.page.keyboard.press('ArrowDown');
	expect((await focused())?.level).toBe('impact');
	expect((await focused())?.goal).not.toBe(first);
	await watched.page.keyboard.press('ArrowUp');
	expect((await focused())?.goal).toBe(first);
	await watched.page.keyboard.press('ArrowRight');
	expect((await focused())?.level).toBe('outcome');
	await watched.page.keyboard.press('ArrowLeft');
	expect((await focused())?.level).toBe('impact');
	await watched.page.keyboard.press('End');
	const last = (await focused())?.goal;
	expect(last).not.toBe(first);
	await watched.page.keyboard.press('ArrowDown');
	expect((await focused())?.goal).toBe(last);
	await watched.page.keyboard.press('Home');
	expect((await focused())?.goal).toBe(first);
});

const links = '[data-goal] a';
const stops = () => watched.page.$$eval(links, (all) => all.filter((link) => link.tabIndex >= 0).length);

test('the drawn tree is one stop of the Tab key, and can be skipped', async () => {
	await watched.open('/westland/doelen/');
	expect(await watched.page.locator(links).count()).toBeGreaterThan(150);
	expect(await stops()).toBe(1);
	await goal('minder-eenzaamheid').locator('a').focus();
	expect(await stops()).toBe(1);
	await watched.page.keyboard.press('Tab');
	expect(await watched.page.evaluate(() => document.activeElement?.textContent)).toBe('Alleen dit pad');
	await watched.page.keyboard.press('Tab');
	expect(await watched.page.evaluate(() => document.activeElement?.className)).toBe('ask');
	await watched.page.keyboard.press('Shift+Tab');
	const back = await watched.page.evaluate(
		() => document.activeElement?.closest<HTMLElement>('[data-goal]')?.dataset.goal
	);
	expect(back).toBe('minder-eenzaamheid');
	await watched.page.keyboard.press('Shift+Tab');
	expect(await watched.page.evaluate(() => document.activeElement?.textContent)).toBe('Sla de boom over');
	await watched.page.keyboard.press('Enter');
	await watched.page.waitForFunction(() => document.activeElement?.id === 'legenda');
	await watched.page.setViewportSize({ width: 800, height: 900 });
	expect(await stops()).toBeGreaterThan(150);
});

test('without script every goal is a link of its own', async () => {
	const plain = await watch(inject('site'), { javaScriptEnabled: false });
	await plain.open('/zoetermeer/doelen/');
	expect(await plain.page.locator(links).count()).toBe(30);
	expect(await plain.page.locator(`${links}[tabindex]`).count()).toBe(0);
	await plain.close();
});

/** Cards whose text does not fit, or that lie on another one. */
const faulty = (): string[] => {
	const cards = [...document.querySelectorAll<HTMLElement>('.card')];
	const boxes = cards.map((card) => card.getBoundingClientRect());
	return cards
		.filter((card, i) => {
			const { left, top, right, bottom } = boxes[i]!;
			const isClipped = [card, ...card.querySelectorAll<HTMLElement>('a')].some(
				(each) => each.scrollHeight > each.clientHeight && each.clientHeight > 0
			);
			const isWide = card.scrollWidth > card.clientWidth;
			return (
				isClipped ||
				isWide ||
				boxes.some(
					(other, j) =>
						j !== i &&
						other.left < right - 1 &&
						other.right > left + 1 &&
						other.top < bottom - 1 &&
						other.bottom > top + 1
				)
			);
		})
		.map((card) => card.textContent.trim());
};

test.each(['zoetermeer', 'westland', 'westerkwartier'])(
	'every title of %s can be read whole, at every width at which the tree is drawn',
	async (monitor) => {
		await watched.open(`/${monitor}/doelen/`);
		for (const width of [1024, 1150, 1279, 1280, 1407, 1408, 1440, 1920]) {
			await watched.page.setViewportSize({ width, height: 900 });
			expect(await watched.page.evaluate(faulty), `${width} pixels`).toEqual([]);
			const page = await watched.page.evaluate(() => document.documentElement.scrollWidth);
			expect(page).toBeLessThanOrEqual(width);
		}
	}
);

test('the front page has the whole tree in small, as one link', async () => {
	await watched.open('/westland/');
	const picture = watched.page.getByRole('link', { name: /De doelenboom in het klein/ });
	expect(await picture.locator('[data-goal]').count()).toBe(172);
	expect(await picture.locator('path[data-from][data-to][data-origin]').count()).toBeGreaterThan(200);
	const { x, width: across } = (await picture.boundingBox())!;
	expect(x + across).toBeLessThanOrEqual(1440);
	await picture.click();
	await watched.page.waitForURL(/westland\/doelen\/$/);
});

test('on a phone the front page has a mark of its own size for every goal, level by level', async () => {
	await watched.page.setViewportSize({ width: 390, height: 900 });
	await watched.open('/westland/');
	expect(await watched.page.locator('a svg [data-goal]').first().isVisible()).toBe(false);
	const rows = await watched.page.$$eval('.row', (all) =>
		all.map((row) => [...row.children].map((mark) => mark.getBoundingClientRect()))
	);
	expect(rows.map(({ length }) => length)).toEqual([5, 13, 50, 95, 9]);
	const marks = rows.flat();
	expect(marks.filter(({ width, height }) => width < 10 || height < 10)).toEqual([]);
	expect(marks.filter(({ right }) => right > 390)).toEqual([]);
	await watched.page.getByRole('link', { name: 'Bekijk de hele doelenboom' }).click();
	await watched.page.waitForURL(/westland\/doelen\/$/);
});

test('thirty goals need no scrolling sideways at 1440 pixels, and a phone reads them as one outline', async () => {
	await watched.open('/zoetermeer/doelen/');
	const right = await watched.page.$$eval('.card', (cards) =>
		Math.max(...cards.map((card) => card.getBoundingClientRect().right))
	);
	expect(right).toBeLessThanOrEqual(1440);
	await watched.page.setViewportSize({ width: 390, height: 800 });
	const lefts = await watched.page.$$eval('.card', (cards) =>
		cards.map((card) => ({
			level: (card as HTMLElement).dataset.level!,
			left: Math.round(card.getBoundingClientRect().left)
		}))
	);
	const indent = (level: string) =>
		Math.min(...lefts.filter((card) => card.level === level).map(({ left }) => left));
	expect(indent('outcome')).toBeGreaterThan(indent('impact'));
	expect(indent('output')).toBeGreaterThan(indent('outcome'));
});

test.each([
	[390, 844],
	[1440, 900]
])(
	'at %i by %i pixels the signs stand above the tree, and the tree on the first screen',
	async (width, height) => {
		const { page, open } = watched;
		await page.setViewportSize({ width, height });
		await open('/westland/doelen/');
		const signs = page.getByRole('list', { name: 'Tekens in de boom' });
		const bottomOf = async (locator: typeof signs) => {
			const { y, height: own } = (await locator.boundingBox())!;
			return y + own;
		};
		const drawn = await page.$$eval('.card .sign', (all) => all.map((sign) => sign.textContent.trim()));
		const named = await signs.locator('li').allTextContents();
		expect([...new Set(drawn)].filter((name) => !named.some((text) => text.trim() === name))).toEqual([]);
		expect(await bottomOf(signs)).toBeLessThan(height);
		expect(await bottomOf(page.locator('.tree .heads li').first())).toBeLessThan(height);
		await signs.getByRole('link').click();
		expect(new URL(page.url()).hash).toBe('#legenda');
	}
);

test('on a phone the filters are folded, and open by keyboard', async () => {
	const { page, open } = watched;
	await page.setViewportSize({ width: 390, height: 844 });
	await open('/westland/doelen/');
	const filter = page.getByRole('combobox', { name: /^Oordeel/ });
	expect(await filter.isVisible()).toBe(false);
	await page.locator('summary', { hasText: 'Filters' }).focus();
	await page.keyboard.press('Enter');
	expect(await filter.isVisible()).toBe(true);
});

test('the page stays where it is while a reader types and ticks; Enter leads to what was found', async () => {
	await watched.open('/westland/doelen/');
	const top = () => watched.page.evaluate(() => scrollY);
	const box = watched.page.getByRole('checkbox', { name: 'Throughput' });
	const [before, at] = [await top(), await box.boundingBox()];
	await watched.page.getByRole('checkbox', { name: 'Output' }).uncheck();
	await watched.page.waitForURL(/zonder=output/);
	expect(await box.boundingBox()).toEqual(at);
	const search = watched.page.getByLabel('Zoek een doel');
	await search.fill('schoolplein');
	await watched.page.waitForSelector('.card.hit');
	expect(await top()).toBe(before);
	await search.press('Enter');
	await watched.page.waitForFunction((from) => scrollY > from, before);
	await watched.page.waitForFunction(() => {
		const { top: hit } = document.querySelector('.card.hit')!.getBoundingClientRect();
		return hit > 0 && hit < innerHeight;
	});
});

test('on a phone the outline says where a link comes from, and a goal keeps its button to itself', async () => {
	await watched.close();
	watched = await watch(inject('site'), {
		viewport: { width: 390, height: 844 },
		hasTouch: true,
		isMobile: true
	});
	await watched.open('/westland/doelen/');
	const buttons = watched.page.getByRole('button', { name: 'Alleen dit pad' });
	await watched.page.waitForSelector('.card summary');
	expect(await buttons.count()).toBe(0);
	// A goal far below has its own when it comes in sight, and nothing moves for it.
	const far = watched.page.locator('.card').nth(120);
	expect(await far.locator('summary').count()).toBe(0);
	const { height } = (await far.boundingBox())!;
	await far.scrollIntoViewIfNeeded();
	await far.locator('summary').waitFor();
	expect((await far.boundingBox())!.height).toBe(height);
	const derived = watched.page.locator('.card', { hasText: 'verband afgeleid' });
	expect(await derived.count()).toBeGreaterThan(0);
	expect(await watched.page.locator('.legend .sample:visible').count()).toBe(0);
	const card = watched.page.locator('.card').nth(1);
	await card.locator('summary').click();
	await card.getByRole('button', { name: 'Alleen dit pad' }).click();
	await watched.page.waitForURL(/pad=/);
});
