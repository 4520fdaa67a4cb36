import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** Where the site is built and checked before it takes the place of the last good one. */
const fresh = '.cache/build';
const last = '.cache/build-last';

const { values } = parseArgs({ options: { 'as-of': { type: 'string' } } });
const asOf = values['as-of'] === undefined ? [] : ['--as-of', values['as-of']];

const steps: readonly (readonly [string, ...string[]])[] = [
	['tsx', 'scripts/build-data.ts', ...asOf],
	['vite', 'build', '--logLevel', 'warn'],
	['tsx', 'scripts/finish.ts', '--folder', fresh]
];

/** Puts the new build in its place with two renames; nothing is served half. */
function swap(): void {
	rmSync(last, { recursive: true, force: true });
	if (existsSync('build')) renameSync('build', last);
	renameSync(fresh, 'build');
	rmSync(last, { recursive: true, force: true });
}

function build(): boolean {
	rmSync(fresh, { recursive: true, force: true });
	for (const [command, ...words] of steps) {
		console.log(`\n> ${command} ${words.join(' ')}`);
		const { status } = spawnSync('npx', ['--no-install', command, ...words], {
			stdio: 'inherit',
			env: { ...process.env, BUILD_FOLDER: fresh }
		});
		if (status !== 0) return false;
	}
	swap();
	return true;
}

if (!build()) {
	console.error('\nDe site is niet veranderd: build/ is nog de vorige versie.');
	process.exitCode = 1;
}
