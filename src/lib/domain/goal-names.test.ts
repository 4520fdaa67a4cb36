import { expect, test } from 'vitest';
import { tellWanted } from './goal-names.ts';

test.each([
	[{ wanted: 'not-risen' as const }, undefined, 'of het cijfer niet is gestegen'],
	[{ wanted: 'at-most' as const }, '5%', 'of het hoogstens 5% is'],
	[{ wanted: 'at-most' as const, exclusive: true }, '5%', 'of het minder dan 5% is'],
	[{ wanted: 'at-least' as const, exclusive: true }, '80%', 'of het meer dan 80% is'],
	[{ wanted: 'done-by' as const }, undefined, 'of het is gedaan']
])('a promise says what is looked at: %j', (target, value, told) => {
	expect(tellWanted(target, value)).toBe(told);
});
