import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Model } from '#lib/schema/model.ts';
import { check } from './check/rules.ts';
import { load } from './check/load.ts';
import { formatProblem } from './read/problem.ts';
import { asked, type Asked, type Words } from './report/asked.ts';
import { printPage } from './report/print.ts';
import { serve } from './serve.mjs';

const usage = `Zo maakt u een rapport of een wijkprofiel als PDF:
  npm run report -- --monitor westland --period 2017
  npm run report -- --monitor westland --period 2017 --as-of 2018-12-31 --out rapport.pdf
  npm run report -- --monitor westland --area WK178301`;

/** Where a page for another day is built: never in the place of the site. */
const apart = '.cache/report';

function readWords(): Words | undefined {
	const option = { type: 'string' } as const;
	try {
		return parseArgs({
			options: { monitor: option, period: option, area: option, 'as-of': option, out: option }
		}).values;
	} catch (error) {
		console.error((error as Error).message);
		return undefined;
	}
}

/** The checked texts of `data/`, or nothing after naming all that is wrong in them. */
function readModel(): Model | undefined {
	const { dataset, problems } = check(load('data'));
	for (const problem of problems) console.error(formatProblem(problem));
	return dataset?.model;
}

/** The day on which the built page of a report stands. */
function builtDay(folder: string, path: string): string | undefined {
	const file = join(folder, path, 'index.html');
	return existsSync(file) ? (/data-as-of="([^"]+)"/.exec(readFileSync(file, 'utf8'))?.[1] ?? '') : undefined;
}

/** The folder that holds the page: the site as it was built, or else one that is built for this day. */
function folderFor({ path, asOf }: Asked): string | undefined {
	const day = builtDay('build', path);
	if (day !== undefined && (asOf === undefined || day === asOf)) return 'build';
	console.log(
		`   ${day === undefined ? 'Deze pagina is nog niet gebouwd' : `build/ staat op ${day}`}; dit duurt een minuut.`
	);
	const steps = [
		['tsx', 'scripts/build-data.ts'],
		['vite', 'build', '--logLevel', 'error']
	];
	const env = { ...process.env, BUILD_FOLDER: apart, ...(asOf !== undefined && { REPORT_AS_OF: asOf }) };
	for (const words of steps) {
		const { status } = spawnSync('npx', ['--no-install', ...words], {
			stdio: ['ignore', 'ignore', 'inherit'],
			env
		});
		if (status !== 0) return undefined;
	}
	return apart;
}

async function report(): Promise<boolean> {
	const words = readWords();
	if (!words || Object.keys(words).length === 0) {
		console.error(usage);
		return false;
	}
	console.log('1/3 Gegevens lezen…');
	const model = readModel();
	if (!model) return false;
	const { wanted, problems } = asked(words, model);
	if (!wanted) {
		for (const problem of problems) console.error(problem);
		console.error(`\n${usage}`);
		return false;
	}
	console.log('2/3 De pagina klaarzetten…');
	const folder = folderFor(wanted);
	if (!folder) {
		console.error('De pagina is niet gebouwd, dus er is geen PDF gemaakt.');
		return false;
	}
	console.log('3/3 PDF maken met Chromium…');
	const { url, close } = await serve({ folder, port: 0 });
	try {
		mkdirSync(dirname(wanted.out), { recursive: true });
		await printPage(new URL(wanted.path.slice(1), url).href, wanted.out);
	} finally {
		await close();
		rmSync(apart, { recursive: true, force: true });
	}
	console.log(`Klaar: ${wanted.out}`);
	return true;
}

try {
	if (!(await report())) process.exitCode = 1;
} catch (error) {
	console.error((error as Error).message);
	process.exitCode = 1;
}
