import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aroundOf } from '#scripts/edit/around.ts';
import { readFiles } from '#scripts/edit/monitor-files.ts';
import { toRows } from '#scripts/edit/rows.ts';
import { sheets } from '#scripts/edit/sheets.ts';
import { writeWorkbook } from '#scripts/edit/write-workbook.ts';
import { watch } from './browser.ts';

const folder = mkdtempSync(join(tmpdir(), 'doelenboom-'));
const data = join(folder, 'data');
let program: ChildProcess;
let root: string;

beforeAll(async () => {
	cpSync('data', data, { recursive: true });
	program = spawn(process.execPath, ['--import', 'tsx', 'scripts/edit.ts', '--data', data, '--port', '0'], {
		stdio: ['ignore', 'pipe', 'inherit']
	});
	root = await new Promise<string>((done, failed) => {
		let said = '';
		program.stdout!.on('data', (piece: Buffer) => {
			said += piece.toString();
			const url = /http:\S+/.exec(said)?.[0];
			if (url) done(url);
		});
		program.once('exit', () => failed(new Error(`npm run edit stopped: ${said}`)));
	});
}, 120_000);

afterAll(async () => {
	const stopped = new Promise((done) => program.once('exit', done));
	program.kill('SIGTERM');
	await stopped;
	rmSync(folder, { recursive: true, force: true });
});

const fileOf = (name: string): string => readFileSync(join(data, 'monitors', 'westland', name), 'utf8');
const example = (page: Page) => page.frameLocator('iframe[title="Voorbeeld van de pagina"]');

async function violations(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const found = await page.evaluate<AxeResults>(() =>
		(window as unknown as { axe: typeof axe }).axe.run({ exclude: [['iframe']] } as never, {
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
		})
	);
	return found.violations.flatMap(({ id, nodes }) =>
		nodes.slice(0, 3).map(({ html }) => `${id}: ${html.slice(0, 160)}`)
	);
}

test('a goal is found, changed, seen as its page will be, compared and saved, by keyboard', async () => {
	const { page, faults, close } = await watch(new URL('/', root).href);
	try {
		const before = fileOf('goals.yaml');
		await page.goto(`${root}#/zoetermeer/goals`);
		await page.getByRole('link', { name: /^Inwoners redden zich beter/ }).waitFor();
		await page.goto(`${root}#/westland/goals`);
		await page.getByRole('link', { name: /^Eenzaamheid stijgt niet/ }).waitFor();
		await page.goto(root);
		await page.getByRole('link', { name: 'Westland' }).press('Enter');
		await page.getByRole('link', { name: 'Doelen', exact: true }).press('Enter');
		await page.getByLabel('Zoek in deze lijst').fill('minder-eenzaamheid');
		expect(await violations(page)).toEqual([]);
		await page.getByRole('link', { name: /^Eenzaamheid stijgt niet/ }).press('Enter');
		const title = page.locator('#veld-title');
		await title.fill('Minder mensen voelen zich <b>eenzaam</b>');
		await title.press('Tab');
		await expect
			.poll(() => page.locator('#veld-title-fout').textContent())
			.toContain('zonder de tekens < en >');
		expect(await title.getAttribute('aria-describedby')).toContain('veld-title-fout');
		expect(await title.getAttribute('aria-invalid')).toBe('true');
		const figures = page.locator('#veld-figures');
		const shown = await figures.inputValue();
		await figures.fill('bestaat-niet');
		await page.getByRole('button', { name: 'Bekijk wat er verandert' }).press('Enter');
		await expect
			.poll(() => page.locator('#veld-figures-fout').textContent())
			.toContain('een id uit figures.csv');
		expect(await page.locator('#veld-title-fout').count()).toBe(1);
		const link = page.getByRole('listitem').getByRole('link', { name: 'Titel' });
		await link.waitFor();
		expect(await violations(page)).toEqual([]);
		await link.press('Enter');
		expect(await page.evaluate(() => document.activeElement?.id)).toBe('veld-title');
		expect(fileOf('goals.yaml')).toBe(before);

		await figures.fill(shown);
		await title.fill('Minder mensen voelen zich eenzaam');
		await example(page)
			.getByRole('heading', { level: 1, name: 'Minder mensen voelen zich eenzaam' })
			.waitFor();
		await page.getByRole('button', { name: 'Bekijk wat er verandert' }).press('Enter');
		const region = page.getByRole('region', { name: 'Regels die veranderen' });
		await region.waitFor();
		expect(
			(await region.locator('.gone code, .new code').allTextContents()).map((line) => line.trim())
		).toEqual([
			'title: >-',
			'Eenzaamheid stijgt niet onder 65-plussers en daalt onder mensen jonger dan 65',
			'title: Minder mensen voelen zich eenzaam'
		]);
		expect(await violations(page)).toEqual([]);
		expect(fileOf('goals.yaml')).toBe(before);
		await page.getByRole('button', { name: 'Opslaan in data/' }).press('Enter');
		await page.getByRole('status').getByText('Opgeslagen in goals.yaml.').waitFor();
		expect(fileOf('goals.yaml')).toBe(
			before.replace(
				/title: >-\n +Eenzaamheid stijgt niet onder 65-plussers en daalt onder mensen jonger dan 65\n/,
				'title: Minder mensen voelen zich eenzaam\n'
			)
		);
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});

test('links, promises, actions, notes and figures have forms that fit a telephone, and a new note is saved', async () => {
	const { page, faults, close } = await watch(new URL('/', root).href, {
		viewport: { width: 390, height: 800 },
		colorScheme: 'dark'
	});
	try {
		for (const list of ['links', 'targets', 'actions', 'figures', 'notes']) {
			await page.goto(`${root}#/westland/${list}`);
			await page.getByRole('main').getByRole('listitem').getByRole('link').first().click();
			await page.getByRole('button', { name: 'Bekijk wat er verandert' }).waitFor();
			expect(await page.evaluate(() => document.documentElement.scrollWidth), list).toBe(390);
			if (list === 'targets' || list === 'figures') expect(await violations(page), list).toEqual([]);
		}
		await page.goto(`${root}#/westland/targets`);
		const goal = page.getByLabel('Nieuw, bij');
		await goal.selectOption({ index: 1 });
		const second = await goal.locator('option:checked').textContent();
		await page.getByRole('link', { name: 'Nieuw: afspraak' }).click();
		await page.getByText(`Bij het doel: ${second}`).waitFor();
		const told = page.getByRole('region', { name: 'Zo komt het op de site' });
		expect(await told.textContent()).toContain('Het voorbeeld komt zodra alles is ingevuld en klopt.');
		await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		await expect.poll(() => page.locator('#veld-wanted-fout').textContent()).toBe('Dit is verplicht.');
		expect(await told.textContent()).not.toContain('van daarvoor');

		await page.goto(`${root}#/westland/figures`);
		const figures = fileOf('figures.csv');
		await page.getByRole('link', { name: 'Nieuw: cijfer' }).click();
		for (const [field, text] of Object.entries({
			id: 'wl-999',
			document: '001',
			place: '4.1',
			subject: 'proef',
			value: '3'
		}))
			await page.locator(`#veld-${field}`).fill(text);
		await page.locator('#veld-unit').selectOption('aantal');
		await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		await page.getByRole('button', { name: 'Zet klaar' }).click();
		await page.getByText(/Er staat iets klaar dat nog niet is opgeslagen, in figures.csv/).waitFor();
		await page.getByRole('link', { name: /^proef/ }).waitFor();
		expect(await violations(page)).toEqual([]);
		expect(fileOf('figures.csv')).toBe(figures);
		const drop = page.getByRole('button', { name: 'Gooi weg wat klaarstaat' });
		page.once('dialog', (dialog) => void dialog.dismiss());
		await drop.click();
		expect(await page.getByRole('link', { name: /^proef/ }).count()).toBe(1);
		page.once('dialog', (dialog) => void dialog.accept());
		await drop.click();
		await page.getByText('Wat klaarstond, is weggegooid.').waitFor();
		expect(await page.getByRole('link', { name: /^proef/ }).count()).toBe(0);

		await page.goto(`${root}#/westland/notes`);
		await page.getByRole('link', { name: 'Nieuw: toelichting' }).click();
		await page.locator('#veld-id').fill('uitleg-van-vandaag');
		await page.locator('#veld-about-goal').fill('minder-eenzaamheid');
		await page.locator('#veld-text').fill('Wij zoeken dit *nog* uit.');
		await page.locator('#veld-role').fill('redactie van deze site');
		await page.locator('#veld-origin').selectOption('editorial');
		await page.locator('#veld-date').fill('2026-01-31');
		await example(page).getByText('Wij zoeken dit nog uit.').waitFor();
		const before = fileOf('notes.yaml');
		await page.getByRole('button', { name: 'Bekijk wat er verandert' }).click();
		await page.getByRole('button', { name: 'Opslaan in data/' }).click();
		await page.getByText('Opgeslagen in notes.yaml.').waitFor();
		expect(fileOf('notes.yaml')).toBe(
			`${before}\n- id: uitleg-van-vandaag\n  about: { goal: minder-eenzaamheid }\n  text: Wij zoeken dit *nog* uit.\n  role: redactie van deze site\n  origin: editorial\n  date: "2026-01-31"\n`
		);
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});

test('a workbook is fetched, comes back with a report, and only then changes something', async () => {
	const { page, faults, close } = await watch(new URL('/', root).href);
	try {
		await page.goto(`${root}#/westland`);
		const [download] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('link', { name: 'Werkmap met alles wat er staat' }).click()
		]);
		const field = page.getByLabel('Ingevulde werkmap inlezen');
		const report = page.getByRole('region', { name: 'Verslag van de werkmap' });
		const copy = join(folder, download.suggestedFilename());
		await download.saveAs(copy);
		expect(copy).toMatch(/westland\.xlsx$/);
		await field.setInputFiles(copy);
		await report.getByText('Er verandert niets.').waitFor();
		const files = readFiles(join(data, 'monitors', 'westland'));
		const rows = toRows(new Map([...files].map(([name, { value }]) => [name, value])));
		const milestone = rows.get(sheets.find(({ list }) => list === 'milestones')!)![0]!;
		const { title } = milestone;
		const change = async (text: string) => {
			milestone.title = text;
			const buffer = Buffer.from(writeWorkbook('westland', rows, aroundOf(data)));
			await field.setInputFiles({ name: 'ingevuld.xlsx', mimeType: 'application/zip', buffer });
		};
		const before = fileOf('milestones.yaml');
		await change('');
		await report
			.getByText(/^ingevuld\.xlsx, blad "Momenten", cel \w3 \(title\): verwacht: voor "title" een tekst$/)
			.waitFor();
		expect(await report.getByRole('button').count()).toBe(0);
		await change('Een andere titel');
		await report.getByText(`Titel (title): was "${String(title)}", wordt "Een andere titel"`).waitFor();
		expect(await violations(page)).toEqual([]);
		expect(fileOf('milestones.yaml')).toBe(before);
		await report.getByRole('button', { name: 'Opslaan in data/' }).click();
		await report.getByText('De wijzigingen zijn opgeslagen.').waitFor();
		expect(fileOf('milestones.yaml')).toBe(before.replace(String(title), 'Een andere titel'));
		expect(faults).toEqual([]);
	} finally {
		await close();
	}
});

test('a page of another origin gets no answer, whatever it asks', async () => {
	const ask = (path: string, headers: Record<string, string>, method = 'GET') =>
		fetch(new URL(path, root), { method, headers, ...(method === 'POST' && { body: '{}' }) }).then(
			({ status }) => status
		);
	const { origin } = new URL(root);
	expect(await ask('/bewerken/', {})).toBe(200);
	expect(await ask('/bewerken/', { origin: 'https://kwaad.example' })).toBe(403);
	expect(await ask('/westland/', { 'sec-fetch-site': 'cross-site' })).toBe(403);
	expect(
		await ask(
			'/bewerken/api/opslaan',
			{ origin: 'https://kwaad.example', 'content-type': 'application/json' },
			'POST'
		)
	).toBe(403);
	expect(await ask('/bewerken/api/opslaan', { 'content-type': 'application/json' }, 'POST')).toBe(403);
	expect(await ask('/bewerken/api/opslaan', { origin, 'content-type': 'application/json' }, 'POST')).toBe(
		400
	);
	expect(await ask('/bewerken/..%2f..%2fpackage.json', {})).toBe(404);
});
