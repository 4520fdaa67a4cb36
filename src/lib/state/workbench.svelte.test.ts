import { explain } from '#lib/domain/sql/problem.ts';
import { describe, expect, test } from 'vitest';
import { Workbench } from './workbench.svelte.ts';

/** A workbench whose engine answers each statement with its own text, and the statements that it was asked. */
function bench(sql: string) {
	const asked: string[] = [];
	const workbench = new Workbench(() => ({
		run: (text) => {
			asked.push(text);
			if (text.includes('mis'))
				return Promise.reject(new Error('{"exception_type":"Parser","position":"7"}'));
			return Promise.resolve({ columns: [{ name: 'a', type: 'Utf8' }], rows: [[text]], cut: false });
		},
		explain,
		stop: () => Promise.resolve(false),
		renew: () => Promise.resolve(),
		bring: () => Promise.resolve()
	}));
	workbench.sql = sql;
	return { workbench, asked };
}

describe('what is run', () => {
	test('all statements, each with its answer, the last in sight', async () => {
		const { workbench } = bench('select 1; select 2');
		await workbench.run();
		expect(workbench.answers.map(({ sql }) => sql)).toEqual(['select 1', 'select 2']);
		expect(workbench.answer?.sql).toBe('select 2');
		expect(workbench.partly).toBe(false);
		workbench.shown = 0;
		expect(workbench.answer?.sql).toBe('select 1');
	});

	test('the answer in sight is in the address as long as it is not the last, and comes back with it', async () => {
		const { workbench } = bench('select 1; select 2; select 3');
		await workbench.run();
		expect(workbench.question).not.toHaveProperty('shown');
		workbench.shown = 1;
		const { question } = workbench;
		expect(question.shown).toBe(1);
		workbench.sql = 'select 4; select 5';
		expect(workbench.question).not.toHaveProperty('shown');
		const { workbench: other } = bench('');
		other.open(question);
		const running = other.run();
		expect(other.question.shown).toBe(1);
		await running;
		expect(other.answer?.sql).toBe('select 2');
		await other.run();
		expect(other.answer?.sql).toBe('select 2');
		other.sql = 'select 4; select 5';
		await other.run();
		expect(other.answer?.sql).toBe('select 5');
		other.open({ ...question, shown: 9 });
		await other.run();
		expect(other.answer?.sql).toBe('select 3');
		expect(other.question).not.toHaveProperty('shown');
	});

	test('the answer that an address asks for is not forgotten by a run that brings none', async () => {
		let isThere = false;
		const workbench = new Workbench(() => ({
			run: (text) =>
				isThere
					? Promise.resolve({ columns: [{ name: 'a', type: 'Utf8' }], rows: [[text]], cut: false })
					: Promise.reject(new Error('weg')),
			explain,
			stop: () => Promise.resolve(false),
			renew: () => Promise.resolve(),
			bring: () => Promise.resolve()
		}));
		workbench.open({ sql: 'select 1; select 2', view: {}, selected: [], shown: 0 });
		await workbench.run();
		expect(workbench.question.shown).toBe(0);
		isThere = true;
		await workbench.run();
		expect(workbench.answer?.sql).toBe('select 1');
	});

	test('only what is selected, and it says so', async () => {
		const { workbench, asked } = bench('select 1; select 2; select 3');
		workbench.cursor = { from: 9, to: 18 };
		expect(workbench.marked).toEqual({ from: 9, to: 18 });
		await workbench.run(workbench.marked);
		expect(asked).toEqual(['select 2']);
		expect(workbench.partly).toBe(true);
		expect(workbench.changed).toBe(false);
	});

	test('a selection of nothing but space is none', () => {
		const { workbench } = bench('select  1');
		workbench.cursor = { from: 6, to: 8 };
		expect(workbench.marked).toBeUndefined();
	});

	test.each([undefined, { from: 10, to: 20 }])(
		'an error is at its place in the whole text (%j)',
		async (part) => {
			const { workbench } = bench('select 1; select mis');
			await workbench.run(part);
			expect(workbench.problem?.at).toBe(17);
		}
	);
});

describe('the text', () => {
	test('another text has the cursor at its end, so that no old selection is run', () => {
		const { workbench } = bench('select 1; select 2');
		workbench.cursor = { from: 0, to: 8 };
		workbench.sql = 'select 3 from x';
		expect(workbench.cursor).toEqual({ from: 15, to: 15 });
		expect(workbench.marked).toBeUndefined();
	});

	test.each([
		['select ', 7, 7, 'select area'],
		['select', 6, 6, 'select area'],
		['select from x', 6, 6, 'select area from x'],
		['select from x', 7, 7, 'select area from x'],
		['select a.', 9, 9, 'select a.area'],
		['select oud from x', 7, 10, 'select area from x'],
		['', 99, 99, 'area']
	])('a name put in %j from %d to %d', (sql, from, to, expected) => {
		const { workbench } = bench(sql);
		workbench.cursor = { from, to };
		workbench.insert('area');
		expect(workbench.sql).toBe(expected);
		expect(workbench.cursor.from).toBe(workbench.cursor.to);
	});
});

test('an answer keeps the file that was open when it was asked', async () => {
	const { workbench } = bench('from eigen_a');
	const file = { name: 'a.csv', tables: [] };
	workbench.file = file;
	await workbench.run();
	workbench.file = undefined;
	expect(workbench.own).toEqual([]);
	expect(workbench.answer?.files).toEqual([file]);
	await workbench.run();
	expect(workbench.answer?.files).toEqual([]);
});

test('an answer keeps the text that it is of: up to its statement, or what was selected', async () => {
	const { workbench } = bench('-- Titel\nselect 1; select 2 -- eind');
	await workbench.run();
	workbench.sql = 'select 99';
	expect(workbench.answers.map(({ asked }) => asked.sql)).toEqual([
		'-- Titel\nselect 1',
		'-- Titel\nselect 1; select 2 -- eind'
	]);
	await workbench.run({ from: 0, to: 8 });
	expect(workbench.answer?.asked.sql).toBe('select 9');
});

test('an answer keeps what was run before it, for as long as that engine goes on', async () => {
	const { workbench } = bench('create temp table w as select 1; from w');
	await workbench.run();
	expect(workbench.answer?.before.map(({ sql }) => sql)).toEqual(['create temp table w as select 1']);
	workbench.sql = 'select count(*) from w';
	await workbench.run();
	expect(workbench.answer?.before.map(({ sql }) => sql)).toEqual([
		'create temp table w as select 1',
		'from w'
	]);
	await workbench.stop();
	expect(workbench.past.done).toHaveLength(3);
	await workbench.bring(undefined);
	expect(workbench.past.done).toEqual([]);
});
