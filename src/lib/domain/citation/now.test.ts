import { describe, expect, test } from 'vitest';
import type { ObservationStatus } from '../../schema/observation.ts';
import { released } from '../since/since.fixture.ts';
import {
	figureKey,
	figureNow,
	rowNow,
	tellFigureNow,
	tellNow,
	tellVerdictsNow,
	verdictNow,
	type VerdictNow
} from './now.ts';

const known = { indicators: new Set(['gezondheid']), tables: new Set(['t2020']) };
const current = (value: number | null, status: ObservationStatus = 'estimate') => ({
	value,
	status,
	published: null
});
const now = (own: ReturnType<typeof current> | undefined, then = released(), all = known) =>
	figureNow(then, own, all);

describe('a figure of a release', () => {
	test('is the same', () => expect(now(current(70))).toEqual({ kind: 'same' }));

	test('is revised: another value, one that came, one that is hidden now', () => {
		expect(now(current(70.1))).toEqual({ kind: 'revised', current: current(70.1) });
		expect(now(current(0), released({ value: '', status: 'suppressed' }))).toMatchObject({ kind: 'revised' });
		expect(now(current(null, 'suppressed'))).toMatchObject({ kind: 'revised' });
	});

	test('has the same value with another status', () => {
		expect(now(current(70, 'definitive'))).toEqual({ kind: 'status', status: 'definitive' });
		expect(now(current(null, 'suppressed'), released({ value: '', status: 'unknown' }))).toEqual({
			kind: 'status',
			status: 'suppressed'
		});
	});

	test('is gone, with what is gone', () => {
		expect(now(undefined)).toEqual({ kind: 'gone', what: 'figure' });
		expect(now(undefined, released({ table: 't2018' }))).toEqual({ kind: 'gone', what: 'table' });
		expect(now(undefined, released({ indicator: 'ander' }))).toEqual({ kind: 'gone', what: 'indicator' });
	});

	test('is known by its table, indicator, area, period and group', () => {
		expect(figureKey(released())).toBe('t2020,gezondheid,GM0001,2020,18+');
		expect(figureKey({ ...released(), period: 2020 })).toBe(figureKey(released()));
	});
});

describe('a row of a release', () => {
	const then = { id: 'a-1', value: '12', unit: 'euro', remark: '' };
	const found = (current?: typeof then) => rowNow(then, current, ['value', 'unit']);

	test('is the same, revised, described differently or gone', () => {
		expect(found({ ...then })).toEqual({ kind: 'same' });
		expect(found({ ...then, value: '13' })).toMatchObject({ kind: 'revised', current: { value: '13' } });
		expect(found({ ...then, unit: 'procent', remark: 'Anders.' })).toMatchObject({ kind: 'revised' });
		expect(found({ ...then, remark: 'Anders.' })).toEqual({ kind: 'reworded' });
		expect(found()).toEqual({ kind: 'gone', what: 'all' });
	});

	test('is told in words', () => {
		expect(tellFigureNow(found({ ...then, remark: 'Anders.' }))).toBe(
			'hetzelfde cijfer, nu anders omschreven'
		);
		expect(tellFigureNow(found())).toBe('niet meer op deze site');
		expect(tellNow([found({ ...then }), found({ ...then, remark: 'Anders.' })])).toBe(
			'Van deze 2 cijfers: 1 nog hetzelfde, 1 anders omschreven.'
		);
	});
});

test('a sentence tells how many stand as they did', () => {
	const same = { kind: 'same' as const };
	expect(tellNow([same, same])).toBe('Al deze cijfers zijn nu nog hetzelfde.');
	expect(tellNow([same, now(current(1)), now(current(70, 'definitive')), now(undefined)])).toBe(
		'Van deze 4 cijfers: 1 nog hetzelfde, 2 herzien, 1 weg.'
	);
});

test.each([
	[current(70), released(), 'hetzelfde'],
	[current(71), released(), 'herzien'],
	[current(70, 'definitive'), released(), 'hetzelfde, nu definitief'],
	[
		current(null, 'not-yet'),
		released({ value: '', status: 'unknown' }),
		'geen cijfer, nu omdat het later komt'
	],
	[undefined, released(), 'niet meer in deze tabel'],
	[undefined, released({ table: 't2018' }), 'niet meer op deze site: de tabel is weg'],
	[undefined, released({ indicator: 'ander' }), 'niet meer op deze site: de indicator is weg']
])('%# tells how a figure stands now', (own, then, words) => {
	expect(tellFigureNow(now(own, then))).toBe(words);
});

test('a verdict is another one only where its status is', () => {
	const then = { status: 'reached', rule: 'a', sentence: 'Zo is het.' };
	expect(verdictNow(then, { ...then })).toBe('same');
	expect(verdictNow(then, { ...then, sentence: 'Anders gezegd.' })).toBe('explained');
	expect(verdictNow(then, { ...then, rule: 'b' })).toBe('explained');
	expect(verdictNow(then, { ...then, share: { number: 1, of: 2 } })).toBe('explained');
	expect(verdictNow(then, { ...then, status: 'missed' })).toBe('turned');
	expect(verdictNow(then, undefined)).toBe('gone');
});

test.each<[VerdictNow[], string]>([
	[[], 'Al deze oordelen zijn nu nog hetzelfde.'],
	[['same', 'same'], 'Al deze oordelen zijn nu nog hetzelfde.'],
	[['same', 'turned'], 'Van 2 oordelen is er 1 anders.'],
	[['turned', 'turned', 'explained'], 'Van 3 oordelen zijn er 2 anders. Bij 1 is alleen de uitleg anders.'],
	[['same', 'explained'], 'Geen van de 2 oordelen is anders. Bij 1 is alleen de uitleg anders.'],
	[['turned', 'gone'], 'Van 2 oordelen is er 1 anders. Van 1 staat het doel niet meer op deze site.']
])('of verdicts that are %j is told how they stand', (all, told) => expect(tellVerdictsNow(all)).toBe(told));
