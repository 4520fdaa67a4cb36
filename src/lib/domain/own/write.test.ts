import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hostile } from '../../../../tests/answers.ts';
import { exampleSql, fittingSql, matchSql, tellMatch, type Fitting, type Matched } from './match.ts';
import { toOwnTable } from './assemble.ts';
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
		const [row] = await ask(matchSql(table.name, table.area!));
		expect(tellMatch(row as unknown as Matched)).toMatch(
			/^3 gebieden staan in de indeling van 2024, 1 code staat alleen in een oudere indeling \(zoals GM0015\) en past bij cijfers van toen en 1 code staat niet op deze site \(zoals GM9999\)\.$/
		);
	});

	test('the example gives each row of the file once, with the figure of the site', async () => {
		await bring(table);
		const [fitting] = await ask(fittingSql(table));
		expect(fitting).toMatchObject({ rows: '3' });
		const { indicator, breakdown } = fitting as unknown as Fitting;
		const rows = await ask(exampleSql(table, { indicator, breakdown }));
		expect(rows.map(({ value }) => value).toSorted()).toEqual(['1', '2', '3', '4', '5']);
		for (const row of rows) {
			const [open] = await ask(
				`select value from observation where indicator = '${indicator}' and breakdown = '${breakdown}' and area = '${row.gebiedscode as string}' and period = 2020 order by boundaries desc limit 1`
			);
			expect(row[indicator === 'eenzaamheid' ? 'open_data_eenzaamheid' : indicator]).toEqual(
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
		expect(await ask(fittingSql(days))).toHaveLength(1);
		expect(await ask(exampleSql(days, { indicator: 'inwoners', breakdown: 'totaal' }))).toMatchObject([
			{ naam: 'Westland', n: '1' }
		]);
		const { name, area, columns } = days;
		const [row] = await ask(
			exampleSql({ name, area, columns }, { indicator: 'inwoners', breakdown: 'totaal' })
		);
		const [latest] = await ask(
			"select value from observation where indicator = 'inwoners' and area = 'GM1783' order by period desc, boundaries desc limit 1"
		);
		expect(row).toMatchObject({ inwoners: latest!.value });
	});
});
