import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import fc from 'fast-check';
import { parquetMetadata, parquetRead, parquetReadObjects } from 'hyparquet';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cell, Result } from '../domain/result.ts';
import { parquet } from './parquet.ts';
import { plain, type Plain } from './plain.ts';
import { provenance } from './provenance.ts';
import { anyResult, asked, sample } from '../../../tests/answers.ts';

const make = (result: Result): ArrayBuffer => parquet(result, provenance(asked, result));

/** A cell as an answer has it, from what a reader of Parquet makes of it. */
const asCell = (value: unknown): Cell =>
	value instanceof Date ? value.toISOString().slice(0, 10) : (value as Cell);

/** Readers in JavaScript take a byte order mark at the start of a cell for no part of it. */
const asRead = ({ columns, rows }: Plain) => {
	const bare = (text: string): string => text.replace(/^\uFEFF/, '');
	return {
		names: columns.map(({ name }) => name),
		rows: rows.map((row) => row.map((cell) => (typeof cell === 'string' ? bare(cell) : cell)))
	};
};

describe('read by hyparquet', () => {
	test('every answer is as it was', async () => {
		await fc.assert(
			fc.asyncProperty(anyResult, async (result) => {
				let read: unknown[][] = [];
				await parquetRead({
					file: make(result),
					rowFormat: 'array',
					onComplete: (rows) => (read = rows)
				});
				expect(read.map((row) => row.map(asCell))).toEqual(asRead(plain(result)).rows);
			})
		);
	});

	test('its metadata say where it comes from', () => {
		const { key_value_metadata: pairs = [] } = parquetMetadata(make(sample));
		const texts = Object.fromEntries(pairs.map(({ key, value }) => [key, value]));
		expect(texts).toMatchObject({
			title: asked.title,
			query: asked.query,
			day: '2026-11-23',
			release: '2026-10-01'
		});
		expect(JSON.parse(texts.provenance!)).toEqual(provenance(asked, sample));
	});

	test('a column in which a cell is not what the column says becomes text', async () => {
		const odd: Result = {
			columns: [
				{ name: 'dag', kind: 'day' },
				{ name: 'getal', kind: 'number' }
			],
			rows: [
				['2026-02-30', 1],
				['2026-02-28', 'n.v.t.']
			],
			cut: false
		};
		expect(await parquetReadObjects({ file: make(odd) })).toEqual([
			{ dag: '2026-02-30', getal: '1' },
			{ dag: '2026-02-28', getal: 'n.v.t.' }
		]);
	});

	test('an answer without rows keeps its columns', () => {
		const { schema } = parquetMetadata(make({ ...sample, rows: [] }));
		expect(schema.slice(1).map(({ name, type }) => [name, type])).toEqual([
			['gebied', 'BYTE_ARRAY'],
			['waarde', 'DOUBLE'],
			['schatting', 'BOOLEAN'],
			['dag', 'INT32']
		]);
	});
});

describe('read by DuckDB, without fetching an extension', () => {
	let folder: string;
	let saved = 0;
	let connection: DuckDBConnection;
	beforeAll(async () => {
		folder = mkdtempSync(join(tmpdir(), 'parquet-'));
		const instance = await DuckDBInstance.create(':memory:', {
			autoinstall_known_extensions: 'false'
		});
		connection = await instance.connect();
	});
	afterAll(() => {
		connection.closeSync();
		rmSync(folder, { recursive: true });
	});

	const asText = (cell: DuckDBValue): DuckDBValue =>
		cell !== null && typeof cell === 'object' ? String(cell) : cell;

	/** A file of its own for each answer: DuckDB remembers what it read of a file. */
	const save = (result: Result): string => {
		const path = join(folder, `${++saved}.parquet`);
		writeFileSync(path, new Uint8Array(make(result)));
		return path;
	};

	async function read(result: Result): Promise<{ names: string[]; types: string[]; rows: DuckDBValue[][] }> {
		const reader = await connection.runAndReadAll(`from read_parquet('${save(result)}')`);
		return { names: reader.columnNames(), types: reader.columnTypes().map(String), rows: reader.getRows() };
	}

	test('columns have their types, and what is missing is null', async () => {
		const { names, types, rows } = await read(sample);
		expect(names).toEqual(['gebied', 'waarde', 'schatting', 'dag']);
		expect(types).toEqual(['VARCHAR', 'DOUBLE', 'BOOLEAN', 'DATE']);
		expect(rows.map((row) => row.map(asText))).toEqual([
			['GM0637', 46.3, true, '2026-11-23'],
			['=1+1', 0, false, '1850-02-28'],
			[null, null, null, null]
		]);
	});

	test('whole numbers are so by their type in the engine, unless a cell is none', async () => {
		const { types, rows } = await read({
			columns: [
				{ name: 'jaar', kind: 'number', bits: 32 },
				{ name: 'aantal', kind: 'number', bits: 64 },
				{ name: 'kapot', kind: 'number', bits: 64 },
				{ name: 'procent', kind: 'number' }
			],
			rows: [
				[2024, -(2 ** 40), 0.5, 1],
				[null, null, null, null],
				[-0, 3, 2, 2]
			],
			cut: false
		});
		expect(types).toEqual(['INTEGER', 'BIGINT', 'DOUBLE', 'DOUBLE']);
		expect(rows).toEqual([
			[2024, -(2n ** 40n), 0.5, 1],
			[null, null, null, null],
			[0, 3n, 2, 2]
		]);
	});

	test('every answer is as it was', async () => {
		await fc.assert(
			fc.asyncProperty(anyResult, async (result) => {
				const { names, rows } = await read(result);
				expect({ names, rows: rows.map((row) => row.map(asText)) }).toEqual(asRead(plain(result)));
			}),
			{ numRuns: 60 }
		);
	});

	test('its metadata can be asked for', async () => {
		const reader = await connection.runAndReadAll(
			`select decode(value) from parquet_kv_metadata('${save(sample)}') where decode(key) = 'query'`
		);
		expect(reader.getRows()).toEqual([[asked.query]]);
	});
});
