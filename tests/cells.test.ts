import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellsOf } from '#lib/db/cells.ts';
import { toResult } from '#lib/domain/sql/answer.ts';
import { startBlocking, type Wasm } from './engines.ts';

let wasm: Wasm;
beforeAll(async () => {
	wasm = (await startBlocking()).connect();
}, 60_000);
afterAll(() => wasm.close());

/** The cells of the first column of each batch, as `cellsOf` reads them and as Arrow itself does. */
function both(sql: string) {
	const { batches, schema } = wasm.query(sql);
	const type = String(schema.fields[0]!.type);
	const read = batches.map((batch) => {
		const vector = batch.getChildAt(0)!;
		const cell = cellsOf(vector, type);
		const rows = [...Array(batch.numRows).keys()];
		return { ours: rows.map(cell), arrow: rows.map((row) => vector.get(row) as unknown) };
	});
	return { ours: read.flatMap(({ ours }) => ours), arrow: read.flatMap(({ arrow }) => arrow) };
}

test.each([
	["select case when range % 3 = 0 then null else 'BU' || range end from range(5000)"],
	["select case range % 4 when 0 then '' when 1 then 'Súdwest' when 2 then '🌳' end from range(9)"],
	["select ''"],
	['select null::varchar from range(3)'],
	["select 'a' where false"],
	['select range::double / 3 from range(10)'],
	["select date '2024-02-29'"],
	["select ['a', 'b']"],
	["select 'x'::enum('x', 'y')"]
])('cells are what Arrow says they are: %s', (sql) => {
	const { ours, arrow } = both(sql);
	expect(JSON.stringify(ours)).toBe(JSON.stringify(arrow));
	expect(ours.length).toBe(arrow.length);
});

test('texts of one byte a letter are read without Arrow', () => {
	const vector = wasm.query("select 'GM' || range from range(3)").batches[0]!.getChildAt(0)!;
	const get = () => {
		throw new Error('asked');
	};
	const cell = cellsOf({ get, data: vector.data, type: { children: null } }, 'Utf8');
	expect([0, 1, 2].map(cell)).toEqual(['GM0', 'GM1', 'GM2']);
});

test.each<[sql: string, kind: string, cells: unknown[]]>([
	['select 1.5', 'number', [1.5]],
	['select 0.1 + 0.2', 'number', [0.3]],
	['select 3 * 0.25', 'number', [0.75]],
	['select round(2.345, 2)', 'number', [2.35]],
	['select -0.05', 'number', [-0.05]],
	['select sum(x) from (values (1.25), (2.50)) t(x)', 'number', [3.75]],
	['select unnest([1234.56::decimal(12, 2), null, 0])', 'number', [1234.56, null, 0]],
	['select 1.5::decimal(38, 10)', 'number', [1.5]],
	['select -123456789012345678901234567.89::decimal(38, 2)', 'text', ['-123456789012345678901234567.89']],
	['select 7::decimal(4, 0)', 'number', [7]],
	['select sum(range) from range(10)', 'number', [45]],
	['select 170141183460469231731687303715884105727', 'text', ['170141183460469231731687303715884105727']],
	[
		"select unnest([interval '14 months 3 days 04:05:06.5', null, interval '-3 days'])",
		'text',
		['1 jaar 2 maanden 3 dagen 04:05:06.5', null, '-3 dagen']
	],
	["select unnest([time '10:11:12', null])", 'text', ['10:11:12', null]],
	["select unnest([date 'infinity', date '2024-01-01'])", 'text', ['oneindig', '2024-01-01']],
	["select timestamp 'infinity'", 'text', ['oneindig']],
	[
		"select {'d': date '2024-01-01', 'c': [2.5::decimal(5, 2), null], 'm': map {'x': 1}}",
		'text',
		['{"d":"2024-01-01","c":[2.5,null],"m":{"x":1}}']
	]
])('a number keeps its point, and anything else is what it is: %s', (sql, kind, cells) => {
	const { batches, schema } = wasm.query(sql);
	const [{ name, type } = { name: '', type: '' }] = schema.fields;
	const rows = batches.flatMap((batch) => {
		const cell = cellsOf(batch.getChildAt(0)!, String(type));
		return [...Array(batch.numRows).keys()].map((row) => [cell(row)]);
	});
	const result = toResult({ columns: [{ name, type: String(type) }], rows, cut: false });
	expect([result.columns[0]!.kind, result.rows.flat()]).toEqual([kind, cells]);
});
