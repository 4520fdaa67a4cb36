import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { checkNode, installDependencies } from './tools/dependencies.mjs';

/**
 * `after`: the steps without which this one says nothing.
 * @typedef {{ name: string, run: string[], after?: string[] }} Step
 */

/** Steps that keep one core busy each: two rows of them run beside each other. */
const rows = [
	[
		{ name: 'format', run: ['npx', '--no-install', 'prettier', '--check', '--log-level', 'warn', '.'] },
		{ name: 'lint', run: ['npm', 'run', '--silent', 'lint'] },
		{ name: 'types', run: ['npm', 'run', '--silent', 'types'] }
	],
	[
		{ name: 'data', run: ['npm', 'run', '--silent', 'data'] },
		{ name: 'build', run: ['npm', 'run', '--silent', 'build'], after: ['data'] },
		{ name: 'English', run: ['npm', 'run', '--silent', 'build', '--', '--try', 'en'], after: ['build'] }
	]
];

/** Steps that divide their work over the cores themselves, one by one. */
const last = [
	{ name: 'unit', run: ['npm', 'run', '--silent', 'unit'], after: ['data'] },
	{ name: 'built files', run: ['npm', 'run', '--silent', 'built'], after: ['build'] },
	{ name: 'browser', run: ['npm', 'run', '--silent', 'e2e'], after: ['build'] }
];

const { positionals: only } = parseArgs({ allowPositionals: true });
const isChosen = ({ name }) => only.length === 0 || only.includes(name);

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
/** What each step that failed printed last, by its name: said again at the end, below what passed after it. */
const failed = new Map();
const lastLines = 120;

/**
 * Runs a step and tells how it went. What it prints is shown as it comes, or where others run beside it, in one piece.
 * @param {Step} step
 */
async function run({ name, run: [command, ...words], after }, isAlone) {
	const since = performance.now();
	const missing = after?.find((each) => failed.has(each));
	let said = missing ? `Not run: "${missing}" failed\n` : '';
	let passed = false;
	console.log(`== ${name}`);
	try {
		if (!missing) {
			const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
			for (const stream of [child.stdout, child.stderr])
				stream.setEncoding('utf8').on('data', (text) => {
					said += text;
					if (isAlone) process.stdout.write(text);
				});
			const [status, signal] = await once(child, 'close');
			if (signal === 'SIGINT') process.exit(130);
			passed = status === 0;
		}
	} catch (error) {
		said += `${error.message}\n`;
	}
	if (!passed) failed.set(name, said);
	console.log(`${isAlone ? '' : said}-- ${name}: ${passed ? 'passed' : 'FAILED'} (${seconds(since)})\n`);
}

/** @param {Step[]} steps */
async function inTurn(steps, isAlone) {
	for (const step of steps.filter(isChosen)) await run(step, isAlone);
}

async function test() {
	checkNode();
	installDependencies();
	const start = performance.now();
	const count = [...rows.flat(), ...last].filter(isChosen).length;
	await Promise.all(rows.map((steps) => inTurn(steps, false)));
	await inTurn(last, true);
	for (const [name, said] of failed)
		console.log(
			`== ${name}, the end of what it printed\n${said.trimEnd().split('\n').slice(-lastLines).join('\n')}\n`
		);
	if (failed.size > 0) console.log(`Failed: ${[...failed.keys()].join(', ')}`);
	console.log(`Total ${seconds(start)}\n${count - failed.size} passed, ${failed.size} failed`);
	process.exitCode = failed.size > 0 || count === 0 ? 1 : 0;
}

try {
	await test();
} catch (error) {
	console.error(error.message);
	console.log('0 passed, 1 failed');
	process.exitCode = 1;
}
