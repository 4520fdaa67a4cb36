import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from 'd3';
import { chromium, type Browser, type Page } from 'playwright-core';
import { databaseWithoutFigures } from '#lib/db/parts.ts';
import type { QuestionView } from '#lib/schema/question.ts';
import { rivmFolder as workbooks } from '#scripts/read/raw-files.ts';
import { chromiumFlags, installChromium } from '#scripts/tools/chromium.mjs';
import { measureMemory } from './memory.ts';
import { outcome } from './national-sums.ts';
import { servePacked } from './server.ts';
import { ask, measureStep, open, watchAnswers, type Taken } from './workbench-page.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);

/** What issue "The workbench" asks: milliseconds, and megabytes of the engine and all JavaScript heaps together. */
const most = { answer: 300, step: { embedded: 16, country: 200 }, memory: { embedded: 300, country: 700 } };

const rowsOf = (indicator: string) =>
	`select a.code as gebied, a.label as naam, o.period as jaar, o.value as procent, o.status
from observation o join area a on a.code = o.area and a.boundaries = o.boundaries
where o.indicator = '${indicator}' and o.breakdown = '18+' order by gebied, jaar`;
const meansOf = (indicator: string) =>
	`select a.municipality as gebied, o.period as jaar, round(avg(o.value), 1) as procent
from observation o join area a on a.code = o.area and a.boundaries = o.boundaries
where o.indicator = '${indicator}' and o.breakdown = '18+' and o.period = 2020 group by all order by all`;
const pairs = `select x.area as gebied, x.value as eenzaam, y.value as gezond
from observation x join observation y using (area, boundaries, period, breakdown)
where x.indicator = 'eenzaamheid' and y.indicator = 'ervaren-gezondheid' and x.breakdown = '18+' and x.period = 2020
order by gebied`;
const lines: QuestionView = { kind: 'line', map: true };

const late: string[] = [];

/** Prints one line, and remembers where it is more than what was asked. */
function tell(what: string, amount: number, unit: 'ms' | 'MB', limit?: number): void {
	const digits = unit === 'ms' && amount < 100 ? 1 : 0;
	const asked = limit === undefined ? '' : `  (at most ${limit})`;
	const isLate = limit !== undefined && amount > limit;
	console.log(
		`${what.padEnd(58)}${amount.toFixed(digits).padStart(8)} ${unit}${asked}${isLate ? '  TOO MUCH' : ''}`
	);
	if (isLate) late.push(what);
}

const middle = (taken: readonly number[]): number => median(taken) ?? NaN;

async function fresh(browser: Browser, slower: number): Promise<Page> {
	const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
	const page = await context.newPage();
	if (slower > 1) {
		const session = await context.newCDPSession(page);
		await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
	}
	await watchAnswers(page);
	return page;
}

async function tellMemory(browser: Browser, page: Page, what: string, limit: number): Promise<void> {
	const { wasm, heap, process } = await measureMemory(browser, page);
	tell(`${what}: engine and JavaScript heaps`, (wasm + heap) / 1e6, 'MB', limit);
	tell('  of that the engine', wasm / 1e6, 'MB');
	tell('  the whole process of the page', process / 1e6, 'MB');
}

/** The steps of linked views, each with what it is called. */
const stepsOn = (page: Page): Steps => [
	['an area in the map', () => page.locator('path[data-area="WK178301"]').click()],
	['another area in the map', () => page.locator('path[data-area="WK178303"]').click()],
	['a row in the table', () => page.locator('.frame tbody input').first().click()],
	[
		'a range in the line chart',
		async () => {
			const brush = page.locator('.brush');
			const { width } = (await brush.boundingBox())!;
			await brush.dragTo(brush, {
				sourcePosition: { x: width * 0.45, y: 100 },
				targetPosition: { x: width * 0.99, y: 100 }
			});
		}
	],
	['everything again', () => page.getByRole('button', { name: 'Keuze wissen' }).click()]
];

type Steps = [string, () => Promise<void>][];

async function tellSteps(page: Page, limit: number, steps: Steps = stepsOn(page)): Promise<void> {
	const taken = new Map<string, number[]>();
	for (let run = 0; run < runs; run++)
		for (const [name, step] of steps)
			taken.set(name, [...(taken.get(name) ?? []), (await measureStep(page, step)).script]);
	for (const [name, each] of taken) tell(`  ${name}: script`, middle(each), 'ms', limit);
}

/** Starts the page again and again; the browser has it in its cache after the first time. */
async function starts(page: Page, url: string, sql: string): Promise<{ first: Taken; cached: Taken[] }> {
	const first = await open(page, url, sql, lines);
	const cached: Taken[] = [];
	for (let run = 0; run < runs; run++) cached.push(await open(page, url, sql, lines));
	return { first, cached };
}

async function embedded(browser: Browser, url: string): Promise<void> {
	console.log('\nThe data of this site, one file');
	const page = await fresh(browser, 1);
	const { first, cached } = await starts(page, url, rowsOf('eenzaamheid'));
	tell('first answer, nothing in the cache', first.frame, 'ms');
	tell('first answer, page and engine from the cache', middle(cached.map(({ frame }) => frame)), 'ms');
	const next = [];
	for (let run = 0; run < runs; run++) {
		next.push((await ask(page, rowsOf(run % 2 ? 'eenzaamheid' : 'roken'), lines)).frame);
	}
	tell('next answers', middle(next), 'ms');
	console.log('Linked views, one step, 1,320 rows:');
	await open(page, url, rowsOf('eenzaamheid'), lines);
	await tellSteps(page, most.step.embedded);
	await page.context().close();
	const slow = await fresh(browser, 4);
	tell(
		'first answer, processor four times slower',
		(await open(slow, url, rowsOf('eenzaamheid'), lines)).frame,
		'ms'
	);
	await ask(slow, pairs, { kind: 'scatter', map: true });
	await ask(slow, rowsOf('roken'), lines);
	await tellMemory(browser, slow, 'after three questions', most.memory.embedded);
	await slow.context().close();
}

async function country(browser: Browser, url: string): Promise<void> {
	const page = await fresh(browser, 1);
	const first = await open(page, url, meansOf('eenzaamheid'));
	tell('first answer, one indicator, nothing in the cache', first.frame, 'ms');
	const tellFiles = (each: Taken) => console.log(`  fetched: ${each.files.join(', ') || 'nothing'}`);
	tellFiles(first);
	const means = [];
	const rows = [];
	const shares = ['roken', 'stress', 'mantelzorgers', 'vrijwilligers', 'overgewicht'];
	for (const indicator of shares) means.push(await ask(page, meansOf(indicator)));
	tellFiles(means[0]!);
	const after = (taken: readonly Taken[]) => middle(taken.map(({ afterFile }) => afterFile));
	tell('means of all areas by gemeente, from when the file is there', after(means), 'ms', most.answer);
	for (const indicator of [
		'ernstige-eenzaamheid',
		'ondergewicht',
		'zwaar-drinken',
		'angst-depressie',
		'regie'
	])
		rows.push(await ask(page, rowsOf(indicator), { kind: 'table' }));
	tellFiles(rows[0]!);
	tell('every row of all areas (52,023), with the table', after(rows), 'ms', most.answer);
	const again = [];
	for (const indicator of shares) again.push(await ask(page, meansOf(indicator)));
	tellFiles(again[0]!);
	tell('the means again', middle(again.map(({ answer }) => answer)), 'ms', most.answer);
	const drawn = await ask(page, rowsOf('eenzaamheid'), lines);
	tell('every row, as 17,341 lines with the map', drawn.frame, 'ms');
	console.log('Linked views, one step, 52,023 rows:');
	await tellSteps(page, most.step.country);
	await page.getByRole('button', { name: 'naam' }).click();
	console.log('The same with the table in order of a name, and a scatter of two indicators:');
	await tellSteps(page, most.step.country, stepsOn(page).toSpliced(3, 1));
	const cloud = await ask(page, pairs, { kind: 'scatter', map: true });
	tell('two indicators against each other, 12,000 points and the map', cloud.frame, 'ms');
	await tellSteps(page, most.step.country, stepsOn(page).toSpliced(3, 1));
	await tellMemory(browser, page, 'after all this', most.memory.country);
	const all = await ask(
		page,
		'select indicator, count(value)::int as n from observation group by all order by all'
	);
	tell(`a question over all indicators (${all.files.length} files)`, all.frame, 'ms');
	await tellMemory(browser, page, 'after that too', most.memory.country);
	await page.context().close();
}

/** The built site with other data: all that is not replaced leads to the files of the build. */
function siteWith(data: string, at: string): string {
	mkdirSync(join(at, 'data'), { recursive: true });
	for (const name of readdirSync('build'))
		if (name !== 'data') symlinkSync(resolve('build', name), join(at, name));
	renameSync(join(data, `${databaseWithoutFigures}.gz`), join(at, 'data', 'monitor.duckdb.gz'));
	renameSync(join(data, 'per-indicator'), join(at, 'data', 'per-indicator'));
	return at;
}

function makeCountry(folder: string): void {
	const words = ['--from', workbooks, '--out', folder];
	const { status, stdout } = spawnSync(
		'npx',
		['--no-install', 'tsx', join('scripts', 'bench', 'country.ts'), ...words],
		{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
	);
	if (status !== 0) throw new Error(`country.ts stopped with ${status ?? 'a signal'}`);
	const { figures, areas, indicators, seconds } = outcome.parse(JSON.parse(stdout));
	console.log(
		`\nThe whole country, a file per indicator: ${figures.toLocaleString('en')} figures of ${areas.toLocaleString('en')} areas, ` +
			`${indicators} indicators (35 of the workbooks); made in ${seconds.toFixed(0)} s`
	);
}

async function bench(made: string): Promise<void> {
	if (!existsSync('build')) throw new Error('There is no build/: run npm run build first');
	const browser = await chromium.launch({ executablePath: installChromium(), args: chromiumFlags });
	const cache = join('.cache', 'brotli');
	const servers = [await servePacked('build', cache)];
	try {
		console.log(
			`Median of ${runs}; times from question to frame unless it says otherwise; a window of 1440 by 900`
		);
		await embedded(browser, servers[0]!.url);
		if (existsSync(workbooks)) {
			makeCountry(made);
			servers.push(await servePacked(siteWith(made, join(made, 'site')), cache));
			await country(browser, servers[1]!.url);
		} else console.log(`\nNot run: the workbooks of RIVM are not in ${workbooks}`);
	} finally {
		await browser.close();
		for (const server of servers) server.close();
	}
	console.log(`
Peers on these machines (figures of the comparison that this project started from):
Framework with DuckDB   first answer 3.0 s from the cache, 380 MB of memory
Evidence                1.1 s for a chart that never asked its database`);
	if (late.length > 0) throw new Error(`More than was asked: ${late.join('; ')}`);
}

const made = mkdtempSync(join(tmpdir(), 'doelenboom-'));
try {
	await bench(made);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
} finally {
	rmSync(made, { recursive: true, force: true });
}
