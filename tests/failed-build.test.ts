import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectOf } from './small-site.ts';

const build = (root: string) =>
	spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], { cwd: root, encoding: 'utf8' });

test('a build with a mistake in its data leaves the site that was there, or puts it back', () => {
	const root = projectOf(resolve('data'));
	const page = join(root, 'build', 'index.html');
	appendFileSync(join(root, 'data', 'site.yaml'), 'onzin: ja\n');
	expect(build(root).stderr).toContain('build/ is er niet');
	for (const folder of ['build', '.cache']) mkdirSync(join(root, folder), { recursive: true });
	writeFileSync(page, 'the last good one');
	for (const isStopped of [false, true]) {
		if (isStopped) renameSync(join(root, 'build'), join(root, '.cache', 'build-last'));
		const { status, stderr } = build(root);
		expect(status).toBe(1);
		expect(stderr).toContain('De site is niet veranderd: build/ is nog de vorige versie.');
		expect(readFileSync(page, 'utf8')).toBe('the last good one');
		expect(existsSync(join(root, '.cache', 'build-last'))).toBe(false);
	}
});
