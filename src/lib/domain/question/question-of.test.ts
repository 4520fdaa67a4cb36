import { describe, expect, test } from 'vitest';
import { question } from '../../schema/question.ts';
import { asked } from '../ask/ask.fixture.ts';
import { splitStatements } from '../sql/split.ts';
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

const ran = (sql: string) => ({ sql, code: sql });
const make = ran('create temp table w as select 1 as n');
/** What was asked up to each statement of a text, after what made a table. */
const upTo = (...texts: string[]) =>
	texts.map((_, i) => {
		const own = texts.slice(0, i + 1);
		return { sql: own.join('; '), statements: own.map(ran), before: [make] };
	});

describe('what steps join', () => {
	test('keeps its number where statements come before it', () => {
		const [first, second, third] = upTo('select n, 10 as x from w', 'select 2 as n', 'select n from w');
		const joined = [
			{ asked: second!, named: { at: 5, number: 2 } },
			{ asked: first!, named: { at: 17, number: 1 } }
		];
		const found = questionOf({ asked: third!, worked: { steps: 'join 2 by n\njoin 1 by n' }, joined }, now);
		expect(found.sql).toBe(`${make.sql};\n${third!.sql}`);
		expect(found.steps).toBe('join 3 by n\njoin 2 by n');
	});

	test('is asked too where it comes after the answer in sight, of which the place is told', () => {
		const [first, second] = upTo('select 1 as n', 'select 2 as n -- twee');
		const joined = [{ asked: second!, named: { at: 5, number: 2 } }];
		const found = questionOf({ asked: first!, worked: { steps: 'join 2 by n' }, joined }, now);
		expect(found).toMatchObject({ sql: second!.sql, steps: 'join 2 by n', shown: 0 });
	});

	test('keeps its place behind what made a table, also where a statement after it makes that anew', () => {
		const anew = 'create or replace temp table w as select 2 as n';
		const [, second, , fourth] = upTo('select 3 as n', 'select n, 5 as k from w', anew, 'select 1 as n');
		const joined = [{ asked: fourth!, named: { at: 5, number: 4 } }];
		const found = questionOf({ asked: second!, worked: { steps: 'join 4 by n' }, joined }, now);
		expect(splitStatements(found.sql).map(({ text }) => text)).toEqual([
			make.sql,
			...fourth!.statements.map(({ sql }) => sql)
		]);
		expect(found).toMatchObject({ shown: 2, steps: 'join 5 by n' });
	});

	test('of the page itself no place is left where the answer is the last of what is asked', () => {
		const [first] = upTo('select n from w');
		expect(questionOf({ asked: first! }, { ...now, shown: 0 })).not.toHaveProperty('shown');
	});

	test('is made too where it is a table that no question names', () => {
		const [first] = upTo('select 1 as n');
		const joined = [{ asked: first!, looked: ran('select * from "w"') }];
		const found = questionOf({ asked: first!, worked: { steps: 'join w by n' }, joined }, now);
		expect(found).toMatchObject({ sql: `${make.sql};\nselect 1 as n`, steps: 'join w by n' });
	});
});
