import { expect, test } from 'vitest';
import { deadlineWords } from './verdict/words.ts';
import { tellOrigin, tellWanted } from './goal-names.ts';

test.each([
	[{ wanted: 'not-risen' as const }, undefined, 'of het cijfer niet is gestegen'],
	[{ wanted: 'at-most' as const }, '5%', 'of het hoogstens 5% is'],
	[{ wanted: 'at-most' as const, exclusive: true }, '5%', 'of het minder dan 5% is'],
	[{ wanted: 'at-least' as const, exclusive: true }, '80%', 'of het meer dan 80% is'],
	[{ wanted: 'done-by' as const }, undefined, 'of het is gedaan']
])('a promise says what is looked at: %j', (target, value, told) => {
	expect(tellWanted(target, value)).toBe(told);
});

test('the day that a promise is due is told once', () => {
	const deadline = '2023-01-01';
	expect(deadlineWords({ title: 'Overgewicht daalt', deadline })).toBe(', uiterlijk 1 januari 2023');
	expect(deadlineWords({ title: 'Uiterlijk op 1 januari 2023 is bekend wat helpt', deadline })).toBe('');
	expect(deadlineWords({ title: 'Overgewicht daalt' })).toBe('');
});

test('only a link that is not of the source says where it comes from', () => {
	expect(tellOrigin('derived', '; verband ')).toBe('; verband afgeleid');
	expect(tellOrigin('editorial', ' (', ')')).toBe(' (van de redactie)');
	expect(tellOrigin('source', ' (', ')')).toBe('');
	expect(tellOrigin(undefined, ' (', ')')).toBe('');
});
