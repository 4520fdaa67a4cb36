import { describe, expect, it } from 'vitest';
import type { Dataset } from '#lib/schema/model.ts';
import { editionOf } from './edition.ts';

const observation = {
	table: '50090ned',
	indicator: 'eenzaamheid',
	area: 'GM1783',
	period: '2020',
	breakdown: '18+',
	value: 46.3,
	status: 'estimate'
};
const dataset = (change: object = {}): Dataset =>
	({ model: { sources: [] }, observations: [observation], expenditure: [], ...change }) as unknown as Dataset;

describe('editionOf', () => {
	it('is the same for the same data', () => {
		expect(editionOf(dataset())).toBe(editionOf(dataset()));
		expect(editionOf(dataset())).toMatch(/^[0-9a-f]{16}$/);
	});

	it('is another one where a figure, a text or the number of rows is another one', () => {
		const others = [
			dataset({ observations: [{ ...observation, value: 46.4 }] }),
			dataset({ observations: [observation, observation] }),
			dataset({ model: { sources: ['x'] } }),
			dataset({ expenditure: [observation], observations: [] })
		];
		expect(new Set([dataset(), ...others].map((each) => editionOf(each))).size).toBe(5);
	});

	it('is another one where a verdict is another one', () => {
		const stamps = ['missed', 'reached'].map((status) => editionOf(dataset(), [{ status }]));
		expect(new Set([editionOf(dataset()), ...stamps]).size).toBe(3);
	});
});
