import { describe, expect, it } from 'vitest';
import { countMeasured, tellMeasured } from './measure.ts';

describe('how well goals can be measured, in a sentence', () => {
	it('leaves out what does not occur, and names the goals without a figure', () => {
		expect(tellMeasured({ whole: 0, part: 0, indirect: 5, none: 7 })).toBe(
			'Van deze doelen: bij 5 zegt een open cijfer er van een afstand iets over en bij 7 is er geen open cijfer.'
		);
		expect(tellMeasured({ whole: 1, part: 2, indirect: 0, none: 0 })).toBe(
			'Van deze doelen: bij 1 past een open cijfer precies en bij 2 past een open cijfer deels.'
		);
	});

	it('is empty where there are no goals', () => {
		expect(tellMeasured(countMeasured([]))).toBe('');
	});
});
