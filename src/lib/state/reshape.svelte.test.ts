import { explain } from '#lib/domain/sql/problem.ts';
import { describe, expect, test } from 'vitest';
import type { ReshapeQuestion } from '#lib/domain/pipeline/message.ts';
import { question } from '#lib/schema/question.ts';
import { Reshape } from './reshape.svelte.ts';
import { Workbench } from './workbench.svelte.ts';

/** A workbench whose engine gives each statement as its only cell, with steps that give how many there were. */
async function bench(sql = 'select 1; select 2', steps = 'slice 1') {
	const looked: string[] = [];
	const workbench = new Workbench(() => ({
		run: (text) => {
			looked.push(text);
			if (text.includes('nergens')) return Promise.reject(new Error('{}'));
			return Promise.resolve({
				columns: [{ name: 'a', type: 'Utf8' }],
				rows: [[text]],
				cut: text.includes('veel')
			});
		},
		explain,
		stop: () => Promise.resolve(false),
		renew: () => Promise.resolve(),
		bring: () => Promise.resolve()
	}));
	workbench.open(question.parse({ sql, steps }));
	await workbench.run();
	const asked: ReshapeQuestion[] = [];
	const reshape = new Reshape(workbench, {
		run: (given) => {
			asked.push(given);
			if (given.steps[0]?.verb === 'slice' && given.steps[0].count === 0)
				return Promise.resolve({ problem: 'te lang' });
			const rows = [[`${given.steps.length} stappen`]];
			return Promise.resolve({ result: { ...given.result, rows }, remarks: ['let op'] });
		},
		stop: () => undefined
	});
	return { workbench, reshape, asked, looked };
}

const cell = (workbench: Workbench) => workbench.answer?.result.rows[0]?.[0];

describe('what is seen', () => {
	test('the outcome of the steps, with what was done, until the reader goes back', async () => {
		const { workbench, reshape } = await bench();
		await reshape.run();
		expect(cell(workbench)).toBe('1 stappen');
		expect(workbench.answer?.worked).toEqual({
			steps: 'slice 1',
			count: 1,
			remarks: ['let op'],
			beside: []
		});
		expect(workbench.question.steps).toBe('slice 1');
		workbench.unwork();
		expect(cell(workbench)).toBe('select 2');
		expect(workbench.steps).toBe('slice 1');
		expect(workbench.question).not.toHaveProperty('steps');
		await reshape.run();
		expect(workbench.question.steps).toBe('slice 1');
	});

	test('an outcome is of one answer: another one is seen as it is', async () => {
		const { workbench, reshape } = await bench();
		await reshape.run();
		workbench.shown = 0;
		expect(cell(workbench)).toBe('select 1');
		expect(workbench.answer?.worked).toBeUndefined();
	});

	test('what fails leaves the answer of the SQL, and the steps in the address', async () => {
		const { workbench, reshape } = await bench();
		await reshape.run();
		workbench.steps = 'slice 0';
		await reshape.run();
		expect(reshape.problem).toBe('te lang');
		expect(cell(workbench)).toBe('select 2');
		expect(workbench.question.steps).toBe('slice 0');
	});

	test('no steps are no mistake', async () => {
		const { workbench, reshape, asked } = await bench('select 1', ' \n-- niets');
		await reshape.run();
		expect(asked).toEqual([]);
		expect(reshape.problems).toEqual([]);
		expect(cell(workbench)).toBe('select 1');
	});

	test('an answer that came in sight meanwhile goes through the steps too', async () => {
		const { workbench, reshape, asked } = await bench();
		const running = reshape.run();
		workbench.shown = 0;
		await running;
		expect(asked.map(({ result }) => result.rows[0]?.[0])).toEqual(['select 2', 'select 1']);
		expect(cell(workbench)).toBe('1 stappen');
	});

	test('another question has no steps of the one before', async () => {
		const { workbench, reshape } = await bench();
		await reshape.run();
		workbench.open(question.parse({ sql: 'select 3' }));
		expect(workbench.isStepped).toBe(false);
		expect(workbench.question).not.toHaveProperty('steps');
	});
});

describe('mistakes', () => {
	test('those of the text and those of its columns are told together, and nothing is done', async () => {
		const { reshape, asked } = await bench('select 1', "filter b = 'x'\nselect a a\nfilter c = 'x'");
		await reshape.run();
		expect(reshape.problems.map(({ at }) => at)).toEqual([7, 24]);
		expect(asked).toEqual([]);
	});

	test('an answer that was cut is not counted with', async () => {
		const { reshape, asked } = await bench('select veel');
		await reshape.run();
		expect(reshape.problem).toContain('afgekapt na 1 regel');
		expect(asked).toEqual([]);
	});
});

describe('rows that come beside', () => {
	test('are those of an answer, or looked up in a table whose name cannot end its quotes', async () => {
		const { workbench, reshape, asked, looked } = await bench(
			'select 1; select 2',
			'join 1 by a\njoin "x""; drop table y" by a\njoin 1 by a'
		);
		await reshape.run();
		expect(asked[0]?.others.map(([key]) => key)).toEqual(['antwoord 1', 'tabel x"; drop table y']);
		expect(looked.at(-1)).toBe('select * from "x""; drop table y"');
		expect(workbench.answer?.worked?.beside).toEqual(['select 1', looked.at(-1)]);
		expect(workbench.answer?.joined?.map((each) => [each.named, each.asked.sql, each.looked?.sql])).toEqual([
			[{ at: 5, number: 1 }, 'select 1', undefined],
			[undefined, 'select 1; select 2', looked.at(-1)],
			[{ at: 47, number: 1 }, 'select 1', undefined]
		]);
	});

	test.each([
		['join 3 by a', 'Er is geen antwoord 3: de SQL geeft er 2'],
		['join 0 by a', 'Er is geen antwoord 0'],
		['join nergens by a', 'De tabel “nergens” is niet op te vragen'],
		['join veel by a', 'In tabel veel staat te veel']
	])('%s', async (steps, message) => {
		const { reshape, asked } = await bench('select 1; select 2', steps);
		await reshape.run();
		expect(reshape.problems).toMatchObject([{ at: 5 }]);
		expect(reshape.problems[0]?.message).toContain(message);
		expect(reshape.busy).toBe(false);
		expect(asked).toEqual([]);
	});
});
