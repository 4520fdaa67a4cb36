import { describe, expect, it } from 'vitest';
import { check } from '../check/rules.ts';
import { load } from '../check/load.ts';
import { asked, type Words } from './asked.ts';

const { model } = check(load('data')).dataset!;
const ask = (words: Words) => asked(words, model, []);

describe('what is asked of npm run report', () => {
	it('is a report on a period, on its own day or on another', () => {
		expect(ask({ monitor: 'westland', period: '2017' }).wanted).toEqual({
			path: '/westland/rapport/2017/',
			asOf: undefined,
			out: 'rapport-westland-2017.pdf'
		});
		expect(ask({ monitor: 'westland', period: '2017', 'as-of': '2018-12-31' }).wanted).toMatchObject({
			asOf: '2018-12-31',
			out: 'rapport-westland-2017-op-2018-12-31.pdf'
		});
	});

	it('is a profile of any area, of the organisation itself too', () => {
		expect(ask({ monitor: 'westland', area: 'WK178301', out: 'x/naaldwijk.pdf' }).wanted).toEqual({
			path: '/westland/gebieden/WK178301/',
			asOf: undefined,
			out: 'x/naaldwijk.pdf'
		});
		expect(ask({ monitor: 'zoetermeer', area: 'GM0637-oosterheem' }).wanted?.path).toBe(
			'/zoetermeer/gebieden/GM0637-oosterheem/'
		);
		expect(ask({ monitor: 'zoetermeer', area: 'WK178301' }).problems).toHaveLength(1);
	});

	it('names all that is wrong at once', () => {
		const { wanted, problems } = asked(
			{ monitor: 'westland', period: '1999', area: 'WK0', 'as-of': '2018-02-30', out: 'x.doc' },
			model,
			['Er is geen Chromium gevonden.']
		);
		expect(wanted).toBeUndefined();
		expect(problems.join('\n')).toMatch(
			/óf --period[\s\S]*rapport over "1999"[\s\S]*gebied "WK0"[\s\S]*2018-02-30[\s\S]*x\.doc[\s\S]*Chromium/
		);
		expect(ask({ monitor: 'delft', period: '2017' }).problems[0]).toContain('zoetermeer');
		expect(ask({}).problems[0]).toContain('--monitor');
	});
});
