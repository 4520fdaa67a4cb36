import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { compareTables, type TableChange } from '#lib/domain/change/compare.ts';
import { compareLabels } from '#lib/domain/change/labels.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { Unit } from '#lib/schema/indicator.ts';
import { observation } from '#lib/schema/observation.ts';
import { tidyBreakdown } from '#lib/schema/tidy.ts';
import { readCsv } from '#scripts/read/csv.ts';
import { readText } from '#scripts/read/text.ts';
import type { Fetched } from './adapter.ts';
import { labelsBefore } from './labels-before.ts';
import { FetchProblem } from './problem.ts';

/** A row of a file of figures, with any group that a feed may bring in. */
const kept = z.strictObject({ ...observation.shape, breakdown: tidyBreakdown });

/** Where the figures of a source stand in `data/`. */
export const placeOf = (data: string, source: string): string => join(data, 'observations', `${source}.csv`);

/**
 * How what was fetched differs from what stands in `data/`.
 * @returns `undefined` where nothing stands there yet
 * @throws a `FetchProblem` where the file in `data/` cannot be read
 */
export function changeOf(
	data: string,
	feed: Feed,
	{ rows, labels }: Pick<Fetched, 'rows' | 'labels'>,
	unitOf: (indicator: string) => Unit | undefined
): TableChange | undefined {
	const path = placeOf(data, feed.source);
	if (!existsSync(path)) return undefined;
	const { text, problems } = readText(path, path);
	const file =
		text === undefined ? { rows: [], problems } : readCsv(text, path, Object.keys(kept.shape), kept);
	if (file.problems.length > 0) throw new FetchProblem(file.problems);
	return compareTables(
		file.rows.map(({ row }) => row),
		rows,
		unitOf,
		labels && compareLabels(labelsBefore(data, feed), labels)
	);
}
