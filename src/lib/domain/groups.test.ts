import { describe, expect, it } from 'vitest';
import { groupLabel } from './groups.ts';

describe('groupLabel', () => {
	it('names a group where an indicator has another one too', () => {
		expect(groupLabel('18+', ['18+', '65+'])).toBe('18 jaar en ouder');
	});

	it('says nothing where there is one group only, as there is nothing to tell apart', () => {
		expect(groupLabel('totaal', ['totaal'])).toBeUndefined();
		expect(groupLabel('18+', ['18+'])).toBeUndefined();
	});
});
