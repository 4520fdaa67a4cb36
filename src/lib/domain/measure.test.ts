import { describe, expect, it } from 'vitest';
import { countMeasured, tellMeasured, tellNoFigure } from './measure.ts';

describe('how well goals can be measured, in a sentence', () => {
	it('leaves out what does not occur, and names the goals without a figure', () => {
		expect(
			tellMeasured({ whole: 0, part: 0, indirect: 5, none: 7 }, { document: 0, beside: 0, incomplete: 0 })
		).toBe(
			'Van deze doelen: bij 5 zegt een open cijfer er van een afstand iets over en bij 7 is er geen open cijfer.'
		);
		expect(
			tellMeasured({ whole: 1, part: 2, indirect: 0, none: 0 }, { document: 0, beside: 0, incomplete: 0 })
		).toBe('Van deze doelen: bij 1 past een open cijfer precies en bij 2 past een open cijfer deels.');
	});

	it('tells figures of the document itself, and goals with a figure for a part of what was promised', () => {
		expect(
			tellMeasured({ whole: 0, part: 9, indirect: 0, none: 13 }, { document: 3, beside: 1, incomplete: 2 })
		).toBe(
			'Van deze doelen: bij 9 past een open cijfer deels en bij 13 is er geen open cijfer. ' +
				'Van die 13 is er bij 3 wel een cijfer uit het stuk zelf. ' +
				'Bij 1 doel ‘zonder indicator’ komt een open cijfer in de buurt, maar meet het geen enkele afspraak. ' +
				'Bij 2 doelen ‘zonder indicator’ is er een open cijfer voor een deel van de afspraken.'
		);
	});

	it('is empty where there are no goals', () => {
		expect(tellMeasured(countMeasured([]), { document: 0, beside: 0, incomplete: 0 })).toBe('');
	});
});

describe('that there is no open figure of a goal', () => {
	const verdict = (fromDocument: boolean, wanted: string, status = 'no-new-measurement', reports = 0) => {
		const target = { fromDocument, wanted, reports: Array.from({ length: reports }, () => ({})) };
		return { sentence: 'Waarom.', targets: [{ target, verdict: { status } }] } as never;
	};
	const goal = { indicators: [], noIndicator: 'Niemand telt het.' };

	it.each([
		[
			verdict(true, 'falls'),
			'Hierover is er geen open cijfer. Het oordeel rust op een cijfer uit het stuk zelf.'
		],
		[
			verdict(false, 'done-by', 'reached', 1),
			'Hierover is er geen open cijfer. Het oordeel rust op wat erover is gemeld.'
		],
		[verdict(false, 'done-by'), 'Hierover is er geen open cijfer. Er is ook niets over gemeld.'],
		[verdict(false, 'falls', 'no-indicator'), 'Hierover is er geen open cijfer.']
	])('says what the verdict rests on', (given, text) => {
		expect(tellNoFigure(goal, given)).toEqual({ text, why: 'Niemand telt het.' });
	});

	it('says why only once, and nothing where there is one', () => {
		expect(tellNoFigure({ ...goal, noIndicator: 'Waarom.' }, verdict(true, 'falls'))?.why).toBe('');
		expect(
			tellNoFigure({ indicators: [{ indicator: 'x', fit: 'part', why: '' }] }, verdict(true, 'falls'))
		).toBeUndefined();
	});
});
