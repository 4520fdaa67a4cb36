import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withoutTexts } from '../sql/allowed.ts';
import { splitStatements } from '../sql/split.ts';
import { fromAddress, toAddress } from './address.ts';
import {
	isRoomFor,
	madeBefore,
	madeFor,
	madeIn,
	mostBefore,
	restingOn,
	wholeQuery,
	wholeText,
	type Ran
} from './made.ts';
import { ownIn } from './own.ts';

const ran = (sql: string): Ran => ({ sql, code: withoutTexts(sql) });
const statementsIn = (text: string): Ran[] => splitStatements(text).map(({ text: sql }) => ran(sql));
const restsOn = (text: string, before: string[]): string[] => madeFor(statementsIn(text), before.map(ran));
const whole = (sql: string, before: string[]): string[] => wholeQuery(ran(sql), before.map(ran));
const textOf = (sql: string, before: string[]): string =>
	wholeText({ sql, statements: statementsIn(sql), before: before.map(ran) }).sql;

let folder: string;
let database: DuckDBInstance;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'made-'));
	const path = join(folder, 'monitor.duckdb');
	const making = await DuckDBInstance.create(path);
	const connection = await making.connect();
	await connection.run('create table observation as select range as value from range(5)');
	await connection.run('create table area as select 1 as code');
	connection.closeSync();
	making.closeSync();
	database = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
});
afterAll(() => {
	database.closeSync();
	rmSync(folder, { recursive: true });
});

/** Does something in a session of its own of a database that can only be read, as the code for R and Python has it. */
async function inSession<T>(what: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
	const connection = await database.connect();
	try {
		return await what(connection);
	} finally {
		connection.closeSync();
	}
}

/** The rows that the last of some statements gives. */
const rowsOf = (statements: readonly string[]) =>
	inSession(async (connection) => {
		for (const sql of statements.slice(0, -1)) await connection.run(sql);
		return (await connection.runAndReadAll(statements.at(-1)!)).getRowsJson();
	});

const make = 'create temp table w as select value from observation';

const again = [
	`create or replace temp ${make.slice('create temp '.length)}`,
	'create or replace temp view v as select value as a from w'
];

test.each<[string, string[], string, string[]]>([
	['a table', [make, 'select 1'], 'select count(*) as n from W', [make]],
	['nothing of the kind', [make, 'from w'], 'select count(*) as n from observation', []],
	[
		'a table by way of a view, and what was put in it',
		[
			'create temp table w (value int)',
			'create or replace temporary view "één ""zicht""" as from w',
			'insert into temp.w select value from observation',
			'create temp table ander as select 1 as a'
		],
		'from "één ""zicht"""',
		[
			'create temp table w (value int)',
			'create or replace temporary view "één ""zicht""" as from w',
			'insert into temp.w select value from observation'
		]
	],
	[
		'a table that has another name now',
		[make, 'alter table w rename to x'],
		'select * from x',
		[make, 'alter table w rename to x']
	],
	[
		'macros',
		['create temp macro f() as table select * from observation', 'create temp function g(a) as a + 1'],
		'select g(value) as b from f()',
		['create temp macro f() as table select * from observation', 'create temp function g(a) as a + 1']
	],
	[
		'a table that was made anew',
		[make, 'drop table if exists w', 'create temp table if not exists w as select 7 as value', 'from w'],
		'from w',
		['create temp table if not exists w as select 7 as value']
	],
	[
		'what was taken away when it was used',
		[make, 'create temp table x as from w', 'drop table w', 'create temp view w as select 5 as value'],
		'from x, w',
		[make, 'create temp table x as from w', 'drop table w', 'create temp view w as select 5 as value']
	],
	[
		'a table that was made anew many times',
		[...again, ...again, 'insert into w select 9'],
		'from v, w',
		[...again, 'insert into w select 9']
	],
	[
		'a table that was changed after a comment and a with',
		[
			'create temp /* een */ table -- twee\n w as select value from observation',
			'with b as (select 9 as value) insert into w from b',
			'update w set value = value + 1',
			'delete from w where value > 3'
		],
		'from w',
		[
			'create temp /* een */ table -- twee\n w as select value from observation',
			'with b as (select 9 as value) insert into w from b',
			'update w set value = value + 1',
			'delete from w where value > 3'
		]
	]
])(
	'an answer rests on %s, and gives the same in an engine that ran nothing before',
	async (_, before, sql, expected) => {
		expect(restsOn(sql, before)).toEqual(expected);
		expect(await rowsOf(whole(sql, before))).toEqual(await rowsOf([...before, sql]));
	}
);

test('a text gets what it rests on after its title', () => {
	const text = '-- Hoeveel?\n-- In alle jaren\nselect count(*) from w';
	expect(textOf(text, ['from area', make])).toBe(
		`-- Hoeveel?\n-- In alle jaren\n${make};\nselect count(*) from w`
	);
	expect(textOf('from w', [make])).toBe(`${make};\nfrom w`);
	expect(textOf('from area', [make])).toBe('from area');
});

test('a text that makes its tables anew rests on nothing, and one that fills them on what made them', () => {
	expect(restsOn(`${again.join(';')}; from v`, again)).toEqual([]);
	expect(restsOn(`${again[1]!}; from v`, again)).toEqual([again[0]]);
	const itself = 'create or replace temp table w as select value + 1 as value from w';
	expect(restsOn(`${itself}; from w`, again)).toEqual([again[0]]);
});

test.each([
	['create temp table kopie as select * from eigen_meldingen', 'from Kopie', ['Meldingen.csv']],
	['create temp macro f() as table select * from eigen_meldingen', 'from f()', ['Meldingen.csv']],
	['create temp table kopie as select * from area', 'from kopie', []],
	['create temp table kopie as select * from eigen_meldingen', "select 'iets' as anders", []]
])('%s; %s', (made, sql, expected) => {
	const before = [made, 'alter table kopie rename to t3', 'create temp view v as from t3'];
	const file = { name: 'Meldingen.csv', tables: [{ written: 'eigen_meldingen' }] };
	expect(ownIn(whole(sql, before), [file])).toEqual(expected);
	if (made.includes('table kopie') && sql !== "select 'iets' as anders")
		expect(ownIn(whole('from v', before), [file])).toEqual(expected);
});

test('whatever a session ran, what makes what is in it gives the same in another', async () => {
	const name = fc.constantFrom('a', 'b', '"c d"');
	const statement = fc.oneof(
		name.map((each) => `create temp table ${each} as select 1 as n`),
		fc.tuple(name, name).map(([each, from]) => `create temp table ${each} as select n + 1 as n from ${from}`),
		fc
			.tuple(name, name)
			.map(([each, from]) => `create or replace temp table ${each} as select n * 2 as n from ${from}`),
		name.map((each) => `create or replace temp table ${each} as select 5 as n`),
		fc
			.tuple(name, name)
			.map(([each, from]) => `create or replace temp view ${each} as select n from ${from}`),
		name.map((each) => `create temp macro m() as table select n from ${each}`),
		fc.tuple(name, fc.nat(9)).map(([each, n]) => `insert into ${each} values (${n})`),
		name.map((each) => `delete from ${each} where n > 3`),
		name.map((each) => `drop table if exists ${each}`),
		name.map((each) => `drop view ${each}`),
		fc.tuple(name, name).map(([each, to]) => `alter table ${each} rename to ${to}`),
		name.map((each) => `select * from ${each}`)
	);
	const seen = async (connection: DuckDBConnection): Promise<string[]> => {
		const rows = [];
		for (const each of ['from a', 'from b', 'from "c d"', 'from m()'])
			rows.push(
				await connection.runAndReadAll(`${each} order by n`).then(
					(reader) => JSON.stringify(reader.getRowsJson()),
					() => 'not there'
				)
			);
		return rows;
	};
	await fc.assert(
		fc.asyncProperty(fc.array(statement, { minLength: 3, maxLength: 14 }), async (texts) => {
			const done: Ran[] = [];
			const expected = await inSession(async (connection) => {
				for (const sql of texts)
					await connection.run(sql).then(
						() => done.push(ran(sql)),
						() => undefined
					);
				return seen(connection);
			});
			const made = madeIn(done);
			expect(
				await inSession(async (connection) => {
					for (const { sql } of made) await connection.run(sql);
					return seen(connection);
				})
			).toEqual(expected);
			expect(madeIn(made)).toEqual(made);
		}),
		{ numRuns: 150 }
	);
}, 60_000);

test('very many statements are sorted out in time', () => {
	const all = Array.from({ length: 5000 }, (_, i) => ran(`create temp table t${i} as from t${i - 1}`));
	expect(madeIn(all)).toHaveLength(5000);
});

test('what a text makes itself is not made before it, and what it takes away is', () => {
	const [create, insert] = ['create temp table w as select 1 as n', 'insert into w select 2'];
	const before = (text: string, start: string[], since: string[] = []) =>
		madeBefore(text, start.map(ran), since.map(ran)).map(({ sql }) => sql);
	expect(before('from w', [create, insert])).toEqual([create, insert]);
	expect(before(`${create}; select n as m from w`, [], [create, 'from w'])).toEqual([]);
	expect(before(`${insert}; from w`, [create], [insert, 'from w'])).toEqual([create]);
	expect(before(`${insert}; from w`, [create, insert])).toEqual([create, insert]);
	expect(before(`${create}; from w`, [create])).toEqual([]);
	expect(before('select 1', [create], [insert])).toEqual([create, insert]);
	expect(before(`${create}; ${insert}; from w`, [create, insert, 'from w'])).toEqual([]);
	expect(before(`${create}; from w`, [create, insert])).toEqual([create, insert]);
	expect(before(`${create}; insert into w select 3; from w`, [], [create, insert, 'from w'])).toEqual([]);
	const softly = 'create temp table if not exists w as select 1 as n';
	expect(before(`${softly}; ${insert}`, [softly, insert])).toEqual([softly, insert]);
});

test('what has room in an address can be read from it, and no more than that', async () => {
	const { statements, letters } = mostBefore;
	const all = Array.from({ length: statements }, (_, i) => `create temp table t${i} as select 'ééñ'`);
	const long = [`create temp table t as select '${'x'.repeat(letters - 40)}'`];
	const asked = { sql: 'from t0', view: {}, selected: [] };
	for (const before of [all, long]) {
		expect(isRoomFor(before.map(ran))).toBe(true);
		expect((await fromAddress(await toAddress({ ...asked, before })))?.before).toEqual(before);
	}
	expect(isRoomFor([...all, ...long].map(ran))).toBe(false);
	expect(await fromAddress(await toAddress({ ...asked, before: [...all, ...long] }))).toBeUndefined();
});

test('what rests on a statement that failed is found, however far', () => {
	const later = [
		'delete from t',
		'create temp table u as from t',
		'create temp table v as select 1',
		'from u'
	];
	const lost = restingOn([ran('insert into t from eigen_a')], [...later, 'insert into u from v'].map(ran));
	expect(lost.map(({ sql }) => sql)).toEqual(['delete from t', later[1], 'insert into u from v']);
});
