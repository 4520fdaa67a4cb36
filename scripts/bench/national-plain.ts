import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { tellOutcome } from './national-sums.ts';

const { values } = parseArgs({ options: { folder: { type: 'string', default: '.' } } });

/** What plain DuckDB needs for the same figures, when they are a tidy CSV already. */
async function run(): Promise<void> {
	const start = performance.now();
	const instance = await DuckDBInstance.create(join(values.folder, 'plain.duckdb'));
	const connection = await instance.connect();
	const path = join(values.folder, 'national.csv').replaceAll("'", "''");
	await connection.run(`create table observation as select * from read_csv('${path}', header = true)`);
	await connection.run('checkpoint');
	await tellOutcome(connection, (performance.now() - start) / 1000);
}

await run();
