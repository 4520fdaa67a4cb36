import { expect, it } from 'vitest';
import { plainNote } from './notes.ts';

it('leaves the words of a note, without signs', () => {
	expect(plainNote('In de **coronatijd**, *zo* meldt [het RIVM](https://www.rivm.nl/a).')).toBe(
		'In de coronatijd, zo meldt het RIVM.'
	);
	expect(plainNote('Van 44,4 naar 49,2.')).toBe('Van 44,4 naar 49,2.');
});
