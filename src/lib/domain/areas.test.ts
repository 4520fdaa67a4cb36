import { expect, test } from 'vitest';
import { distinct } from './areas.ts';

const labels = (...places: [code: string, label: string][]): string[] =>
	distinct(places.map(([code, label]) => ({ code, label }))).map(({ label }) => label);

test('names that stand once stay as they are', () => {
	expect(labels(['WK196900', 'Grootegast'], ['BU19690001', 'Doezum'])).toEqual(['Grootegast', 'Doezum']);
});

test('the same name gets its level, and where that is the same too, its code', () => {
	expect(labels(['WK196900', 'Grootegast'], ['BU19690000', 'Grootegast'])).toEqual([
		'Grootegast (wijk)',
		'Grootegast (buurt)'
	]);
	expect(labels(['BU19690009', 'Verspreide huizen'], ['BU19691609', 'Verspreide huizen'])).toEqual([
		'Verspreide huizen (BU19690009)',
		'Verspreide huizen (BU19691609)'
	]);
});

test('one place that is named twice is no other place', () => {
	expect(labels(['WK196900', 'Grootegast'], ['WK196900', 'Grootegast'])).toEqual([
		'Grootegast',
		'Grootegast'
	]);
});
