import axe, { type AxeResults } from 'axe-core';
import { afterEach, beforeEach, describe, expect, inject, test } from 'vitest';
import { watch, type Watched } from './browser.ts';

let watched: Watched;
beforeEach(async () => {
	watched = await watch(inject('site'));
});
afterEach(() => watched.close());

const box = () => watched.page.getByRole('textbox', { name: /SQL/ });
const button = (name: string | RegExp) => watched.page.getByRole('button', { name });
const told = () => watched.page.locator('[role=status]').filter({ hasText: /regels?, in/ });
const offers = () => watched.page.locator('.cm-tooltip-autocomplete li');
const typed = () => box().evaluate((element: HTMLElement) => element.innerText.replaceAll('\u200b', ''));
/** The cells of the answer, without those to choose a row with. */
const cells = () =>
	watched.page.$$eval('section[aria-labelledby=antwoord] td:not(:has(input))', (all) =>
		all.map((cell) => cell.textContent.trim())
	);

/** Opens the workbench and waits for the editor. */
async function open(): Promise<void> {
	await watched.open('/verken/');
	await watched.page.locator('.cm-content').waitFor();
}

/**
 * What axe finds wrong on the page as it is now. The list of offers scrolls while the arrows go through it in the box,
 * which axe knows of a combobox only; by Tab nobody gets into it (see below).
 */
async function violations(): Promise<string[]> {
	await watched.page.evaluate(axe.source);
	const found = await watched.page.evaluate<AxeResults>(() =>
		(window as unknown as { axe: typeof axe }).axe.run({
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
		})
	);
	return found.violations.flatMap(({ id, nodes }) =>
		nodes
			.filter(({ html }) => !(id === 'scrollable-region-focusable' && /^<ul [^>]*role="listbox"/.test(html)))
			.map(({ html }) => `${id}: ${html.slice(0, 120)}`)
	);
}

describe('the editor takes the place of the plain box', () => {
	test('with styles of its own, and without a fault under the policy of the page', async () => {
		await open();
		expect(await box().count()).toBe(1);
		expect(await box().getAttribute('contenteditable')).toBe('true');
		const { family, colour, plain } = await watched.page.locator('.cm-content').evaluate((content) => ({
			family: getComputedStyle(content).fontFamily,
			colour: getComputedStyle(content.querySelector('.tok-keyword')!).color,
			plain: getComputedStyle(content).color
		}));
		expect(family).toContain('monospace');
		await box().fill('select median(value) from observation');
		expect(await watched.page.locator('.tok-function').allInnerTexts()).toEqual(['median']);
		expect(colour).not.toBe(plain);
		expect(
			await watched.page.locator('.cm-scroller').evaluate((each) => getComputedStyle(each).display)
		).toBe('flex');
		expect(watched.faults).toEqual([]);
	});

	test('fill() sets the text that is run', async () => {
		await open();
		await box().fill('select 40 + 2 as antwoord');
		expect(await typed()).toBe('select 40 + 2 as antwoord');
		await button('Uitvoeren').click();
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['42']);
	});

	test('a letter takes the place of very many brackets and commas, and the page stays alive', async () => {
		await open();
		await box().fill(`select ${'('.repeat(2500)}1${')'.repeat(2500)}, ${'1,'.repeat(2500)} 1`);
		await box().focus();
		await watched.page.keyboard.press('ControlOrMeta+a');
		await watched.page.keyboard.type('x');
		expect(await typed()).toBe('x');
		await watched.page.keyboard.press('ControlOrMeta+z');
		expect((await typed()).length).toBeGreaterThan(10_000);
	});

	test('fill() takes the place of very many brackets, selected by script, and the page stays alive', async () => {
		await open();
		for (const depth of [5_000, 20_000]) {
			await box().fill(`select ${'('.repeat(depth)}1${')'.repeat(depth)}`);
			// They have to be coloured before they are replaced.
			await expect.poll(() => box().locator('span').count(), { timeout: 10_000 }).toBeGreaterThan(4000);
			await box().fill(`select ${depth}`, { timeout: 20_000 });
			expect(await typed()).toBe(`select ${depth}`);
		}
	});

	test('with what was typed before it came, the cursor where it was', async () => {
		const { page } = watched;
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		await page.route('**/woorden.json', async (route) => {
			await held;
			await route.continue();
		});
		await page.goto(new URL('verken/', inject('site')).href);
		await page.locator('textarea').fill('select 1');
		await page.keyboard.press('ArrowLeft');
		release();
		await page.locator('.cm-content').waitFor();
		await page.keyboard.type('4');
		expect(await typed()).toBe('select 41');
	});

	test('and where it cannot be had, the plain box does the same', async () => {
		const { page } = watched;
		await page.route('**/woorden.json', (route) => route.abort());
		await page.route('**/*.js', async (route) => {
			const answer = await route.fetch({ maxRetries: 3 });
			const code = await answer.text();
			await (code.includes('cm-content') ? route.abort() : route.fulfill({ response: answer, body: code }));
		});
		await watched.open('/verken/');
		expect(await page.locator('.cm-content').count()).toBe(0);
		await box().fill('select 41; select 42');
		await page.keyboard.press('Control+Enter');
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['42']);
	});
});

describe('by keyboard', () => {
	test('Tab goes in and out, backwards too', async () => {
		const { page } = watched;
		await open();
		await box().focus();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Uitvoeren');
		await page.keyboard.press('Shift+Tab');
		expect(await page.evaluate(() => document.activeElement?.shadowRoot !== null)).toBe(true);
		await page.keyboard.press('Shift+Tab');
		expect(await page.evaluate(() => document.activeElement?.shadowRoot ?? null)).toBeNull();
		expect(await typed()).not.toContain('\t');
	});

	test('the focus can be seen', async () => {
		await open();
		await box().focus();
		const width = await watched.page
			.locator('.host')
			.evaluate((host) => parseFloat(getComputedStyle(host).outlineWidth));
		expect(width).toBeGreaterThanOrEqual(2);
	});

	test('Control and Enter runs, and nothing comes in the text', async () => {
		await open();
		await box().fill('select 42');
		await watched.page.keyboard.press('Control+Enter');
		await told().waitFor({ timeout: 60_000 });
		expect(await typed()).toBe('select 42');
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['42']);
	});

	test('Escape closes what is offered, Tab leaves all the same', async () => {
		const { page } = watched;
		await open();
		await box().fill('');
		await box().pressSequentially('select med');
		await offers().first().waitFor();
		await page.keyboard.press('Escape');
		await expect.poll(() => offers().count()).toBe(0);
		// A list that is long enough to scroll.
		await box().pressSequentially(' c');
		await offers().nth(20).waitFor();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Uitvoeren');
		expect(await typed()).toBe('select med c');
	});

	test('the arrows go through what is offered, and the one that is meant stays in sight', async () => {
		const { page } = watched;
		await open();
		await box().fill('');
		await box().pressSequentially('select c');
		await offers().nth(20).waitFor();
		for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowDown');
		const [option, list] = await page
			.locator('.cm-tooltip-autocomplete li[aria-selected]')
			.evaluate((each) => [each.getBoundingClientRect(), each.parentElement!.getBoundingClientRect()]);
		expect(option.top).toBeGreaterThanOrEqual(list.top - 1);
		expect(option.bottom).toBeLessThanOrEqual(list.bottom + 1);
		const active = await box().getAttribute('aria-activedescendant');
		expect(await page.locator(`#${active}`).getAttribute('aria-selected')).toBe('true');
	});
});

describe('what is offered', () => {
	async function type(text: string): Promise<void> {
		await box().fill('');
		await box().pressSequentially(text);
		await offers().first().waitFor();
	}
	/** What is offered now, which changes with each letter. */
	const offered = async () => (await offers().allInnerTexts()).join(' ');

	test('the columns of a table that is read', async () => {
		await open();
		await box().fill('select o. from observation o');
		for (let i = 0; i < ' from observation o'.length; i++) await watched.page.keyboard.press('ArrowLeft');
		await watched.page.keyboard.type('in');
		await offers().first().waitFor();
		expect((await offers().first().innerText()).replaceAll('\n', ' ')).toMatch(/^indicator ?varchar$/);
		await watched.page.waitForTimeout(200);
		await watched.page.keyboard.press('Enter');
		expect(await typed()).toBe('select o.indicator from observation o');
	});

	test('indicators by their title, as their id', async () => {
		await open();
		await type("select * from observation where indicator = 'moeite");
		await expect.poll(offered).toContain('rondkomen');
		await watched.page.waitForTimeout(200);
		await watched.page.keyboard.press('Enter');
		expect(await typed()).toBe("select * from observation where indicator = 'rondkomen'");
	});

	test('areas by their name, as their code', async () => {
		await open();
		await type("select * from observation where area = 'Monster");
		await expect.poll(offered).toMatch(/WK1783\d\d/);
	});

	test('a function tells what it does, in the language it is told in', async () => {
		await open();
		await type('select medi');
		const info = watched.page.locator('.cm-completionInfo p');
		await info.waitFor();
		expect(await info.getAttribute('lang')).toBe('en');
		expect(await info.innerText()).toMatch(/\w+ \w+/);
	});

	test('nothing that the browser has not: every function that is offered exists', async () => {
		await open();
		const names = await watched.page.evaluate(async () => {
			const { functions } = (await (await fetch('woorden.json')).json()) as { functions: [string][] };
			return functions.map(([name]) => name);
		});
		expect(names.length).toBeGreaterThan(300);
		const list = names.map((name) => `('${name}')`).join(', ');
		await box().fill(
			`select count(*) from (values ${list}) as t(n) where n not in (select function_name from duckdb_functions())`
		);
		await watched.page.keyboard.press('Control+Enter');
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['0']);
	});
});

test('an error is marked where it is, told in words, and the way there is one button', async () => {
	const { page } = watched;
	await open();
	await box().fill('select 1;\nselect nergens\nfrom area');
	await button('Uitvoeren').click();
	await page.locator('.problem').waitFor({ timeout: 60_000 });
	expect(await page.locator('.cm-lintRange-error').innerText()).toBe('nergens');
	expect(await page.locator('.problem').innerText()).toContain('regel 2, bij teken 8');
	await button('Ga naar die plek').click();
	await page.keyboard.type('label -- ');
	expect(await typed()).toBe('select 1;\nselect label -- nergens\nfrom area');
	await page.keyboard.press('Control+Enter');
	await told().waitFor({ timeout: 60_000 });
	expect(await page.locator('.cm-lintRange-error').count()).toBe(0);
	expect(watched.faults).toEqual([]);
});

describe('several statements', () => {
	test('a choice which answer is in sight', async () => {
		const { page } = watched;
		await open();
		await box().fill('select 1 as een; -- De tweede\nselect 2 as twee; select 3 as drie');
		await button('Uitvoeren').click();
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['3']);
		const choice = page.getByLabel('Antwoord op');
		expect(await choice.locator('option').allInnerTexts()).toEqual([
			'1. select 1 as een (1 regel)',
			'2. select 2 as twee (1 regel)',
			'3. select 3 as drie (1 regel)'
		]);
		await choice.selectOption('0');
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['1']);
	});

	test('only what is selected is run, and that is told before and after', async () => {
		const { page } = watched;
		await open();
		await box().fill('select 1\n;\nselect 2');
		await page.keyboard.press('Control+Home');
		await page.keyboard.press('Shift+End');
		await page.getByText('Alleen wat u geselecteerd hebt').waitFor();
		await button('Uitvoeren').click();
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['1']);
		await page.getByText('Alleen wat geselecteerd was').waitFor();
	});
});

describe('earlier questions', () => {
	const list = () => watched.page.locator('details', { hasText: 'Uw eerdere vragen' }).first();

	async function ask(sql: string): Promise<void> {
		await box().fill(sql);
		await button('Uitvoeren').click();
		await expect.poll(cells, { timeout: 60_000 }).toEqual([/\d+/.exec(sql)![0]]);
	}

	test('are there after a reload, newest first, can be put back and be cleared', async () => {
		const { page } = watched;
		await open();
		await ask('select 1');
		await ask('select 2');
		await ask('select 1');
		await page.reload();
		await page.locator('.cm-content').waitFor();
		await page.getByText('Uw eerdere vragen (2)').click();
		expect(await list().locator('li summary').allInnerTexts()).toEqual(['select 1', 'select 2']);
		expect(await list().innerText()).toContain('op dit apparaat');
		await page.getByText('select 2', { exact: true }).first().click();
		await button('Terugzetten select 2').click();
		expect(await typed()).toBe('select 2');
		await page.keyboard.press('Control+z');
		expect(await typed()).toBe('select 1');
		await button('Deze lijst wissen').click();
		await page.getByText('Uw eerdere vragen (0)').waitFor();
		expect(await page.evaluate(() => localStorage.length)).toBe(0);
		expect(watched.faults).toEqual([]);
	});

	test('last for the visit where the browser keeps nothing', async () => {
		const { page } = watched;
		await page.addInitScript(() => {
			for (const name of ['localStorage', 'sessionStorage'])
				Object.defineProperty(window, name, {
					get: () => {
						throw new DOMException('no', 'SecurityError');
					}
				});
		});
		await open();
		await ask('select 7');
		await page.getByText('Uw eerdere vragen (1)').click();
		expect(await list().innerText()).toContain('bewaart hier niets');
		expect(watched.faults).toEqual([]);
	});

	test('a list that another left broken is no list', async () => {
		await watched.page.addInitScript(() => localStorage.setItem('doelenboom-vragen', '{"x":['));
		await open();
		await watched.page.getByText('Uw eerdere vragen (0)').waitFor();
		expect(watched.faults).toEqual([]);
	});
});

describe('a reload in the middle loses nothing', () => {
	test('also of what was typed a moment before, and not run', async () => {
		const { page } = watched;
		await open();
		await box().fill('select 1 as gevraagd');
		await button('Uitvoeren').click();
		await told().waitFor({ timeout: 60_000 });
		await page.waitForURL(/#1\./);
		await box().press('End');
		await page.keyboard.insertText(' -- nog niet gevraagd');
		await page.reload();
		await page.locator('.cm-content').waitFor();
		expect(await typed()).toBe('select 1 as gevraagd -- nog niet gevraagd');
	});

	test('also of a text that is too long for an address', async () => {
		const { page } = watched;
		await open();
		const long = `select 1 -- ${'x'.repeat(120_000)}\n, 2`;
		await box().fill(long);
		await page.waitForTimeout(1500);
		await page.reload();
		await page.locator('.cm-content').waitFor();
		await box().press('Control+End');
		await box().pressSequentially('1');
		await page.keyboard.press('Control+Enter');
		await told().waitFor({ timeout: 60_000 });
		await expect.poll(cells, { timeout: 10_000 }).toEqual(['1', '21']);
	});
});

describe('the list of tables', () => {
	test('shows what a table is, its first rows, and puts names in the question', async () => {
		const { page } = watched;
		await open();
		const asked: string[] = [];
		page.on('request', (request) => asked.push(request.url()));
		await box().fill('select  from observation');
		await page.keyboard.press('Control+Home');
		for (let i = 0; i < 'select '.length; i++) await page.keyboard.press('ArrowRight');
		await page.getByText('Wat er in de database staat').click();
		await page.locator('summary', { hasText: 'Eén cijfer' }).click();
		const preview = page.locator('table', { hasText: 'De eerste 5 regels van observation' });
		await preview.waitFor();
		expect(await preview.locator('tbody tr').count()).toBe(5);
		await button('Zet in de vraag "table"').first().click();
		expect(await typed()).toBe('select "table" from observation');
		await page.getByText('"table" staat nu in de vraag.').waitFor({ state: 'attached' });
		expect(asked.filter((url) => /wasm|\.duckdb/.test(url))).toEqual([]);
		expect(watched.faults).toEqual([]);
	});

	test('shows the columns where nothing more can be had', async () => {
		await watched.page.route('**/voorbeelden.json', (route) => route.abort());
		await open();
		await watched.page.getByText('Wat er in de database staat').click();
		await watched.page.locator('summary', { hasText: 'Gebieden, op de grenzen' }).click();
		await watched.page.getByRole('rowheader', { name: 'boundaries' }).first().waitFor();
	});
});

test.each([
	{ width: 1440, height: 900 },
	// 1280 wide at 400 percent.
	{ width: 320, height: 256 }
])(
	'$width wide nothing is wrong for axe in light and dark, with offers, an error, answers and lists open; nothing is wider than the page',
	async (viewport) => {
		await watched.close();
		watched = await watch(inject('site'), { viewport, reducedMotion: 'reduce' });
		const { page } = watched;
		const expectNone = async () => {
			for (const colorScheme of ['light', 'dark'] as const) {
				await page.emulateMedia({ colorScheme });
				expect(await violations(), colorScheme).toEqual([]);
			}
		};
		await open();
		await box().fill('');
		await box().pressSequentially("select * from observation where indicator = '");
		await offers().first().waitFor();
		await expectNone();
		const wide = await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		);
		expect(wide).toBeLessThanOrEqual(0);
		await page.keyboard.press('Escape');
		await box().fill('select 1; select 2; select nergens');
		await page.keyboard.press('Control+Enter');
		await page.locator('.problem').waitFor({ timeout: 60_000 });
		await page.getByText('Uw eerdere vragen (1)').click();
		await page.getByText('Wat er in de database staat').click();
		await page.locator('summary', { hasText: 'Gebieden, op de grenzen' }).click();
		await page.getByText('regels van area').first().waitFor();
		await expectNone();
	}
);

test('what is chosen of the offers can be seen in forced colours', async () => {
	await watched.close();
	watched = await watch(inject('site'), { forcedColors: 'active' });
	await open();
	await box().fill('');
	await box().pressSequentially('select med');
	const chosen = watched.page.locator('.cm-tooltip-autocomplete li[aria-selected]');
	await chosen.waitFor();
	expect(await chosen.evaluate((option) => getComputedStyle(option).outlineStyle)).toBe('solid');
});
