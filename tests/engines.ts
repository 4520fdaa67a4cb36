import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createDuckDB, NODE_RUNTIME, VoidLogger } from '@duckdb/duckdb-wasm/blocking';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

const path = '.cache/monitor.duckdb';

type Blocking = Awaited<ReturnType<typeof createDuckDB>>;
export type Wasm = ReturnType<Blocking['connect']>;

function needDatabase(): void {
	if (!existsSync(path)) throw new Error(`There is no ${path}: run npm run data first`);
}

/** The built database on the DuckDB that builds the pages. */
export async function startNative(): Promise<DuckDBConnection> {
	needDatabase();
	return (await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' })).connect();
}

/** The DuckDB of the browser, without any database. */
export async function startBlocking(): Promise<Blocking> {
	const dist = dirname(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm'));
	const bundle = (name: string) => ({
		mainModule: join(dist, `duckdb-${name}.wasm`),
		mainWorker: join(dist, `duckdb-node-${name}.worker.cjs`)
	});
	const engine = await createDuckDB({ mvp: bundle('mvp'), eh: bundle('eh') }, new VoidLogger(), NODE_RUNTIME);
	await engine.instantiate(() => undefined);
	engine.open({ path: ':memory:' });
	return engine;
}

/** What a page sets before it attaches the database: nothing may be fetched from elsewhere. */
export const recipe = [
	'set autoinstall_known_extensions = false',
	'set autoload_known_extensions = false',
	"attach 'monitor.duckdb' as monitor (read_only)"
];

/** The built database on the DuckDB of the browser, with the page's own recipe. */
export async function startWasm(): Promise<Wasm> {
	needDatabase();
	const engine = await startBlocking();
	engine.registerFileBuffer('monitor.duckdb', new Uint8Array(readFileSync(path)));
	const wasm = engine.connect();
	for (const sql of [...recipe, 'use monitor']) wasm.query(sql);
	return wasm;
}

/** The rows of an answer of the browser's engine, by the names of their columns. */
export const wasmRows = (answer: { toArray: () => unknown[] }): unknown[] =>
	answer.toArray().map((row) => (row as { toJSON: () => unknown }).toJSON());
