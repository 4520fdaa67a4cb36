import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostile } from '../../../../tests/answers.ts';
import {
	exampleSql,
	fittingSql,
	joinableOf,
	matchSql,
	tellMatch,
	type Fitting,
	type Matched
} from './match.ts';
import { toOwnTable } from './assemble.ts';
import { candidatesIn, codesSql, joinableIn } from './database-join.ts';
import type { DatabaseTable } from './database.ts';
import type { OwnTable } from './table.ts';
import { createSql, toEngineCsv } from './write.ts';

let connection: DuckDBConnection;
let folder: string;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'own-'));
	connection = await (await DuckDBInstance.create(':memory:')).connect();
	await connection.run("attach '.cache/monitor.duckdb' as monitor (read_only)");
	await connection.run('use monitor');
});
afterAll(() => {
	connection.closeSync();
	rmSync(folder, { recursive: true });
});

async function bring(table: OwnTable): Promise<void> {
	const file = join(folder, 'x.csv');
	writeFileSync(file, [...toEngineCsv(table)].join(''));
	await connection.run(`drop table if exists "${table.name}"`);
	await connection.run(createSql(table, file));
}
const joined = (table: OwnTable) => {
	const { from, area, period, columns } = joinableOf({
		...table,
		columns: table.columns.map(({ name, kind, note }) => ({ name, kind, note, type: '', optional: true }))
	});
	return { from, area: area!, columns, ...(period && { period }) };
};
const ask = async (sql: string) => (await connection.runAndReadAll(sql)).getRowObjectsJson();

test('any text and name is in the engine what it was in the file', async () => {
	const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme', maxLength: 20 }));
	// What reads the answer here drops a mark for the order of bytes in front of a text.
	const expected = (cell: string) =>
		cell.trim() === '' ? null : cell.replaceAll('\0', '').replace(/^\uFEFF/, '');
	await fc.assert(
		fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 10 }), text, async (cells, head) => {
			const texts = ['tekst', ...cells.map((cell) => (/^[\d.,+-]+$/.test(cell) ? 'getal' : cell))];
			const table = toOwnTable(
				{ heads: [head, 'n'], columns: [texts, texts.map((_, i) => i)], remarks: [], decimal: ',' },
				'proef.csv'
			);
			await bring(table);
			const rows = (await connection.runAndReadAll('select * from eigen_proef order by 2')).getRows();
			expect(rows.map(([cell]) => cell)).toEqual(texts.map(expected));
		}),
		{ numRuns: 60 }
	);
});

test('each kind of column keeps its values, and what is missing stays missing', async () => {
	const table = toOwnTable(
		{
			heads: ['t', 'i', 'd', 'jaar', 'dag', 'b'],
			columns: [
				['a', ''],
				['1', 'x'],
				['1,5', ''],
				['2020', ''],
				['31-12-2020', ''],
				['ja', '']
			],
			remarks: [],
			decimal: ','
		},
		'soorten.csv'
	);
	await bring(table);
	expect(await ask('select * from eigen_soorten')).toEqual([
		{ t: 'a', i: '1', d: 1.5, jaar: 2020, dag: '2020-12-31', b: true },
		{ t: null, i: null, d: null, jaar: null, dag: null, b: null }
	]);
});

describe('beside the open data', () => {
	const table = toOwnTable(
		{
			heads: ['gebied', 'jaar', 'value', 'eenzaamheid'],
			columns: [
				['gm1783', 'GM0637 ', 'WK178301', 'GM0015', 'GM9999'],
				['2020', '2020', '2020', '2020', '2020'],
				['1', '2', '3', '4', '5'],
				['a', 'b', 'c', 'd', 'e']
			],
			remarks: [],
			decimal: ','
		},
		'klachten.csv'
	);

	test('codes are counted by the division that has them', async () => {
		await bring(table);
		const [row] = await ask(matchSql(joined(table).from, joined(table).area));
		expect(tellMatch(row as unknown as Matched)).toMatch(
			/^3 gebieden staan in de indeling van 2024, 1 code staat alleen in een oudere indeling \(zoals GM0015\) en past bij cijfers van toen en 1 code staat niet op deze site \(zoals GM9999\)\.$/
		);
	});

	test('the example gives each row of the file once, with the figure of the site', async () => {
		await bring(table);
		const [fitting] = await ask(fittingSql(joined(table).from, joined(table).area, joined(table).period));
		expect(fitting).toMatchObject({ rows: '3' });
		const { indicator, breakdown } = fitting as unknown as Fitting;
		const rows = await ask(exampleSql(joined(table), { indicator, breakdown }));
		expect(rows.map(({ value }) => value).toSorted()).toEqual(['1', '2', '3', '4', '5']);
		for (const row of rows) {
			const [open] = await ask(
				`select value from observation where indicator = '${indicator}' and breakdown = '${breakdown}' and area = '${row.gebiedscode as string}' and period = 2020 order by boundaries desc limit 1`
			);
			expect(row[indicator === 'eenzaamheid' ? 'open_data_eenzaamheid' : indicator!]).toEqual(
				open?.value ?? null
			);
		}
		expect(rows.filter(({ naam }) => naam === null)).toHaveLength(1);
	});

	test('days join by their year, and a table without a period by the latest year', async () => {
		const days = toOwnTable(
			{ heads: ['gm', 'dag', 'n'], columns: [['GM1783'], ['2020-05-01'], ['1']], remarks: [], decimal: ',' },
			'dagen.csv'
		);
		await bring(days);
		const { period, ...timeless } = joined(days);
		expect(await ask(fittingSql(timeless.from, timeless.area, period))).toHaveLength(1);
		expect(await ask(exampleSql(joined(days), { indicator: 'inwoners', breakdown: 'totaal' }))).toMatchObject(
			[{ naam: 'Westland', n: '1' }]
		);
		const [row] = await ask(exampleSql(timeless, { indicator: 'inwoners', breakdown: 'totaal' }));
		const [latest] = await ask(
			"select value from observation where indicator = 'inwoners' and area = 'GM1783' order by period desc, boundaries desc limit 1"
		);
		expect(row).toMatchObject({ inwoners: latest!.value });
	});

	test('former gemeenten join what they spent, in their years', async () => {
		const former = toOwnTable(
			{
				heads: ['gemeente', 'jaar', 'n'],
				columns: [
					['15', '22', '1969'],
					['2017', '2018', '2020'],
					['1', '2', '3']
				],
				remarks: [],
				decimal: ','
			},
			'vroeger.csv'
		);
		await bring(former);
		const own = joined(former);
		const [fitting] = await ask(fittingSql(own.from, own.area, own.period));
		expect(fitting).toMatchObject({ indicator: null, rows: '3' });
		const rows = await ask(exampleSql(own, fitting as unknown as Fitting));
		const [spent] = await ask(
			"select sum(value) * 1000 / max(population) as value from expenditure where municipality = 'GM0015' and year = 2017 and report = 'jaarrekening' and taakveld like '6.%'"
		);
		expect(rows.find(({ naam }) => naam === 'Grootegast')).toMatchObject({
			uitgaven_per_inwoner: spent!.value
		});
		expect(rows.map(({ uitgaven_per_inwoner: value }) => typeof value)).toEqual([
			'number',
			'number',
			'number'
		]);
		const { from, area, columns } = own;
		expect(await ask(exampleSql({ from, area, columns }, fitting as unknown as Fitting))).toHaveLength(3);
	});
});

test('a table of a DuckDB file joins by codes as they are written there, and by years in any form', async () => {
	await connection.run(
		`create or replace temp table "be ""zoek" as select * from (values (1783, '2020JJ00', 1), (637, '2020JJ00', 2)) t (gemeentecode, "peri ode", n)`
	);
	await connection.run(
		"create or replace temp table tekst as select ' gm1783' as gebied, date '2020-05-01' as dag"
	);
	const table = (written: string, columns: [string, string][]): DatabaseTable => ({
		written,
		rows: 2,
		columns: columns.map(([name, type]) => ({ name, type, note: '', optional: true }))
	});
	for (const [own, codes] of [
		[
			table('"be ""zoek"', [
				['gemeentecode', 'INTEGER'],
				['peri ode', 'VARCHAR'],
				['n', 'INTEGER']
			]),
			['GM0637', 'GM1783']
		],
		[
			table('tekst', [
				['gebied', 'VARCHAR'],
				['dag', 'DATE']
			]),
			['GM1783']
		]
	] as const) {
		const candidates = candidatesIn([own]);
		const rows = (await connection.runAndReadAll(codesSql(candidates))).getRowsJson() as number[][];
		const found = joinableIn(candidates, { rows })!;
		const [fitting] = await ask(fittingSql(found.from, found.area, found.period));
		const answer = await ask(exampleSql(found, fitting as unknown as Fitting));
		expect(answer.map((row) => Object.values(row)[0]).toSorted()).toEqual(codes);
		expect(answer.every((row) => row[fitting!.indicator as string] !== null)).toBe(true);
	}
	expect(joinableIn(candidatesIn([table('tekst', [['n', 'INTEGER']])]), { rows: [] })).toBeUndefined();
});
