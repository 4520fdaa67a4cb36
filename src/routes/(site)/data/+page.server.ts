import { holdings } from '#lib/db/queries/index.ts';
import type { Source } from '#lib/schema/source.ts';
import { correctionsOf } from '#lib/server/corrections.ts';
import { run } from '#lib/server/database.ts';
import { leftFile, publishedDatasets, sizeOf } from '#lib/server/downloads.ts';
import { keepsFile, releasesOf } from '#lib/server/citation/kept.ts';
import { model } from '#lib/server/model.ts';
import { describeTables } from '#lib/server/tables.ts';

/** How much of a source stands on this site, and over which years. */
async function amounts() {
	const tables = new Map((await run(holdings)).map((row) => [row.table, row]));
	const figures = model.monitors.flatMap((monitor) => monitor.figures);
	return ({ id, kind }: Source) => {
		if (kind === 'document')
			return { figures: figures.filter(({ document }) => document === id).length, missing: 0 };
		const held = tables.get(id);
		return (
			held && { figures: held.figures, missing: held.rows - held.figures, first: held.first, last: held.last }
		);
	};
}

async function files() {
	return (await publishedDatasets()).map(
		({ name, title, text, rows, table, values, csv, parquet, duckdb }) => ({
			name,
			title,
			text,
			rows,
			/** Where its number of rows stands among those that are counted: the table, and the source of its rows. */
			counted: `${table}|${values[0] ?? 'alle'}`,
			kinds: [
				{ kind: 'CSV', ...csv },
				{ kind: 'Parquet', ...parquet },
				{ kind: 'DuckDB', ...duckdb }
			]
		})
	);
}

/** What each release keeps at its own address, the newest first. */
const releases = () =>
	model.releases
		.map(({ date }) => ({
			date,
			monitors: model.monitors.flatMap(({ monitor: { slug, name } }) =>
				releasesOf(slug).includes(date) ? [{ slug, name }] : []
			),
			files: [
				{ name: 'values.csv', title: 'cijfers' },
				{ name: 'figures.csv', title: 'cijfers uit stukken' },
				{ name: 'amounts.csv', title: 'bedragen' },
				{ name: 'report-verdicts.csv', title: 'oordelen van rapporten' },
				{ name: 'release.json', title: 'doelen, afspraken en oordelen' }
			]
				.filter(({ name }) => keepsFile(date, name))
				.map(({ name, title }) => ({ ...leftFile(`${date}/${name}`), title }))
		}))
		.toReversed();

export async function load() {
	const amountOf = await amounts();
	const describe = (source: Source) => ({
		...source,
		amount: amountOf(source),
		receipts: model.receipts.filter((receipt) => receipt.source === source.id)
	});
	return {
		documents: model.sources.filter(({ kind }) => kind === 'document').map(describe),
		open: model.sources.filter(({ kind }) => kind === 'table').map(describe),
		corrections: correctionsOf(() => true),
		files: await files(),
		releases: releases(),
		// To 10 kB: a database of the same data differs by a few bytes from build to build, and pages may not.
		databases: ['monitor.duckdb', 'monitor.duckdb.gz'].map((file) => ({
			file,
			bytes: Math.round(sizeOf(file) / 10_000) * 10_000
		})),
		tables: await describeTables()
	};
}
