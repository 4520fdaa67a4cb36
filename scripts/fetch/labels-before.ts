import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { area } from '#lib/schema/area.ts';
import type { Feed } from '#lib/schema/feed.ts';
import { receipt, type Labels } from '#lib/schema/receipt.ts';
import { readCsv } from '#scripts/read/csv.ts';
import { readJson } from '#scripts/read/json.ts';
import { readText } from '#scripts/read/text.ts';
import { FetchProblem } from './problem.ts';

const columns = Object.keys(area.shape);

/** Names in the lists of areas of `data/`, on the boundaries of a feed. */
function listedNames(data: string, { boundaries }: Feed): Record<string, string> {
	const folder = join(data, 'areas');
	if (boundaries === undefined || !existsSync(folder)) return {};
	const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
	const rows = names.flatMap((name) => {
		const path = join(folder, name);
		const { text } = readText(path, path);
		// What is wrong in a list is told by the check; here a line that cannot be read has no name.
		return text === undefined ? [] : readCsv(text, path, columns, row).rows;
	});
	return Object.fromEntries(
		rows
			.filter((each) => each.row.boundaries === String(boundaries))
			.map((each) => [each.row.code, each.row.name])
	);
}

const row = area.extend({ boundaries: area.shape.name });

/**
 * What the publisher called everything when the figures in `data/` were fetched, by their receipt. Without one the
 * lists of areas still know the names of areas.
 * @throws a `FetchProblem` where the receipt cannot be read
 */
export function labelsBefore(data: string, feed: Feed): Labels {
	const path = join(data, 'receipts', `${feed.source}.json`);
	const listed = feed.adapter === 'pdok' ? {} : listedNames(data, feed);
	if (!existsSync(path)) return { measures: {}, groups: {}, areas: listed };
	const { text, problems } = readText(path, path);
	const file = text === undefined ? { problems } : readJson(text, path, receipt);
	if (file.problems.length > 0) throw new FetchProblem(file.problems);
	const known = 'value' in file ? file.value?.labels : undefined;
	return {
		measures: known?.measures ?? {},
		groups: known?.groups ?? {},
		areas: { ...listed, ...known?.areas }
	};
}
