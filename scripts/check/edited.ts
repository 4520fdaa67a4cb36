import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Receipt } from '#lib/schema/receipt.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The lines of a file that begin with one of these and a comma, under its head. */
function partOf(text: string, starts: readonly string[]): string {
	const [head = '', ...lines] = text.split('\n');
	const wanted = new Set(starts);
	return `${[head, ...lines.filter((line) => wanted.has(line.split(',').slice(0, 3).join(',')))].join('\n')}\n`;
}

/**
 * The files in `data/` that a receipt speaks of and that are not what was fetched any more: somebody changed them since,
 * or took them away.
 * @param root folder of the data
 * @returns paths from that folder
 */
export function editedSince(
	root: string,
	{ source, hash, accounts, boundaries, changes }: Receipt
): string[] {
	const claims = [
		{ path: join('observations', `${source}.csv`), claimed: hash },
		{ path: join('expenditure', 'iv3.csv'), claimed: accounts?.hash, of: accounts?.of },
		{
			path: join('areas', `wijken-${boundaries?.year}.geojson`),
			// Boundaries without a year have no place in `data/`.
			claimed: boundaries?.year === undefined ? undefined : boundaries.hash
		},
		{ path: join('areas', 'changes', `${changes?.year}.csv`), claimed: changes?.hash }
	];
	return claims
		.filter(({ path, claimed, of }) => {
			if (claimed === undefined) return false;
			const full = join(root, path);
			if (!existsSync(full)) return true;
			const text = readFileSync(full, 'utf8');
			return hashOf(of ? partOf(text, of) : text) !== claimed;
		})
		.map(({ path }) => path);
}
