import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })), 60_000);

/** Takes out of a folder of data what is not about Zoetermeer, and most of its open figures: few pages build fast. */
export function onlyZoetermeer(data: string): void {
	for (const slug of ['westland', 'westerkwartier'])
		rmSync(join(data, 'monitors', slug), { recursive: true });
	const kept: Record<string, RegExp> = {
		'50090ned': /,(NL01|GM0637|WK0637..),(2012|2020),18/,
		'50150ned': /,GM0637,/,
		'84799ned': /,(GM0637|WK0637..),/,
		'85984ned': /,WK0637/
	};
	for (const [table, wanted] of Object.entries(kept)) {
		const path = join('observations', `${table}.csv`);
		const [head, ...lines] = readFileSync(join('data', path), 'utf8').trimEnd().split('\n');
		const own = [head, ...lines.filter((line) => wanted.test(line))];
		writeFileSync(join(data, path), `${own.join('\n')}\n`);
	}
}

/** A copy of the project in a folder of its own, with other data; removed after the tests. */
export function projectOf(data: string): string {
	const root = mkdtempSync(join(tmpdir(), 'doelenboom-site-'));
	made.push(root);
	for (const name of [
		'package.json',
		'svelte.config.js',
		'vite.config.ts',
		'tsconfig.json',
		'src',
		'scripts'
	])
		cpSync(name, join(root, name), { recursive: true });
	cpSync('static', join(root, 'static'), {
		recursive: true,
		filter: (path) => resolve(path) !== resolve('static/data')
	});
	cpSync(data, join(root, 'data'), { recursive: true });
	symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
	return root;
}

/**
 * Builds the whole site from another folder of data, in a folder of its own, as `npm run build` does.
 * @param address where the site would stand; pages have no pictures to share without one
 * @returns the root of that project; the site is in `build/`, and what the build said in `said`
 */
export function buildSite(
	data: string,
	address: string
): { root: string; status: number | null; said: string } {
	const root = projectOf(data);
	const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'tsx', 'scripts/build.ts'], {
		cwd: root,
		encoding: 'utf8',
		env: { ...process.env, NODE_ENV: 'production', VITEST: undefined, SITE_URL: address }
	});
	return { root, status, said: `${stdout}${stderr}` };
}
