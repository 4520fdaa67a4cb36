import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { installChromium } from './tools/chromium.mjs';
import { checkNode, installDependencies } from './tools/dependencies.mjs';

/**
 * The steps in order; `after` names the ones without which a step says nothing.
 * @type {{ name: string, run: string[], after?: string[], browser?: boolean }[]}
 */
const steps = [
	{ name: 'format', run: ['npx', '--no-install', 'prettier', '--check', '--log-level', 'warn', '.'] },
	{ name: 'data', run: ['npm', 'run', '--silent', 'data'] },
	{ name: 'lint', run: ['npm', 'run', '--silent', 'lint'] },
	{ name: 'types', run: ['npm', 'run', '--silent', 'types'] },
	{ name: 'unit', run: ['npm', 'run', '--silent', 'unit'], after: ['data'] },
	{ name: 'build', run: ['npm', 'run', '--silent', 'build'], after: ['data'] },
	{ name: 'built files', run: ['npm', 'run', '--silent', 'built'], after: ['build'] },
	{ name: 'browser', run: ['npm', 'run', '--silent', 'e2e'], after: ['build'], browser: true }
];

const { positionals: only } = parseArgs({ allowPositionals: true });

function run({ run: [command, ...words], browser }) {
	const env = { ...process.env };
	if (browser) env.CHROMIUM = installChromium();
	const { status, signal } = spawnSync(command, words, { stdio: 'inherit', env });
	if (signal === 'SIGINT') process.exit(130);
	return status === 0;
}

function test() {
	checkNode();
	installDependencies();
	const start = performance.now();
	const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
	const failed = new Set();
	const chosen = steps.filter(({ name }) => only.length === 0 || only.includes(name));
	for (const [i, step] of chosen.entries()) {
		const missing = step.after?.find((name) => failed.has(name));
		console.log(`\n== ${i + 1}/${chosen.length} ${step.name}`);
		const since = performance.now();
		let passed = false;
		try {
			if (missing) console.log(`Not run: "${missing}" failed`);
			else passed = run(step);
		} catch (error) {
			console.error(error.message);
		}
		if (!passed) failed.add(step.name);
		console.log(`-- ${step.name}: ${passed ? 'passed' : 'FAILED'} (${seconds(since)})`);
	}
	if (failed.size > 0) console.log(`\nFailed: ${[...failed].join(', ')}`);
	console.log(`Total ${seconds(start)}\n${chosen.length - failed.size} passed, ${failed.size} failed`);
	process.exitCode = failed.size > 0 || chosen.length === 0 ? 1 : 0;
}

try {
	test();
} catch (error) {
	console.error(error.message);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
}
