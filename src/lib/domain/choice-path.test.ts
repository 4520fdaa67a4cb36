import { expect, test } from 'vitest';
import { choicePath } from './choice-path.ts';

test.each([
	[{ breakdown: '18+' }, undefined],
	[{ breakdown: '65+' }, '65-plus'],
	[{ breakdown: '18+', wijk: 'WK196904' }, 'buurten-wk196904'],
	[{ breakdown: '18+', boundaries: 2024 }, 'grenzen-2024']
] as const)('%j has the page %s', (choice, path) => {
	expect(choicePath(choice, '18+')).toBe(path);
});
