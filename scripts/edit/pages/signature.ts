import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What tells whether files of a data folder changed, those of monitors left out: their paths, sizes and times. */
export function signature(root: string): string {
	return readdirSync(root, { recursive: true, encoding: 'utf8' })
		.filter((path) => path.split(/[\\/]/)[0] !== 'monitors')
		.toSorted()
		.map((path) => {
			const { size, mtimeMs } = statSync(join(root, path));
			return `${path} ${size} ${mtimeMs}`;
		})
		.join('\n');
}
