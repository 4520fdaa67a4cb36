import { stemOf } from '#scripts/fetch/write.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { checkMeasure, duplicates, type Known } from './known.ts';
import type { Loaded } from './load.ts';

/**
 * Feeds name a source, indicators and groups that are there; figures of a source come from one feed. What accounts are
 * made of has names of its own.
 */
export function checkFeeds({ feeds, sources }: Loaded, known: Known, problems: Problem[]): void {
	if (!feeds?.value) return;
	const report = (path: PropertyKey[], expected: string, value: unknown) =>
		problems.push(feeds.problemAt(path, expected, value));
	const all = feeds.value.map((each, i) => ({ ...each, i }));
	duplicates(
		all,
		({ id }) => id,
		({ i }, id) => report([i, 'id'], 'elke feed één keer', id)
	);
	duplicates(
		// Only figures have a file of their source to themselves: accounts share one, borders have one per year.
		all.filter((each) => stemOf(each) === each.source),
		({ source }) => source,
		({ i }, source) => report([i, 'source'], 'een bron die nog geen feed heeft', source)
	);
	for (const { i, adapter, source, measures, areas, breakdowns, accounts } of all) {
		// A subject of Swing is an indicator for one group, so an indicator may be more than one subject.
		const named = adapter === 'swing' ? breakdowns?.['onderwerp'] : undefined;
		const groups = typeof named === 'object' ? named : {};
		if (sources?.value && measures.length > 0 && !accounts && !known.boundaries.has(source))
			report([i, 'source'], 'een bron in sources.yaml met het jaar van de grenzen (boundaries)', source);
		else if (!known.sources.has(source)) report([i, 'source'], 'een bron uit sources.yaml', source);
		duplicates(
			measures.map(({ name, indicator }, j) => ({ name, indicator, j })),
			({ name, indicator }) => [indicator, groups[name]].filter(Boolean).join(', '),
			({ j }, indicator) => report([i, 'measures', j, 'indicator'], 'elke indicator één keer', indicator)
		);
		for (const [j, { indicator }] of accounts ? [] : measures.entries()) {
			checkMeasure({ indicator }, known, (field, expected, value) =>
				report([i, 'measures', j, field], expected, value)
			);
			const tables = known.indicators?.get(indicator)?.tables;
			if (tables && !Object.hasOwn(tables, source))
				report(
					[i, 'measures', j, 'indicator'],
					`een indicator die in indicators.yaml de tabel ${source} heeft`,
					indicator
				);
		}
		for (const [j, code] of areas.entries())
			if (!known.codes.has(code)) report([i, 'areas', j], 'een gebied uit data/areas', code);
		for (const [dimension, categories] of accounts ? [] : Object.entries(breakdowns ?? {}))
			for (const [key, breakdown] of categories === 'codes' ? [] : Object.entries(categories))
				for (const { indicator } of categories === named
					? measures.filter(({ name }) => name === key)
					: measures)
					checkMeasure({ indicator, breakdown }, known, (field, expected, value) => {
						if (field === 'breakdown') report([i, 'breakdowns', dimension, key], expected, value);
					});
	}
}
