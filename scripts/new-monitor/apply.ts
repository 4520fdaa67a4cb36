import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { check } from '#scripts/check/rules.ts';
import { load } from '#scripts/check/load.ts';
import { formatProblem } from '#scripts/read/problem.ts';

/** Why no monitor was made, in words for the person who asked for it. */
export class NotMade extends Error {
	override readonly name = 'NotMade';
}

function write(root: string, files: ReadonlyMap<string, string>): void {
	for (const [path, content] of files) {
		const full = join(root, path);
		mkdirSync(dirname(full), { recursive: true });
		writeFileSync(`${full}.new`, content);
	}
	for (const path of files.keys()) renameSync(join(root, `${path}.new`), join(root, path));
}

/**
 * Writes files into a data folder, after a copy of it with those files has passed the check.
 * @param files whole contents by path from that folder
 */
export function applyPlan(root: string, files: ReadonlyMap<string, string>): void {
	const trial = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	try {
		cpSync(root, trial, { recursive: true });
		write(trial, files);
		const { problems } = check(load(trial));
		if (problems.length > 0)
			throw new NotMade(
				`De nieuwe monitor komt niet door de controle:\n${problems.map(formatProblem).join('\n')}`
			);
		write(root, files);
	} finally {
		rmSync(trial, { recursive: true, force: true });
	}
}
