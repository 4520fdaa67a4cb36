import { explain } from '#lib/domain/sql/problem.ts';
import { expect, test } from 'vitest';
import type { Question } from '#lib/schema/question.ts';
import { Look } from './look.svelte.ts';
import { Workbench } from './workbench.svelte.ts';

const names = { a: ['WK063700', 'WK063701'], b: ['WK178301', 'WK063701'] };

/** A workbench whose engine answers `a` and `b` with two areas each, in years from 2016 or 2020. */
function open(sql: 'a' | 'b', more: Partial<Question> = {}) {
	const workbench = new Workbench(() => ({
		run: (text) => {
			const first = text.endsWith('a') ? 2016 : 2020;
			return Promise.resolve({
				columns: [
					{ name: 'code', type: 'Utf8' },
					{ name: 'jaar', type: 'Int32' },
					{ name: 'waarde', type: 'Float64' }
				],
				rows: names[text.endsWith('a') ? 'a' : 'b'].flatMap((code, i) =>
					[first, first + 2, first + 4].map((year) => [code, year, i])
				),
				cut: false
			});
		},
		explain,
		stop: () => Promise.resolve(false),
		renew: () => Promise.resolve(),
		bring: () => Promise.resolve()
	}));
	workbench.open({ sql: `select ${sql}`, view: {}, selected: [], ...more });
	return { workbench, look: new Look(workbench, () => new Set()) };
}

test('what is selected does not outlive the answer it occurs in, in pictures, table and address', async () => {
	const { workbench, look } = open('a', {
		selected: ['WK063700', 'WK063701'],
		selectedIn: 'map',
		years: [2018, 2020]
	});
	await workbench.run();
	look.settle();
	expect([...look.selected]).toEqual(names.a);
	expect(look.rows).toEqual([1, 2, 4, 5]);
	workbench.sql = 'select b';
	look.settle();
	expect(workbench.question.selected).toEqual(names.a);
	const running = workbench.run();
	look.settle();
	expect(workbench.question.selected).toEqual(names.a);
	await running;
	expect([...look.selected]).toEqual(['WK063701']);
	expect(look.years).toEqual([2020, 2020]);
	expect(look.rows).toEqual([3]);
	look.settle();
	expect(workbench.question).toMatchObject({ selected: ['WK063701'], years: [2020, 2020] });
});

test('a selection of which nothing is left is none', async () => {
	const { workbench, look } = open('b', { selected: ['WK063700'], selectedIn: 'line', years: [1990, 2000] });
	await workbench.run();
	expect(look.rows).toHaveLength(6);
	expect(look.seenBy('bars', look.marks)).toHaveLength(6);
	look.settle();
	expect(workbench.question.selected).toEqual([]);
	expect(workbench.question.selectedIn).toBeUndefined();
	expect(workbench.question.years).toBeUndefined();
});

test('steps that are still to be done may bring what is selected', async () => {
	const { workbench, look } = open('b', { selected: ['WK063700'], steps: 'take 1' });
	await workbench.run();
	look.settle();
	expect(workbench.question.selected).toEqual(['WK063700']);
});

test('a choice made in the table keeps all rows there, and its address does too', async () => {
	const { workbench, look } = open('a');
	await workbench.run();
	look.toggle('WK063700', 'table');
	const again = open('a', workbench.question);
	await again.workbench.run();
	for (const each of [look, again.look]) {
		expect(each.rows).toHaveLength(6);
		expect(each.seenBy('line', each.marks)).toHaveLength(3);
	}
});
