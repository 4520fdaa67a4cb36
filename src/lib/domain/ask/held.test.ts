import { expect, test } from 'vitest';
import { asked, bijstand, holdings, make } from './ask.fixture.ts';
import { cautionsOf } from './held.ts';
import { write } from './write.ts';

test('cautions are of an answer to the SQL that choices make, and of no other', () => {
	const ask = asked({ together: 'gemeente', subjects: [bijstand()] });
	const { sql } = write(ask, holdings);
	expect(cautionsOf({ sql, ask }, holdings)).toContain('Is een deel niet bekend, dan is er ook geen som.');
	expect(cautionsOf({ sql: `${sql} `, ask }, holdings)).toEqual([]);
	expect(cautionsOf({ sql }, holdings)).toEqual([]);
	const impossible = {
		...asked({ subjects: [bijstand()], periods: [2020], make: make.land! }),
		level: 'wijk' as const
	};
	expect(cautionsOf({ sql, ask: impossible }, holdings)).toEqual([]);
});
