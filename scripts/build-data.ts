import {
	copyFileSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { count } from '#lib/domain/format.ts';
import { datasetsOf } from '#lib/db/datasets.ts';
import type { Dataset } from '#lib/schema/model.ts';
import { checkAnswers } from './check/answers.ts';
import { check } from './check/rules.ts';
import { load } from './check/load.ts';
import { tellEdited } from './check/receipts.ts';
import { tellLaterReleases } from './check/releases.ts';
import { sameBytes, writeDatasets } from './database/files.ts';
import { fill } from './database/fill.ts';
import { mostTogether, writeParts } from './database/parts.ts';
import { publishable } from './disclosure/apply.ts';
import { formatProblem } from './read/problem.ts';

const { values } = parseArgs({
	options: {
		data: { type: 'string', default: 'data' },
		cache: { type: 'string', default: '.cache' },
		published: { type: 'string', default: 'static/data' },
		together: { type: 'string', default: String(mostTogether) },
		'as-of': { type: 'string' }
	}
});

/** Writes the whole file beside its place and then moves it there, so that a broken build leaves the last one. */
function replace(path: string, content: Buffer | string): void {
	writeFileSync(`${path}.new`, content);
	renameSync(`${path}.new`, path);
}

/**
 * Puts each release where its address stays the same for good, byte for byte as `data/releases/` keeps it.
 * @param days of the releases up to the day on which the site stands
 */
function copyReleases(days: readonly string[]): void {
	for (const day of days) {
		mkdirSync(join(values.published, day), { recursive: true });
		for (const file of ['release.json', 'values.csv', 'figures.csv', 'amounts.csv', 'report-verdicts.csv']) {
			const [kept, published] = [join(values.data, 'releases', day, file), join(values.published, day, file)];
			if (existsSync(kept)) copyFileSync(kept, published);
			else rmSync(published, { force: true });
		}
	}
}

/** Removes what an earlier build left for the site and this one did not make. */
function removeOthers(kept: readonly string[]): void {
	for (const name of readdirSync(values.published))
		if (!kept.includes(name)) rmSync(join(values.published, name), { recursive: true });
}

/** Everything in `static/data/`, which the site publishes as it is. */
async function writePublished(database: string, { model, observations }: Dataset): Promise<void> {
	const bytes = readFileSync(database);
	replace(join(values.published, 'monitor.duckdb'), bytes);
	replace(join(values.published, 'monitor.duckdb.gz'), gzipSync(bytes, { level: 9 }));
	const tables = [...new Set(observations.map(({ table }) => table))];
	const datasets = datasetsOf(model.sources, tables, model.corrections.length > 0);
	await writeDatasets(database, datasets, values.published);
	const days = model.releases.map(({ date }) => date);
	copyReleases(days);
	const files = datasets.flatMap(({ name }) => [`${name}.duckdb`, `${name}.parquet`]);
	const parts =
		observations.length > Number(values.together) ? await writeParts(database, values.published) : [];
	removeOthers(['monitor.duckdb', 'monitor.duckdb.gz', ...files, ...parts, ...days]);
}

async function main(): Promise<void> {
	console.log('1/3 Gegevens controleren…');
	const loaded = load(values.data, undefined, undefined, values['as-of']);
	const checked = check(loaded);
	for (const line of [...tellLaterReleases(loaded), ...tellEdited(loaded)]) console.log(line);
	const { dataset, told, ...held } = checked.dataset
		? await publishable(loaded, checked.dataset)
		: { ...checked, told: [] };
	const asked = dataset ? await checkAnswers(loaded, dataset) : { ...held, told: [] };
	for (const line of [...told, ...asked.told]) console.log(line);
	if (!dataset || asked.problems.length > 0) {
		for (const problem of asked.problems) console.error(formatProblem(problem));
		console.error(
			`\n${count(asked.problems.length, 'ding', 'dingen')} om te verbeteren in ${values.data}/. De vorige versie van de site blijft staan.`
		);
		process.exitCode = 1;
		return;
	}
	console.log(
		`2/3 Database maken van ${dataset.observations.length} waarnemingen en ${dataset.expenditure.length} uitgaven…`
	);
	for (const folder of [values.cache, values.published]) mkdirSync(folder, { recursive: true });
	const database = join(values.cache, 'monitor.duckdb');
	const fresh = `${database}.new`;
	rmSync(fresh, { force: true });
	const instance = await DuckDBInstance.create(fresh, sameBytes);
	const connection = await instance.connect();
	await fill(connection, dataset);
	await connection.run('checkpoint');
	connection.closeSync();
	instance.closeSync();
	renameSync(fresh, database);
	console.log('3/3 Bestanden voor de site schrijven…');
	replace(join(values.cache, 'model.json'), JSON.stringify(dataset.model));
	await writePublished(database, dataset);
}

await main();
