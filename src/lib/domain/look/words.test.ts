import { expect, test } from 'vitest';
import { measureWords } from './words.ts';

test.each([
	['per_1000', 'per 1.000'],
	['uitgaven_per_100000_inwoners', 'uitgaven per 100.000 inwoners'],
	['waarde_2020', 'waarde 2020'],
	['Verschil met 2020', 'Verschil met 2020'],
	['_', '_'],
	['', '']
])('the column %j is called %j in a sentence', (name, words) => expect(measureWords(name)).toBe(words));
