import { explain } from '#lib/domain/sql/problem.ts';
import { expect, test } from 'vitest';
import { asked, bijstand, holdings, make } from '#lib/domain/ask/ask.fixture.ts';
import { firstAsk } from '#lib/domain/ask/fit.ts';
import { Asker } from './asker.svelte.ts';
import { Workbench } from './workbench.svelte.ts';

/** Choices with a workbench whose engine answers nothing, and what they had kept. */
function choices() {
	const kept: string[] = [];
	const ran: string[] = [];
	const workbench = new Workbench(() => ({
		run: (sql) => {
			ran.push(sql);
			return Promise.resolve({ columns: [], rows: [], cut: false });
		},
		explain,
		stop: () => Promise.resolve(false),
		renew: () => Promise.resolve(),
		bring: () => Promise.resolve()
	}));
	const ask = firstAsk(holdings)!;
	const asker = new Asker(
		workbench,
		() => ({ holdings, ask }),
		(sql) => kept.push(sql)
	);
	return { asker, workbench, kept, ran };
}

test('what is asked by choosing is run, and kept as it is asked', async () => {
	const { asker, workbench, kept, ran } = choices();
	await asker.run();
	expect(ran).toHaveLength(1);
	expect(kept).toEqual([workbench.sql]);
	expect(asker.hold).toBe('held');
});

test('what cannot be asked is not kept', async () => {
	const { asker, kept, ran } = choices();
	asker.choose({ ...asked({ subjects: [bijstand()], periods: [2020] }), level: 'wijk' });
	asker.choose({ make: make.land! });
	expect(asker.problem).toContain('Nederland');
	await asker.run();
	expect(ran).toEqual([]);
	expect(kept).toEqual([]);
});
