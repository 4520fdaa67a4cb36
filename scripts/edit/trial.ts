import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Dataset } from '#lib/schema/model.ts';
import { load } from '#scripts/check/load.ts';
import { check } from '#scripts/check/rules.ts';
import type { Problem } from '#scripts/read/problem.ts';
import type { FileChanges } from './monitor-files.ts';

const linkAll = (from: string, to: string, except: ReadonlySet<string>): void => {
	for (const name of readdirSync(from))
		if (!except.has(name)) symlinkSync(resolve(from, name), join(to, name));
};

/**
 * Holds a data folder against all its rules as if some files of a monitor were others. Nothing of the folder is written.
 */
export function tryOut(
	root: string,
	slug: string,
	files: FileChanges
): { dataset?: Dataset; problems: Problem[] } {
	const trial = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	const own = join(root, 'monitors', slug);
	try {
		linkAll(root, trial, new Set(['monitors']));
		const folder = join(trial, 'monitors', slug);
		mkdirSync(folder, { recursive: true });
		linkAll(join(root, 'monitors'), join(trial, 'monitors'), new Set([slug]));
		if (readdirSync(join(root, 'monitors')).includes(slug)) linkAll(own, folder, new Set(files.keys()));
		for (const [name, text] of files) if (text !== null) writeFileSync(join(folder, name), text);
		return check(load(trial));
	} finally {
		rmSync(trial, { recursive: true, force: true });
	}
}

/** Writes files of a monitor: all of them beside their places first, and then each in its place. */
export function writeFiles(root: string, slug: string, files: FileChanges): void {
	const folder = join(root, 'monitors', slug);
	mkdirSync(folder, { recursive: true });
	const path = (name: string): string => join(folder, name);
	for (const [name, text] of files) if (text !== null) writeFileSync(path(`.${name}.new`), text);
	for (const [name, text] of files)
		if (text === null) rmSync(path(name));
		else renameSync(path(`.${name}.new`), path(name));
}
