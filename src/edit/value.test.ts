import { expect, test } from 'vitest';
import { toValue } from './value.ts';

const text = { type: 'text', many: false, isDecimal: false } as const;
const decimal = { ...text, isDecimal: true };
const number = { ...text, type: 'number' } as const;

test.each([
	[decimal, ' 72,5 ', '72.5'],
	[decimal, '-3', '-3'],
	[decimal, '1.250,5', '1.250,5'],
	[decimal, 'veel', 'veel'],
	[number, '72,5', 72.5],
	[number, 'veel', 'veel'],
	[text, '1,5 kilometer', '1,5 kilometer'],
	[text, '  ', '']
])('a field %j with "%s" says %j', (shape, typed, expected) => {
	expect(toValue(typed, shape)).toBe(expected);
});
