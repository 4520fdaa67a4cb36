import { expect, test } from 'vitest';
import { question } from '../../schema/question.ts';
import { asked } from '../ask/ask.fixture.ts';
import { questionOf } from './question-of.ts';

const now = question.parse({
	sql: 'select 99',
	view: { kind: 'line' },
	selected: ['GM1783'],
	ask: asked({}),
	steps: 'slice 9'
});

test('an answer is of what was asked then, seen as it is now', () => {
	const ask = asked({ make: { kind: 'index', base: 2016 } });
	const sql = '-- Eerste titel\nselect 1';
	expect(questionOf({ asked: { sql, ask, statements: [], before: [] } }, now)).toEqual({
		sql,
		view: { kind: 'line' },
		selected: ['GM1783'],
		ask
	});
	expect(
		questionOf({ asked: { sql, statements: [], before: [] }, worked: { steps: 'slice 1' } }, now)
	).toMatchObject({
		steps: 'slice 1'
	});
});

test('with statements that were run before, the choices are not those of the SQL', () => {
	const ran = (sql: string) => ({ sql, code: sql });
	const before = [ran('create temp table w as select 1')];
	const found = questionOf(
		{ asked: { sql: 'from w', statements: [ran('from w')], ask: asked({}), before } },
		now
	);
	expect(found.sql).toBe('create temp table w as select 1;\nfrom w');
	expect(found).not.toHaveProperty('ask');
});
