import { expect, test } from 'vitest';
import { groupFindings, tellFindings, type Kind } from './findings.ts';

const found = (...all: Kind[]) => all.map((kind, id) => ({ kind, id }));

test('the kind of the best finding stands first', () => {
	const groups = groupFindings(found('area', 'goal', 'area'), 10);
	expect(groups.map(({ kind }) => kind)).toEqual(['area', 'goal']);
	expect(groups[0]!.shown.map(({ id }) => id)).toEqual([0, 2]);
});

test('what does not fit is counted, not forgotten', () => {
	const groups = groupFindings(found('goal', 'goal', 'goal', 'term'), 2);
	expect(groups).toMatchObject([
		{ kind: 'goal', rest: 1 },
		{ kind: 'term', rest: 0 }
	]);
	expect(tellFindings('zorg', groups)).toBe('4 resultaten voor "zorg": 3 doelen en 1 begrip.');
});

test('one finding and none are told apart', () => {
	expect(tellFindings('wmo', groupFindings(found('term'), 5))).toBe('1 resultaat voor "wmo": 1 begrip.');
	expect(tellFindings('qqq', [])).toBe('Niets gevonden voor "qqq".');
});
