import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { columnTexts } from '#lib/db/columns.ts';
import { databaseWithoutFigures, partFile, Parts, type PartEngine } from '#lib/db/parts.ts';
import { writeParts } from '#scripts/database/parts.ts';
import { indicators, writeCountry } from './country.fixture.ts';
import { recipe, startBlocking, wasmRows, type Wasm } from './engines.ts';

const folder = mkdtempSync(join(tmpdir(), 'doelenboom-parts-'));
const published = join(folder, 'data');
const whole = join(folder, 'monitor.duckdb');
let native: DuckDBConnection;
let named: string[];

beforeAll(async () => {
	await writeCountry(whole);
	named = await writeParts(whole, published);
	native = await (await DuckDBInstance.create(whole, { access_mode: 'READ_ONLY' })).connect();
});
afterAll(() => {
	native.closeSync();
	rmSync(folder, { recursive: true, force: true });
});

const unpacked = (file: string) => new Uint8Array(gunzipSync(readFileSync(join(published, `${file}.gz`))));

const locks = ['set enable_external_access = false', 'set lock_configuration = true'];

let wasm: Wasm;
let parts: Parts;
let engine: PartEngine;
/** Indicators whose files were fetched, and what was told before that. */
let fetched: string[];
let told: [number, number][];

async function start(read = unpacked): Promise<void> {
	const blocking = await startBlocking();
	blocking.registerFileBuffer('monitor.duckdb', unpacked(databaseWithoutFigures));
	wasm = blocking.connect();
	for (const sql of recipe) wasm.query(sql);
	engine = {
		query: (sql) => Promise.resolve().then(() => wasm.query(sql)),
		give: (file) => {
			fetched.push(indicators.find((each) => partFile(each) === file)!);
			blocking.registerFileBuffer(file, read(file));
			return Promise.resolve();
		}
	};
	await open();
}

async function open(): Promise<void> {
	[fetched, told] = [[], []];
	parts = (await Parts.open(engine))!;
	wasm.query('use monitor');
}

/** Begins again without any figures, in an engine that is not locked. */
async function forget(): Promise<void> {
	const attached = wasmRows(
		wasm.query(
			"select database_name as name from duckdb_databases() where database_name like 'per-indicator/%'"
		)
	) as { name: string }[];
	for (const { name } of attached) wasm.query(`detach "${name}"`);
	wasm.query('detach loaded');
	await open();
}

beforeAll(() => start(), 60_000);
beforeEach(() => forget());

const tell = (count: number, bytes: number) => void told.push([count, bytes]);

async function ask(sql: string): Promise<unknown[]> {
	await parts.bring(sql, tell);
	return wasmRows(wasm.query(sql));
}
const wholeRows = async (sql: string) => (await native.runAndReadAll(sql)).getRowObjectsJS();

/** Statements with the indicators that they need, as the engine sees it. */
const statements: [string, string[]][] = [
	["select area, period, value, status from observation where indicator = 'roken' order by all", ['roken']],
	["select count(*)::int as n from observation where indicator in ('roken', 'stress')", ['roken', 'stress']],
	[
		"select count(*)::int as n from observation where indicator <> 'roken' and indicator not like 'a%'",
		['eenzaamheid', 'stress', 'wmo-clienten']
	],
	["select max(period)::int as p from observation where indicator > 'stress'", ['wmo-clienten']],
	["from monitor.observation where indicator = 'stress' and value > 99 order by all", ['stress']],
	["select count(*)::int as n from observation where indicator = 'stress' and value is null", ['stress']],
	["select count(*)::int as n from observation where indicator = 'stress' and period = 2020", ['stress']],
	["select count(*)::int as n from observation where indicator = 'nergens'", []],
	['select id from indicator order by id', []],
	[
		`with o as (select * from observation where breakdown = '18+')
		select x.area, x.value - y.value as verschil from o x join o y using (area, period)
		where x.indicator = 'roken' and y.indicator = 'stress' order by all`,
		['roken', 'stress']
	],
	["select sum(value)::int as s from converted where indicator = 'roken'", ['roken']],
	['select indicator, count(value)::int as n from observation group by all order by all', [...indicators]],
	[
		`select count(*)::int as n from observation o join indicator i on i.id = o.indicator where i.title = 'roken'`,
		[...indicators]
	],
	["select (select count(*) from observation where indicator = 'armoede')::int as a, 1 as b", ['armoede']]
];

describe('the files', () => {
	test('hold one indicator each, and all the rest stands in one without figures', () => {
		expect(named).toEqual([`${databaseWithoutFigures}.gz`, 'per-indicator']);
		expect(readdirSync(published).toSorted()).toEqual(named.toSorted());
		expect(readdirSync(join(published, 'per-indicator'))).toEqual(
			indicators.map((each) => `${each}.duckdb.gz`)
		);
	});

	test('say what every column is', () => {
		const [row] = wasmRows(
			wasm.query(
				"select comment from duckdb_columns() where table_name = 'observation' and schema_name = 'main' and database_name = 'monitor' and column_name = 'area'"
			)
		);
		expect(row).toEqual({ comment: columnTexts.observation.area });
	});
});

describe('a statement', () => {
	test.each(statements)('fetches only what it needs, and gives the same rows: %s', async (sql, needed) => {
		const rows = await ask(sql);
		expect(rows).toEqual(await wholeRows(sql));
		expect(fetched.toSorted()).toEqual(needed.toSorted());
		expect(told).toEqual(needed.length === 0 ? [] : [[needed.length, expect.any(Number)]]);
	});

	test('asks for no file twice, and the next one only for what is new', async () => {
		await ask("select count(*)::int as n from observation where indicator = 'roken'");
		await ask("select count(*)::int as n from observation where indicator in ('roken', 'stress')");
		expect(fetched).toEqual(['roken', 'stress']);
	});

	test('with any condition gives the same as on the whole', async () => {
		const name = fc.constantFrom(...indicators, 'nergens').map((each) => `'${each}'`);
		const leaf = fc.oneof(
			fc.tuple(fc.constantFrom('=', '<>', '<', '>='), name).map((both) => `indicator ${both.join(' ')}`),
			fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `indicator in (${names.join(', ')})`),
			fc.constantFrom('%e%', 's%', '%n').map((like) => `indicator like '${like}'`),
			fc.integer({ min: 0, max: 100 }).map((value) => `value > ${value}`),
			fc.constantFrom('2012', '2020', '1999').map((period) => `period = ${period}`),
			fc.constantFrom('value is null', "status = 'suppressed'", 'n is not null', 'lower < 3')
		);
		const { condition } = fc.letrec<{ condition: string }>((tie) => ({
			condition: fc.oneof(
				{ depthSize: 'small' },
				leaf,
				fc
					.tuple(tie('condition'), fc.constantFrom('and', 'or'), tie('condition'))
					.map((three) => `(${three.join(' ')})`),
				tie('condition').map((inner) => `not ${inner}`)
			)
		}));
		await fc.assert(
			fc.asyncProperty(condition, async (where) => {
				await forget();
				const sql = `select indicator, count(*)::int as n, sum(value * 10)::int as s from observation where ${where} group by all order by all`;
				expect(await ask(sql)).toEqual(await wholeRows(sql));
			}),
			{ numRuns: 40 }
		);
	});

	test('that pivots reads figures before it has a plan, and still needs only its own', async () => {
		const sql =
			"select * from (pivot (from observation where indicator = 'roken' and period > 2012) on period using sum(value)::int group by breakdown)";
		expect(await ask(sql)).toEqual(await wholeRows(sql));
		expect(fetched).toEqual(['roken']);
	});

	test('with a condition that the engine does not see through costs more files, and no row', async () => {
		const sql = `with o as (select * from observation where breakdown = '18+')
			select x.area, x.value - y.value as verschil from o x join o y using (area, period)
			where x.indicator = 'roken' and y.indicator = 'stress' and x.period = 2020 order by all`;
		expect(await ask(sql)).toEqual(await wholeRows(sql));
		expect(fetched).toEqual(expect.arrayContaining(['roken', 'stress']));
	});

	test('that is a mistake fetches nothing', async () => {
		await parts.bring('selekt * from observation', tell);
		expect(fetched).toEqual([]);
	});

	test('gets no figures of another edition', async () => {
		await writeCountry(join(folder, 'other.duckdb'), 'nieuw');
		const other = join(folder, 'other');
		await writeParts(join(folder, 'other.duckdb'), other);
		await start((file) => new Uint8Array(gunzipSync(readFileSync(join(other, `${file}.gz`)))));
		const sql = "select count(*)::int as n from observation where indicator = 'roken'";
		for (let time = 0; time < 2; time++) await expect(ask(sql)).rejects.toThrow(/zijn vernieuwd/);
		expect(() => wasm.query(sql)).toThrow();
		await start();
	});

	test('gets its figures in an engine that is locked, and reaches nothing else', async () => {
		await start();
		for (const lock of locks) wasm.query(lock);
		const sql = "select count(*)::int as n from observation where indicator = 'roken'";
		expect(await ask(sql)).toEqual(await wholeRows(sql));
		for (const hostile of [
			"attach 'per-indicator/../monitor.duckdb' as x (read_only)",
			"attach 'iets.duckdb' as x",
			"copy (select 1) to 'uit.csv'",
			"select * from read_text('http://127.0.0.1/x')",
			"set allowed_paths = ['uit.csv']"
		])
			expect(() => wasm.query(hostile), hostile).toThrow(/Permission|locked|disabled/);
		await start();
	});
});

test('a database that holds all its figures itself has no parts', async () => {
	const blocking = await startBlocking();
	blocking.registerFileBuffer('monitor.duckdb', new Uint8Array(readFileSync(whole)));
	const plain = blocking.connect();
	for (const sql of recipe) plain.query(sql);
	const none = await Parts.open({
		query: (sql) => Promise.resolve(plain.query(sql)),
		give: () => Promise.reject(new Error('nothing is to be fetched'))
	});
	expect(none).toBeUndefined();
	expect(
		wasmRows(plain.query("select count(*)::int as n from duckdb_databases() where database_name = 'loaded'"))
	).toEqual([{ n: 0 }]);
});
