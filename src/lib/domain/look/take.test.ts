import { expect, test } from 'vitest';
import { tellTaken, tellTaking } from './take.ts';

test('what is drawn can be taken away, and nothing needs to be told', () => {
	expect(tellTaking(['line', 'map'])).toBe('');
	expect(tellTaking(['multiples'])).toBe('');
});

test('with a table alone there is no picture, and none is said to be made', () => {
	expect(tellTaking([])).toContain('alleen de tabel');
	expect(tellTaken(0)).toContain('niets gemaakt');
	expect(tellTaken(1)).toBe('Het beeld is gemaakt.');
	expect(tellTaken(3)).toBe('3 beelden zijn gemaakt.');
});
