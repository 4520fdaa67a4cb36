import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { objection } from './allowed.ts';
import { explain } from './problem.ts';

let connection: DuckDBConnection;
beforeAll(async () => {
	connection = await (await DuckDBInstance.create(':memory:')).connect();
	await connection.run('create table cijfer as select 2018 as jaar');
	for (const sql of ['set errors_as_json = true', 'set enable_external_access = false'])
		await connection.run(sql);
});
afterAll(() => connection.closeSync());

const failed = (sql: string) =>
	connection.run(sql).then(
		() => undefined,
		(error: unknown) => explain(String(error), sql)
	);

test.each([
	['select * frm cijfer', 'Hier klopt de SQL niet, bij “cijfer”.', 'cijfer'],
	["select 'é😀', jar from cijfer", 'De kolom “jar” is er niet. Bedoelt u jaar?', 'jar'],
	['select a.jar from cijfer a', 'De kolom “jar” is er niet. Bedoelt u jaar?', 'a.jar'],
	['select b.jaar from cijfer a', 'De tabel “b” staat niet achter “from”. Bedoelt u a?', 'b.jaar'],
	[
		'select jaar from cijfer a join cijfer b on true',
		'De kolom “jaar” is er in meer dan één tabel. Zet de tabel ervoor, zoals a.jaar.',
		''
	],
	[
		'select jaar, count(*) from cijfer',
		'De kolom “jaar” moet achter “group by” staan, of in een functie als max(jaar).',
		'jaar'
	],
	[
		'select jaar from cijfer where count(*) > 1',
		'Een som, aantal of gemiddelde kan zo niet in “where” staan. Gebruik “having”, of een eigen select tussen haakjes.',
		'count'
	],
	[
		'select * from cijfer where jaar = "GM1783"',
		'De kolom “GM1783” is er niet. Bedoelt u jaar? Is het een tekst? Zet die tussen enkele aanhalingstekens.',
		'"GM1783"'
	],
	[
		'select * from cijfer where jaar in (roken)',
		'De kolom “roken” is er niet. Bedoelt u jaar? Is het een tekst? Zet die tussen enkele aanhalingstekens.',
		'roken'
	],
	['with x as (values (1)) select x.jaar from x', 'De kolom “jaar” is er niet.', 'x.jaar'],
	[
		'select "de nam" from (select 1 as "de naam") b',
		'De kolom “de nam” is er niet. Bedoelt u "de naam"?',
		'"de nam"'
	],
	[
		'select "een jaar", count(*) from (select jaar as "een jaar" from cijfer)',
		'De kolom “een jaar” moet achter “group by” staan, of in een functie als max("een jaar").',
		'"een jaar"'
	],
	['select * from cijfers', 'De tabel “cijfers” is er niet. Bedoelt u cijfer?', 'cijfers'],
	['select * from constraints', 'De tabel “constraints” is er niet.', 'constraints'],
	['select * from gm', 'De tabel “gm” is er niet.', 'gm'],
	['select * from tables', 'De tabel “tables” is er niet.', 'tables'],
	['select * from bestaatniet', 'De tabel “bestaatniet” is er niet.', 'bestaatniet'],
	['select * from eigen_cijfers', 'De tabel “eigen_cijfers” is er niet.', 'eigen_cijfers'],
	[
		'create temp macro m(a) as a; create temp macro m(a) as a',
		'“m” is er al. Kies een andere naam, of haal die eerst weg met “drop”.',
		''
	],
	['select flor(1)', 'De functie “flor” is er niet. Bedoelt u floor?', 'flor'],
	["copy cijfer to 'x.csv'", 'Bestanden en adressen blijven hier dicht: u leest alleen wat er al is.', ''],
	[`select ${'abs('.repeat(2000)}1${')'.repeat(2000)}`, 'Deze vraag is te diep genest.', ''],
	["select 'x'::int", 'Een waarde is niet om te zetten naar de soort waarde die hier nodig is.', '::int'],
	[
		'create temp table t as select 1; create temp table t as select 2',
		'“t” is er al. Kies een andere naam, of haal die eerst weg met “drop”.',
		''
	],
	[
		'create or replace temp view t as select 1',
		'“t” is er al. Kies een andere naam, of haal die eerst weg met “drop”.',
		''
	]
])('case %#', async (sql, message, at) => {
	const problem = await failed(sql);
	expect(problem?.message).toBe(message);
	if (problem?.at === undefined) expect(at).toBe('');
	else expect(sql.slice(problem.at)).toMatch(new RegExp(`^${at || '.*'}`));
});

test('what is wrapped twice, as the parser says it in a browser, is read as what is wrapped once', () => {
	const said = {
		exception_type: 'Parser',
		exception_message: 'syntax error at or near "area"',
		position: '14'
	};
	const twice = { exception_type: 'Parser', exception_message: JSON.stringify(said) };
	expect(explain(`Error: ${JSON.stringify(twice)}`, 'select 1 form area')).toEqual({
		message: 'Hier klopt de SQL niet, bij “area”.',
		detail: said.exception_message,
		at: 14
	});
});

test('an error that is not told as JSON is still told', () => {
	expect(explain('Error: stuk', 'select 1')).toEqual({
		message: 'Deze vraag lukte niet.',
		detail: 'Error: stuk'
	});
});

test.each([
	'select 1',
	'WITH a as (select 1) from a',
	'from cijfer',
	'(select 1)',
	'describe cijfer',
	'create or replace temp table a as select 1',
	'drop table a',
	'insert into a values (1)'
])('%s may run', (text) => expect(objection({ text })).toBeUndefined());

test.each([
	["copy cijfer to 'x'", 'copy'],
	["attach 'x.duckdb'", 'attach'],
	['install httpfs', 'install'],
	['load httpfs', 'load'],
	['pragma version', 'pragma'],
	["set memory_limit = '9GB'", 'set'],
	['reset memory_limit', 'reset'],
	['use memory', 'use'],
	['detach monitor', 'detach'],
	["export database 'x'", 'export'],
	['checkpoint', 'checkpoint'],
	['call pragma_version()', 'call']
])('%s is refused by its name', (text, word) => {
	expect(objection({ text })?.message).toContain(`“${word}”`);
});

test('a table that would have to last is refused with what can be done', () => {
	expect(objection({ text: 'create table a as select 1' })?.message).toContain('create temp table');
});

test('a function of an extension is told to be not there', () => {
	const raw = `Error: ${JSON.stringify({ exception_type: 'Catalog', exception_message: 'Type with name "json" is not in the catalog, but it exists in the json extension.' })}`;
	expect(explain(raw, "select '{}'::json").message).toContain('De soort waarde “json” is hier niet');
});
