import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { rollup } from 'd3';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Model } from '#lib/schema/model.ts';
import { printPage } from '#scripts/report/print.ts';
import { readPdf, type Pdf } from '../pdf.ts';
import { readSpending, spent } from '../spending.ts';
import { watch } from './browser.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
const folder = mkdtempSync(join(tmpdir(), 'rapport-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];
const counted = (numbers: readonly string[]) =>
	rollup(
		numbers,
		(same) => same.length,
		(number) => number
	);

/** The text of a PDF without the number of each sheet, and without addresses, which are cut anywhere. */
const textOf = ({ pages }: Pdf): string =>
	pages.map((page) => page.replace(/^\d+ \/ \d+$/gm, '').replace(/\(https?:[^)]*\)/g, '')).join('\n');

interface Shown {
	/** All that can be read on the page when it is printed. */
	text: string;
	/** Headings as deep as they stand, from 1. */
	headings: { depth: number; title: string }[];
	/** Goals and work that it tells of. */
	goals: string[];
	data: { attributes: Record<string, string>; text: string }[];
}

/** What the page shows on paper, read in the browser. */
async function shownOn(path: string): Promise<Shown> {
	const { page, open, close } = await watch(inject('site'));
	try {
		await page.emulateMedia({ media: 'print' });
		await open(path);
		return await page.evaluate(() => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const words = [document.title];
			while (walker.nextNode()) {
				const element = walker.currentNode.parentElement!;
				if (element.checkVisibility()) words.push(walker.currentNode.nodeValue ?? '');
			}
			return {
				text: words.join(' '),
				headings: [...document.querySelectorAll('h1, h2, h3, h4')]
					.filter((element) => element.checkVisibility())
					.map((element) => ({
						depth: Number(element.tagName.slice(1)),
						title: element.textContent.replace(/\s+/g, ' ').trim()
					})),
				goals: [...document.querySelectorAll<HTMLElement>('[data-goal]')].map(({ dataset }) => dataset.goal!),
				data: [...document.querySelectorAll('data')]
					.filter((element) => element.checkVisibility())
					.map((element) => ({
						text: element.textContent,
						attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]))
					}))
			};
		});
	} finally {
		await close();
	}
}

describe('the report of Westland on 2017, made by its command', () => {
	const path = '/westland/rapport/2017/';
	const asOf = '2018-04-26';
	let pdf: Pdf;
	let shown: Shown;
	beforeAll(async () => {
		const file = join(folder, 'rapport.pdf');
		const words = ['--monitor', 'westland', '--period', '2017', '--as-of', asOf, '--out', file];
		const { status, stdout, stderr } = spawnSync(
			'npx',
			['--no-install', 'tsx', 'scripts/report.ts', ...words],
			{ encoding: 'utf8' }
		);
		expect(status, stdout + stderr).toBe(0);
		expect(stdout).toContain('3/3');
		[pdf, shown] = [await readPdf(file), await shownOn(path)];
	}, 60_000);

	test('is tagged, with a title, a language, and a bookmark for each of its headings', () => {
		expect(pdf).toMatchObject({ tagged: true, language: 'nl' });
		expect(pdf.title).toMatch(/^Rapport 2017, Westland: /);
		expect(pdf.outline[0]).toEqual({ depth: 1, title: 'Van juli 2016 tot en met december 2017' });
		expect(pdf.outline.length).toBeGreaterThan(20);
		expect(pdf.outline).toEqual(shown.headings);
		for (const role of ['H1', 'H2', 'P', 'Table', 'TH', 'TD', 'L', 'Link'])
			expect([...pdf.roles], role).toContain(role);
	});

	test('stands on A4 with its title above and a number below each sheet', () => {
		expect(pdf.pages.length).toBeGreaterThan(10);
		expect(pdf.pages.length).toBeLessThan(40);
		for (const size of pdf.sizes) expect(size).toEqual([595, 842]);
		for (const [i, page] of pdf.pages.entries()) {
			expect(page).toContain(`${i + 1} / ${pdf.pages.length}`);
			expect(page.includes(pdf.title), `title on sheet ${i + 1}`).toBe(i > 0);
		}
	});

	test('has no number that the page has not', () => {
		const known = new Set(numbersIn(shown.text));
		const printed = numbersIn(textOf(pdf));
		expect(printed.length).toBeGreaterThan(1000);
		expect([...new Set(printed.filter((number) => !known.has(number)))]).toEqual([]);
	});

	test('has every figure of the page, as often as the page', () => {
		const printed = counted(numbersIn(textOf(pdf)));
		const figures = counted(shown.data.flatMap(({ text }) => numbersIn(text)));
		expect(figures.size).toBeGreaterThan(100);
		const lost = [...figures].filter(([number, times]) => (printed.get(number) ?? 0) < times);
		expect(lost).toEqual([]);
	});

	test('holds nothing of a letter that was written half a year later', () => {
		const { goals, monitor } = model.monitors.find(({ monitor: { slug } }) => slug === 'westland')!;
		const later = goals.filter(({ source }) => source.document === '000');
		expect(later.length).toBeGreaterThan(5);
		const report = new Set(shown.goals);
		expect(report.size).toBeGreaterThan(50);
		expect(later.filter(({ id }) => report.has(id))).toEqual([]);
		const titles = model.sources.filter(({ id }) => monitor.documents.includes(id));
		for (const { id, title } of titles) expect(shown.text.includes(title), title).toBe(id === '001');
	});

	test('says of no goal that there is a figure where there was none', () => {
		expect(shown.text).not.toContain('Er is een cijfer, maar');
		expect(shown.text).toContain('Een cijfer was er op deze dag nog niet.');
	});

	test('has figures that equal the database, none of after its day', async () => {
		const instance = await DuckDBInstance.create('.cache/monitor.duckdb', { access_mode: 'READ_ONLY' });
		const connection = await instance.connect();
		const reader = await connection.runAndReadAll(
			'select indicator, area, period, breakdown, value from observation where value is not null'
		);
		const rows = reader.getRowsJS() as (string | number)[][];
		const spending = await readSpending(connection);
		connection.closeSync();
		const known = new Set(rows.map((row) => row.join(' ')));
		const open = shown.data.filter(
			({ attributes: { value, 'data-indicator': id, 'data-derived': derived } }) =>
				value !== '' && id !== undefined && derived === undefined && !id.startsWith('iv3-')
		);
		expect(open.length).toBeGreaterThan(300);
		const wrong = open.filter(({ attributes: own }) => {
			const place = ['data-indicator', 'data-area', 'data-period', 'data-breakdown', 'value'];
			return !known.has(place.map((name) => own[name]).join(' ')) || `${own['data-period']}-12-31` > asOf;
		});
		expect(wrong).toEqual([]);
		const amounts = shown.data.filter(
			({ attributes: { value, 'data-indicator': id } }) => value !== '' && id?.startsWith('iv3-')
		);
		expect(amounts.length).toBeGreaterThan(0);
		for (const { attributes: own } of amounts) {
			const { value, 'data-indicator': id, 'data-area': area, 'data-period': period } = own;
			expect(String(spent(spending, id!, area!, period!)), `${id} ${area} ${period}`).toBe(value);
			expect(`${period}-12-31` <= asOf).toBe(true);
		}
	});
});

test.each([
	'/westland/gebieden/WK178301/',
	'/zoetermeer/gebieden/WK063709/',
	'/westland/gebieden/BU17830101/'
])('the profile %s fits two sheets of A4', async (path) => {
	const file = join(folder, 'profiel.pdf');
	await printPage(new URL(path.slice(1), inject('site')).href, file);
	const pdf = await readPdf(file);
	expect(pdf.pages).toHaveLength(2);
	expect(pdf).toMatchObject({ tagged: true, language: 'nl' });
	expect(pdf.sizes).toEqual([
		[595, 842],
		[595, 842]
	]);
	const known = new Set(numbersIn((await shownOn(path)).text));
	const printed = numbersIn(textOf(pdf));
	expect(printed.length).toBeGreaterThan(100);
	expect(printed.filter((number) => !known.has(number))).toEqual([]);
});
