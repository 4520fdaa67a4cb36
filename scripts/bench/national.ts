import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { rivmFolder as folder } from '#scripts/read/raw-files.ts';
import { outcome, type Outcome } from './national-sums.ts';

/** Loading the whole country may take no more, in megabytes. */
const most = 1024;

/** Runs a part in a process of its own, so that its memory is its own too. */
function measure(script: string, made: string, ...words: string[]): Outcome {
	const { status, stdout } = spawnSync(
		'npx',
		['--no-install', 'tsx', join('scripts', 'bench', script), '--folder', made, ...words],
		{ encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }
	);
	if (status !== 0) throw new Error(`${script} stopped with ${status ?? 'a signal'}`);
	return outcome.parse(JSON.parse(stdout));
}

const line = (name: string, { figures, seconds, megabytes }: Outcome): string =>
	[
		name.padEnd(46),
		`${seconds.toFixed(1)} s`.padStart(9),
		`${megabytes.toFixed(0)} MB`.padStart(9),
		`${Math.round(figures / seconds).toLocaleString('en')} rows/s`.padStart(18)
	].join('');

function bench(): void {
	const workbooks = readdirSync(folder).filter((name) => name.endsWith('.xlsx'));
	const made = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	try {
		const ours = measure('national-load.ts', made, ...workbooks.map((name) => resolve(folder, name)));
		const plain = measure('national-plain.ts', made);
		console.log(
			`${ours.figures.toLocaleString('en')} figures of ${ours.areas.toLocaleString('en')} areas, ` +
				`${ours.indicators} indicators, ${workbooks.length} workbooks; ${ours.known.toLocaleString('en')} have a value\n`
		);
		console.log(line('workbooks: read, checked and built', ours));
		console.log(line('plain DuckDB: read_csv of the same as tidy CSV', plain));
		const isSame = (['figures', 'known', 'areas', 'indicators'] as const).every(
			(key) => ours[key] === plain[key]
		);
		if (!isSame || Math.abs(ours.total - plain.total) > 0.001)
			throw new Error(`not the same figures: ${JSON.stringify([ours, plain])}`);
		if (ours.megabytes > most)
			throw new Error(`${ours.megabytes.toFixed(0)} MB is more than the ${most} MB that it may take`);
		console.log(`\nThe same figures in both. Peak memory is below ${most} MB.`);
	} finally {
		rmSync(made, { recursive: true, force: true });
	}
}

if (existsSync(folder))
	try {
		bench();
	} catch (error) {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	}
else console.log(`Not run: the workbooks of RIVM are not in ${folder}`);
