import { expect, test } from 'vitest';
import { objection } from './allowed.ts';

test.each([
	["select * from read_blob('monitor.duckdb')", 'read_blob'],
	["select * from READ_CSV_AUTO ('x.csv')", 'READ_CSV_AUTO'],
	['select * from "read_text"(\'eigen.duckdb\')', 'read_text'],
	["select * from query('select * from sniff_csv(''a'')')", 'sniff_csv'],
	["from parquet_scan('x')", 'parquet_scan'],
	["create temp table t as from read_ndjson_objects('x')", 'read_ndjson_objects'],
	["select 'read_text(', \n* from read_blob /* ( */ ('x')", 'read_blob']
])('%s is refused with the function that reads a file, and its place', (text, name) => {
	const refused = objection({ text });
	expect(refused?.message).toContain(`De functie “${name}” leest een bestand`);
	expect(text.slice(refused?.at)).toMatch(new RegExp(`^${name}`));
});

test.each([
	'select read_blob from x',
	"select 'read_csv' as naam, read_me(1)",
	"select 'read_csv(' as x, $$read_text('a')$$ as y, e'it\\'s read_blob(' as z",
	"select 1 -- read_csv('x')\n, 2 /* read_csv('x') */",
	'select 1 as "a read_csv"',
	"select * from area where label glob 'W*'",
	'create temp table read_text as select 1'
])('%s is not refused', (text) => {
	expect(objection({ text })).toBeUndefined();
});
