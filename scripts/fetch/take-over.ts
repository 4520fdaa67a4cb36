import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Feed } from '#lib/schema/feed.ts';
import type { Receipt } from '#lib/schema/receipt.ts';
import { accountsPlace, readAccounts, withAccounts } from './accounts-file.ts';
import { placeOf } from './change.ts';
import { changesPlace } from './changes-file.ts';
import { boundariesPlace } from './gone-boundaries.ts';
import { stemOf } from './write.ts';

/**
 * Takes what was fetched over into `data/`, with its receipt: all files are written beside their places first, then
 * moved. Boundaries without a year have no place there.
 */
export function takeOver(out: string, data: string, feed: Feed, receipt: Receipt): void {
	const stem = stemOf(feed);
	const made = (end: string) => readFileSync(join(out, `${stem}.${end}`), 'utf8');
	const texts = new Map<string, string>();
	if (receipt.rows !== undefined) texts.set(placeOf(data, feed.source), made('csv'));
	if (receipt.accounts)
		texts.set(
			accountsPlace(data),
			withAccounts(readAccounts(data).lines, made('csv').trimEnd().split('\n').slice(1))
		);
	if (receipt.boundaries?.year !== undefined)
		texts.set(boundariesPlace(data, receipt.boundaries.year), made('geojson'));
	if (receipt.changes) texts.set(changesPlace(data, receipt.changes.year), made('areas.csv'));
	texts.set(join(data, 'receipts', `${stem}.json`), made('receipt.json'));
	for (const [path, text] of texts) {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(`${path}.new`, text);
	}
	for (const path of texts.keys()) renameSync(`${path}.new`, path);
}
