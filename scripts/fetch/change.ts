import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compareTables, type TableChange } from '#lib/domain/change/compare.ts';
import type { Unit } from '#lib/schema/indicator.ts';
import { observation } from '#lib/schema/observation.ts';
import { tidyBreakdown, type TidyRow } from '#lib/schema/tidy.ts';
import { readCsv } from '#scripts/read/csv.ts';
import { readText } from '#scripts/read/text.ts';
import { FetchProblem } from './problem.ts';

/** A row of a file of figures, with any group that a feed may bring in. */
const kept = z.strictObject({ ...observation.shape, breakdown: tidyBreakdown });

/** Where the figures of a source stand in `data/`. */
const placeOf = (data: string, source: string): string => join(data, 'observations', `${source}.csv`);

/**
 * How what was fetched differs from what stands in `data/`.
 * @returns `undefined` where nothing stands there yet
 * @throws a `FetchProblem` where the file in `data/` cannot be read
 */
export function changeOf(
	data: string,
	source: string,
	rows: readonly TidyRow[],
	unitOf: (indicator: string) => Unit | undefined
): TableChange | undefined {
	const path = placeOf(data, source);
	if (!existsSync(path)) return undefined;
	const { text, problems } = readText(path, path);
	const file =
		text === undefined ? { rows: [], problems } : readCsv(text, path, Object.keys(kept.shape), kept);
	if (file.problems.length > 0) throw new FetchProblem(file.problems);
	return compareTables(
		file.rows.map(({ row }) => row),
		rows,
		unitOf
	);
}

/** Takes figures and their receipt over into `data/`: both are written beside their places first, then moved. */
export function takeOver(out: string, data: string, source: string): void {
	const receipts = join(data, 'receipts');
	mkdirSync(receipts, { recursive: true });
	mkdirSync(join(data, 'observations'), { recursive: true });
	const moves = [
		[join(out, `${source}.csv`), placeOf(data, source)],
		[join(out, `${source}.receipt.json`), join(receipts, `${source}.json`)]
	] as const;
	for (const [from, to] of moves) writeFileSync(`${to}.new`, readFileSync(from));
	for (const [, to] of moves) renameSync(`${to}.new`, to);
}
