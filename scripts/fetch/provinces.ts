import { group } from 'd3';
import { isProvince, type Feed } from '#lib/schema/feed.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import { areaOf } from './areas.ts';
import type { Dimension } from './categories.ts';
import { FetchProblem } from './problem.ts';

/**
 * The areas of a feed with the gemeenten of a province in its place: tables of v4 put those under a heading that ends in
 * its code (`GMPV20`).
 * @throws a `FetchProblem` where the table has no such heading
 */
export const withGemeenten = ({ areas }: Feed, { id, categories }: Dimension, file: string): string[] =>
	areas.flatMap((code) => {
		if (!isProvince(code)) return [code];
		const found = categories.filter(({ key, group: heading }) => /^GM/.test(key) && heading?.endsWith(code));
		if (found.length > 0) return found.map(({ key }) => areaOf(key));
		throw FetchProblem.of(
			file,
			`een provincie waarvan kolom "${id}" zegt welke gemeenten erin liggen; noem anders die gemeenten zelf`,
			code
		);
	});

/** Rows without the gemeenten of a province that were gone before the first period: of those nothing can be there. */
export function withoutGone(
	rows: readonly TidyRow[],
	{ areas }: Feed
): { rows: TidyRow[]; remarks: string[] } {
	if (!areas.some(isProvince)) return { rows: [...rows], remarks: [] };
	const named = new Set(areas);
	const gone = [...group(rows, ({ area }) => area)]
		.filter(([code, own]) => !named.has(code) && own.every(({ status }) => status === 'not-applicable'))
		.map(([code]) => code)
		.toSorted();
	const left = new Set(gone);
	return {
		rows: rows.filter(({ area }) => !left.has(area)),
		remarks:
			gone.length > 0 ? [`Gemeenten die er in deze jaren niet waren, doen niet mee: ${gone.join(', ')}.`] : []
	};
}
