import { expect, test } from 'vitest';
import { formatSize } from './size.ts';

test.each([
	[200, '1 kB'],
	[120_182, '120 kB'],
	[999_499, '999 kB'],
	[999_500, '1 MB'],
	[3_944_448, '3,9 MB']
])('%i bytes are %s', (bytes, words) => {
	expect(formatSize(bytes)).toBe(words);
});
