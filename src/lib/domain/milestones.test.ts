import { expect, test } from 'vitest';
import { formatSpan, inOrder } from './milestones.ts';

test('whole months lose the days that the source does not name', () => {
	expect(formatSpan('2018-02-01/2018-02-28')).toBe('februari 2018');
	expect(formatSpan('2020-02-01/2020-02-29')).toBe('februari 2020');
	expect(formatSpan('2021-01-01/2021-05-31')).toBe('januari tot en met mei 2021');
	expect(formatSpan('2021-06-01/2022-02-28')).toBe('juni 2021 tot en met februari 2022');
});

test('other periods keep their days', () => {
	expect(formatSpan('2020-02-01/2020-02-28')).toBe('1 februari 2020 tot en met 28 februari 2020');
	expect(formatSpan('2019-11-13')).toBe('13 november 2019');
	expect(formatSpan('2016-H2')).toBe('tweede halfjaar van 2016');
	expect(formatSpan('2017/2018')).toBe('2017 tot en met 2018');
});

test('events stand in the order of time, and keep their own order on the same day', () => {
	const dates = ['2018-01-01', '2016-H2', '2016-06-28', '2018', '2016-H1', '2018-01-01'];
	const events = dates.map((date, id) => ({ date, id }));
	expect(inOrder(events).map(({ id }) => id)).toEqual([4, 2, 1, 3, 0, 5]);
});
