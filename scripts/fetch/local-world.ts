import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { World } from './adapter.ts';
import { FetchProblem } from './problem.ts';
import { largestFile } from './table.ts';

/**
 * A world of files only, for what works on workbooks that are already there. A file that is too large is refused by
 * its size, before it is read.
 * @param root folder that paths start from
 */
export const localWorld = (root: string): World => ({
	get: (address) => Promise.reject(FetchProblem.of(address, 'een bestand op deze computer')),
	file(path) {
		const full = resolve(root, path);
		const refuse = (expected: string) => Promise.reject(FetchProblem.of(path, expected));
		if (!existsSync(full) || !statSync(full).isFile()) return refuse('dat dit bestand er is');
		if (statSync(full).size > largestFile)
			return refuse(`een bestand van hoogstens ${largestFile / 1024 / 1024} MB`);
		const body = readFileSync(full);
		const hash = createHash('sha256').update(body).digest('hex');
		return Promise.resolve({ address: path, type: '', body, hash });
	},
	progress: () => undefined
});
