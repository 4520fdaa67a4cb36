import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packedEnding } from '../finish/pack.ts';
import { filesIn } from '../finish/rules.ts';
import type { Manifest } from '#lib/schema/manifest.ts';

/** Where a built site keeps the hashes of all its other files. */
export const manifestFile = 'hashes.json';

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The hashes of every file in a folder, by path; the manifest itself is not in it, nor what holds another file packed. */
export function manifestOf(folder: string): Manifest {
	const names = filesIn(folder, '').filter((name) => name !== manifestFile && !name.endsWith(packedEnding));
	return {
		format: 1,
		files: Object.fromEntries(
			names.map((name) => {
				const content = readFileSync(join(folder, name));
				return [name.replaceAll('\\', '/'), { bytes: content.length, sha256: sha256(content) }];
			})
		)
	};
}
