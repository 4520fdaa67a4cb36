import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromAddress, toAddress } from '#lib/domain/question/address.ts';
import type { Question } from '#lib/schema/question.ts';
import { Workbench } from './workbench.svelte.ts';

let database: DuckDBInstance;
beforeAll(async () => {
	database = await DuckDBInstance.create();
});
afterAll(() => database.closeSync());

/** A workbench on sessions of a real database, as it is when its page is loaded; `ends` when a run is stopped with its engine. */
function loaded({ ends = false } = {}) {
	const asked: string[] = [];
	let session: DuckDBConnection | undefined;
	const renew = () => {
		session?.closeSync();
		session = undefined;
		return Promise.resolve();
	};
	const workbench = new Workbench(() => ({
		run: async (sql) => {
			asked.push(sql);
			session ??= await database.connect();
			const reader = await session.runAndReadAll(sql);
			const columns = reader.columnNames().map((name) => ({ name, type: 'Utf8' }));
			return { columns, rows: reader.getRowsJson(), cut: false };
		},
		explain: (message) => ({ message, detail: '' }),
		stop: async () => {
			if (ends) await renew();
			return ends;
		},
		renew,
		bring: async (read) => {
			await renew();
			session = await database.connect();
			if (read) await session.run((await read()).sql);
		}
	}));
	return { workbench, asked };
}

async function ask(workbench: Workbench, ...texts: string[]): Promise<void> {
	for (const text of texts) {
		workbench.sql = text;
		await workbench.run();
	}
}

/** A workbench as it is after its page is loaded again with an address. */
async function reload(address: string) {
	const other = loaded();
	expect(await other.workbench.read(`#${address}`)).toBe(true);
	await expect.poll(() => other.workbench.busy).toBe(false);
	return other;
}

const rowsOf = ({ answer }: Workbench) => answer?.result.rows;
const failedIn = ({ past }: Workbench) => [...past.failed].map(([{ sql }, why]) => [sql, why]);
const file = () =>
	Promise.resolve({
		as: 'a',
		content: new Blob(),
		sql: 'create temp table eigen_a as select 7 as x',
		once: true,
		problem: ''
	});
const beforeIn = async (address: string) => (await fromAddress(address))?.before;
const make = 'create temp table w as select 41 as n';

test.each<[string, string[]]>([
	['a question on what was made before', [make, 'select n + 1 as m from w']],
	['what was made of that', [make, 'create temp view v as select n * 2 as m from w', 'from v']],
	[
		'rows that were put in more than once',
		[make, ...Array<string>(3).fill('insert into w select 1'), 'from w']
	],
	['the same text again', [make, 'insert into w select 1; from w', 'insert into w select 1; from w']],
	['what is made anew', [make, `${make.replace('create', 'create or replace')} + 1; from w`]],
	['a mistake after a statement that made something', [make, 'create temp table x as from w; from y']]
])('after loading again there is all that there was: %s', async (_, texts) => {
	const { workbench } = loaded();
	await ask(workbench, ...texts);
	const address = await workbench.ownAddress();
	const { workbench: other } = await reload(address);
	expect(rowsOf(other)).toEqual(rowsOf(workbench));
	expect(other.problem?.message).toBe(workbench.problem?.message);
	expect(await other.ownAddress()).toBe(address);
	for (const each of [workbench, other]) await ask(each, 'select count(*), sum(n) from w');
	expect(rowsOf(other)).toEqual(rowsOf(workbench));
});

test('a text that is not run yet finds what the one before it made, and its address goes on working', async () => {
	const { workbench } = loaded();
	await ask(workbench, make);
	workbench.sql = 'select n from w';
	const { workbench: other, asked } = await reload(await workbench.ownAddress());
	expect(asked).toEqual([make, 'select n from w']);
	expect(rowsOf(other)).toEqual([['41']]);
});

test('an address holds only what makes something, and nothing where nothing was made', async () => {
	const { workbench } = loaded();
	await ask(workbench, 'select 1', 'select 2');
	expect(await fromAddress(await workbench.ownAddress())).not.toHaveProperty('before');
	await ask(workbench, make, 'select 3', 'select 4');
	expect(await beforeIn(await workbench.ownAddress())).toEqual([make]);
});

test('what a reader selected and ran is run again, with the answer that was in sight', async () => {
	const { workbench } = loaded();
	workbench.sql = 'select 1; select 2; select 3';
	await workbench.run({ from: 0, to: workbench.sql.lastIndexOf(';') });
	workbench.shown = 0;
	const { workbench: other } = await reload(await workbench.ownAddress());
	expect([other.partly, other.answers.length, other.shown]).toEqual([true, 2, 0]);
	expect(other.question).toEqual(workbench.question);
	await other.run();
	expect([other.partly, other.answers.length, other.shown]).toEqual([false, 3, 2]);
	expect(other.question).not.toHaveProperty('part');
});

test('what rests on a file that is not open is told, and made when the file is there', async () => {
	const before = ['create temp table e as from eigen_a', make];
	const asked: Question = { sql: 'select n from w', view: {}, selected: [], before };
	const { workbench } = await reload(await toAddress(asked));
	expect(rowsOf(workbench)).toEqual([['41']]);
	expect(failedIn(workbench)).toEqual([[before[0], expect.stringContaining('eigen_a')]]);
	expect(await beforeIn(await workbench.ownAddress())).toEqual(before);
	await workbench.bring(file);
	await ask(workbench, 'select x, n from e, w');
	expect(rowsOf(workbench)).toEqual([['7', '41']]);
	expect(failedIn(workbench)).toEqual([]);
});

test('what rests on a statement that fails is not done without it, and all keep their order', async () => {
	const [insert, remove] = ['insert into w select x from eigen_a', 'delete from w where n > 10'];
	const { workbench } = loaded();
	await workbench.bring(file);
	await ask(workbench, make, insert, remove, 'select sum(n) from w');
	expect(rowsOf(workbench)).toEqual([['7']]);
	const address = await workbench.ownAddress();
	const { workbench: other } = await reload(address);
	expect(rowsOf(other)).toEqual([['41']]);
	expect(failedIn(other)).toEqual([
		[insert, expect.stringContaining('eigen_a')],
		[remove, 'Dit rust op wat hierboven niet lukte.']
	]);
	expect(await other.ownAddress()).toBe(address);
	await other.run();
	expect(rowsOf(other)).toEqual([['41']]);
	await other.bring(file);
	await other.run();
	expect(rowsOf(other)).toEqual([['7']]);
	expect(await other.ownAddress()).toBe(address);
});

test.each([
	['a text that makes its table', [], `${make}; select n from w`, `${make}; select n as m from w`],
	[
		'a text that fills a table',
		[make],
		'insert into w select 1; from w',
		'insert into w select 1; select n from w'
	]
])('what was changed in %s and not run is not done twice', async (_, before, text, changed) => {
	const { workbench } = loaded();
	await ask(workbench, ...before, text);
	workbench.sql = changed;
	const { workbench: other } = await reload(await workbench.ownAddress());
	expect(other.problem).toBeUndefined();
	expect(rowsOf(other)).toEqual(rowsOf(workbench));
});

test.each([
	['makes what is there', [`${make}; from w`, `${make}; from w`]],
	[
		'makes and fills what is there',
		[`${make}; insert into w select 2; from w`, `${make}; insert into w select 2; from w`]
	],
	[
		'is changed in the middle',
		[`${make}; insert into w select 2; from w`],
		`${make}; insert into w select 3; from w`
	],
	[
		'makes only what is not there',
		Array<string>(2).fill(
			`create temp table if not exists w as select 1 as n; insert into w select 2; from w`
		)
	]
])(
	'a text that %s, run again, is whole after loading again, and again',
	async (_, texts, changed?: string) => {
		const { workbench } = loaded();
		await ask(workbench, ...texts);
		if (changed) workbench.sql = changed;
		const { workbench: other } = await reload(await workbench.ownAddress());
		expect([other.problem, failedIn(other)]).toEqual([undefined, []]);
		const rows = rowsOf(other);
		await ask(other, 'from w');
		expect(rowsOf(other)).toEqual(rows);
		const { workbench: third } = await reload(await other.ownAddress());
		expect([third.problem, failedIn(third), rowsOf(third)]).toEqual([undefined, [], rows]);
	}
);

test('rows that were put in between are there after a text that makes its table is run again', async () => {
	const { workbench } = loaded();
	await ask(workbench, `${make}; from w`, 'insert into w select 2', `${make}; from w`);
	const { workbench: other } = await reload(await workbench.ownAddress());
	expect(other.problem?.message).toBe(workbench.problem?.message);
	for (const each of [workbench, other]) await ask(each, 'select count(*) from w');
	expect([rowsOf(workbench), rowsOf(other)]).toEqual([[['2']], [['2']]]);
});

test('of addresses that come at once the last is asked', async () => {
	const { workbench } = loaded();
	const addresses = await Promise.all(
		[6, 7, 8].map((n) => toAddress({ sql: `select ${n}`, view: {}, selected: [], before: [make] }))
	);
	const found = await Promise.all(addresses.map((each) => workbench.read(each)));
	expect(found).toEqual([true, true, true]);
	await expect.poll(() => rowsOf(workbench)).toEqual([['8']]);
	expect(workbench.problem).toBeUndefined();
});

test('an address says all that was made: without anything in it nothing is, and what runs is stopped for it', async () => {
	const { workbench } = loaded();
	const text = `${make}; select n from w`;
	await ask(workbench, text);
	const own = await workbench.ownAddress();
	const other = await toAddress({ sql: 'from w', view: {}, selected: [] });
	void workbench.read(other);
	await expect.poll(() => workbench.problem?.message).toContain('w does not exist');
	await workbench.read(own);
	await expect.poll(() => rowsOf(workbench)).toEqual([['41']]);
	void workbench.run();
	await workbench.read(await toAddress({ sql: 'select 5', view: {}, selected: [] }));
	await expect.poll(() => rowsOf(workbench)).toEqual([['5']]);
});

test('an answer that may rest on what was made says so', async () => {
	const { workbench } = loaded();
	await ask(workbench, make, 'select 1');
	expect(workbench.answer?.isResting).toBe(false);
	await ask(workbench, 'from w');
	expect(workbench.answer?.isResting).toBe(true);
});

test.each([[[9, 3]], [[0, 99]], [[4, 4]]] as const)('a part of %j is none', async (part) => {
	const asked: Question = { sql: 'select 1', view: {}, selected: [], part: [...part] };
	const { workbench } = await reload(await toAddress(asked));
	expect([workbench.partly, rowsOf(workbench)]).toEqual([false, [['1']]]);
});

test('what was made in an engine that had to be ended is made again in the next', async () => {
	const { workbench } = loaded({ ends: true });
	await ask(workbench, make, 'select 1');
	await workbench.stop();
	expect(workbench.past.done).toEqual([]);
	await ask(workbench, 'select n from w');
	expect(rowsOf(workbench)).toEqual([['41']]);
});

test('a reader can let all go that was made', async () => {
	const { workbench } = loaded();
	await ask(workbench, make, 'select 1');
	await workbench.forgetMade();
	expect(await fromAddress(await workbench.ownAddress())).not.toHaveProperty('before');
	await ask(workbench, 'from w');
	expect(workbench.problem?.message).toContain('w does not exist');
	await ask(workbench, make);
	expect(workbench.problem).toBeUndefined();
});

test('an address that is opened beside other work brings its own, and makes nothing twice', async () => {
	const { workbench, asked } = loaded();
	await ask(workbench, make, 'create temp table other as select 1 as n', 'from other');
	const own = await workbench.ownAddress();
	const open = async (address: string) => {
		await workbench.read(address);
		await expect.poll(() => workbench.busy).toBe(false);
	};
	asked.length = 0;
	await open(own);
	expect(asked).toEqual(['from other']);
	const before = ['create temp table w as select 2 as n'];
	await open(await toAddress({ sql: 'from w', view: {}, selected: [], before }));
	expect(rowsOf(workbench)).toEqual([['2']]);
	await ask(workbench, 'from other');
	expect(workbench.problem?.message).toContain('other does not exist');
});

test.each([
	"copy (select 1) to 'x.csv'",
	"attach 'x.duckdb'",
	'create table stays as select 1',
	"create temp table x as from read_csv('/etc/passwd')"
])('what may not be asked is not run before a question either: %s', async (sql) => {
	const asked: Question = { sql: 'select 1 as n', view: {}, selected: [], before: [sql, make] };
	const { workbench, asked: ran } = await reload(await toAddress(asked));
	expect(ran).toEqual([make, 'select 1 as n']);
	expect(rowsOf(workbench)).toEqual([['1']]);
});

test('whatever a reader asks, one text after the other, loading again loses nothing', async () => {
	const name = fc.constantFrom('a', 'b', 'c');
	const two = fc.tuple(name, name);
	const text = fc.oneof(
		fc.tuple(name, fc.nat(9)).map(([each, n]) => `create temp table ${each} as select ${n} as n`),
		two.map(([each, from]) => `create or replace temp table ${each} as select n + 1 as n from ${from}`),
		two.map(([each, from]) => `create or replace temp view ${each} as select n from ${from}`),
		fc.tuple(name, fc.nat(9)).map(([each, n]) => `insert into ${each} values (${n}); from ${each}`),
		name.map((each) => `update ${each} set n = n * 2`),
		name.map((each) => `drop table if exists ${each}`),
		two.map(([each, to]) => `alter table ${each} rename to ${to}`),
		name.map((each) => `select sum(n) from ${each}`),
		fc.constant('reload')
	);
	const seen = async (workbench: Workbench) => {
		const rows = [];
		for (const each of ['a', 'b', 'c']) {
			const found = workbench.look(`from ${each} order by n`).then(
				(result) => result.rows,
				() => undefined
			);
			rows.push(await found);
		}
		return rows;
	};
	await fc.assert(
		fc.asyncProperty(fc.array(text, { minLength: 4, maxLength: 14 }), async (texts) => {
			let { workbench } = loaded();
			for (const each of [...new Set(texts), 'select 1', 'reload']) {
				if (each !== 'reload') await ask(workbench, each);
				else if (workbench.sql) {
					const expected = await seen(workbench);
					({ workbench } = await reload(await workbench.ownAddress()));
					expect(await seen(workbench)).toEqual(expected);
				}
			}
		}),
		{ numRuns: 30 }
	);
}, 60_000);
