import { expect, test } from 'vitest';
import { checkCatalogue, languages, readCatalogue } from './catalogue.ts';

test.each(languages)('every text of the interface is there in %s, and no other', (language) => {
	expect(readCatalogue(language).size).toBeGreaterThan(300);
	expect(checkCatalogue(language)).toEqual([]);
});
