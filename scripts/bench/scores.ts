import { statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { median } from 'd3';
import { sampleOf } from './kinds.ts';
import { judge, startAudited } from './lighthouse.ts';
import { filesIn } from '../finish/rules.ts';
import { servePacked } from './server.ts';

const { values } = parseArgs({
	options: { runs: { type: 'string', default: '5' }, only: { type: 'string', default: '' } }
});
const runs = Number(values.runs);

/** What each kind of page is held to; the workbench fetches an editor and is measured, not held to it. */
const least = 98;
const isHeld = (path: string): boolean => !path.startsWith('verken/');

// The largest page of each kind has the most to fetch and to lay out.
const sizeOf = (file: string): number => statSync(join('build', file)).size;
const paths = filesIn('build', 'index.html')
	.toSorted((a, b) => sizeOf(b) - sizeOf(a))
	.map((file) => `/${file.replace(/index\.html$/, '')}`);
const pages = sampleOf(paths, 1).map((path) => path.slice(1));

const server = await servePacked('build', join('.cache', 'brotli'));
const { browser, port } = await startAudited();
const low: string[] = [];
try {
	console.log(`Performance by Lighthouse, median of ${runs} loads, on its telephone with a slow line\n`);
	for (const path of pages.filter((each) => each.includes(values.only))) {
		const marks = [];
		for (let run = 0; run < runs; run++) marks.push(await judge(server.url + path, port, ['performance']));
		const scores = marks.map(({ scores: { performance = NaN } }) => performance);
		const middle = median(scores) ?? NaN;
		const isLow = !(middle >= least) && isHeld(path);
		console.log(
			`${path.padEnd(60)} ${String(middle).padStart(4)}   ${scores.join(' ')}${isLow ? '   TOO LOW' : ''}`
		);
		if (isLow) low.push(`${path}\n  ${marks.at(-1)!.faults.join('\n  ')}`);
	}
} finally {
	await browser.close();
	server.close();
}
if (low.length > 0) {
	console.log(`\nBelow ${least}:\n${low.join('\n')}`);
	process.exitCode = 1;
} else console.log(`\nEvery kind of page but the workbench has ${least} or more.`);
