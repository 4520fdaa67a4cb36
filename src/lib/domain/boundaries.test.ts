import { expect, it } from 'vitest';
import { boundaryChanges, byLabel, newestOf, type DatedArea } from './boundaries.ts';

const buurt = (code: string, name: string, boundaries: number): DatedArea => ({
	code,
	name,
	label: name,
	level: 'buurt',
	parent: 'WK178305',
	boundaries
});
const areas = [
	buurt('BU17830521', 'Kust Monster', 2020),
	buurt('BU17830512', 'Kust Monster', 2024),
	buurt('BU17830601', 'Kwintsheul-Oost', 2020),
	buurt('BU17830601', 'Wateringen Centrumgebied', 2024),
	buurt('BU17830900', 'Buitengebied Poelldijk-Oost', 2020),
	buurt('BU17830151', 'Buitengebied 2 Naaldwijk', 2024),
	buurt('BU17830502', 'Monster Centrumgebied', 2020),
	buurt('BU17830502', 'Monster Centrumgebied', 2024)
];

it('tells a new code for an old name from what is gone and what is new', () => {
	const changes = boundaryChanges(areas)!;
	expect([changes.from, changes.to]).toEqual([2020, 2024]);
	expect(changes.recoded.map(({ before, after }) => [before.code, after.code])).toEqual([
		['BU17830521', 'BU17830512']
	]);
	expect(changes.gone.map(({ code }) => code)).toEqual(['BU17830900']);
	expect(changes.added.map(({ code }) => code)).toEqual(['BU17830151']);
	expect(changes.renamed.map(({ before, after }) => [before.name, after.name])).toEqual([
		['Kwintsheul-Oost', 'Wateringen Centrumgebied']
	]);
});

it('has nothing to compare on the boundaries of one year', () =>
	expect(boundaryChanges(areas.filter(({ boundaries }) => boundaries === 2020))).toBeUndefined());

it('gives every code once, by its newest name, with the years in which it exists', () => {
	const all = newestOf(areas);
	expect(all).toHaveLength(6);
	expect(all.find(({ code }) => code === 'BU17830601')).toMatchObject({
		label: 'Wateringen Centrumgebied',
		years: [2020, 2024],
		names: ['Kwintsheul-Oost', 'Wateringen Centrumgebied']
	});
});

it('orders names as people do', () =>
	expect(
		['Buitengebied 10', 'zandevelt', 'Buitengebied 2'].map((label) => ({ label })).toSorted(byLabel)
	).toEqual([{ label: 'Buitengebied 2' }, { label: 'Buitengebied 10' }, { label: 'zandevelt' }]));
