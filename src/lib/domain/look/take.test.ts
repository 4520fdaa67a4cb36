import { expect, test } from 'vitest';
import { canTake, tellTaken, tellTaking } from './take.ts';

test('a chart and a map can be taken away, and nothing needs to be told', () => {
	expect(canTake(['line', 'map'])).toBe(true);
	expect(tellTaking(['line', 'map'])).toBe('');
});

test('small charts cannot, and the reader is told what can', () => {
	expect(canTake(['multiples'])).toBe(false);
	expect(tellTaking(['multiples'])).toContain('een ander beeld');
	expect(canTake(['multiples', 'map'])).toBe(true);
	expect(tellTaking(['multiples', 'map'])).toContain('De kaart ernaast wel.');
});

test('with a table alone there is no picture, and none is said to be made', () => {
	expect(canTake([])).toBe(false);
	expect(tellTaking([])).toContain('alleen de tabel');
	expect(tellTaken(0)).toContain('niets gemaakt');
	expect(tellTaken(1)).toBe('Het beeld is gemaakt.');
	expect(tellTaken(3)).toBe('3 beelden zijn gemaakt.');
});
