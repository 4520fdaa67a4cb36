import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from 'd3';
import { chromium } from 'playwright-core';
import { measureAnswers, measureLoad, type Load } from './bench/load.ts';
import { servePacked } from './bench/server.ts';
import { chromiumFlags, installChromium } from './tools/chromium.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);

/** Pages that are measured, each with what stands in it only when it is complete. */
const pages: [string, string][] = [
	['westerkwartier/indicatoren/eenzaamheid/', 'g[data-area="NL01"] circle:nth-of-type(3)'],
	['westerkwartier/indicatoren/wmo-clienten/', 'svg[data-area="WK196917"]'],
	['westland/doelen/', '.body path:last-of-type'],
	['westland/doelen/minder-eenzaamheid/', 'g[data-area="GM1783"] circle'],
	['westland/', 'main h2'],
	['westland/gebieden/WK178301/', 'main table']
];

const middle = (loads: readonly Load[], of: (load: Load) => number): number => median(loads, of) ?? NaN;
const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

const executablePath = installChromium();
const server = await servePacked('build', join('.cache', 'brotli'));
const browser = await chromium.launch({ executablePath, args: chromiumFlags });
try {
	console.log(
		`Median of ${runs} loads, fresh profile, 390 px wide; kB on the line with brotli, times in ms\n`
	);
	console.log(
		'page                                        line  kB all  kB js  requests  paint  chart  shift  engine'
	);
	for (const [path, mark] of pages)
		for (const line of ['fast', 'slow'] as const) {
			const loads: Load[] = [];
			for (let run = 0; run < runs; run++)
				loads.push(await measureLoad(browser, server.url + path, mark, line));
			console.log(
				[
					path.padEnd(43),
					line,
					kilobytes(middle(loads, ({ total }) => total)).padStart(7),
					kilobytes(middle(loads, ({ script }) => script)).padStart(6),
					String(middle(loads, ({ requests }) => requests)).padStart(9),
					middle(loads, ({ paint }) => paint)
						.toFixed(0)
						.padStart(6),
					middle(loads, ({ chart }) => chart)
						.toFixed(0)
						.padStart(6),
					middle(loads, ({ shift }) => shift)
						.toFixed(3)
						.padStart(6),
					loads.some(({ engine }) => engine) ? '   YES' : '    no'
				].join(' ')
			);
		}
} finally {
	await browser.close();
}

const profile = mkdtempSync(join(tmpdir(), 'doelenboom-'));
const context = await chromium.launchPersistentContext(profile, { executablePath, args: chromiumFlags });
try {
	const page = context.pages()[0] ?? (await context.newPage());
	const url = `${server.url}${pages[0]![0]}`;
	const fresh = await measureAnswers(page, url);
	const cached = [];
	for (let run = 0; run < runs; run++) cached.push(await measureAnswers(page, url));
	const next = cached.flatMap((answers) => answers.next);
	console.log(`\nEngine on ${pages[0]![0]}, fast line`);
	console.log(`first answer, nothing in the cache   ${fresh.first.toFixed(0)} ms`);
	console.log(
		`first answer, engine in the cache    ${(median(cached, ({ first }) => first) ?? NaN).toFixed(0)} ms (median of ${runs})`
	);
	console.log(
		`next answers                         ${(median(next) ?? NaN).toFixed(0)} ms (median of ${next.length})`
	);
} finally {
	await context.close();
	rmSync(profile, { recursive: true, force: true });
	server.close();
}

console.log(`
Peers, for one chart and one table (figures of the comparison that this project started from, other machine):
Observable Framework, lightest   196 kB, chart after 2.4 s on the slow line; nothing without JavaScript
Evidence                         9.0 MB, 18.9 s
Framework with DuckDB            6.0 MB, 36 s; first answer 3.0 s from the cache`);
