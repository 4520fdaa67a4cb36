import { expect, test } from 'vitest';
import { agreementTitles } from './agreements.ts';

test('agreements with the same partner can be told apart, in their own order', () => {
	const agreements = [
		{ id: 'opdracht-vitis', partner: 'Vitis Welzijn' },
		{ id: 'opdracht-skt', partner: 'SKT' },
		{ id: 'maatjes-vitis', partner: 'Vitis Welzijn' }
	];
	expect(agreementTitles(agreements)).toEqual({
		'opdracht-vitis': 'Vitis Welzijn, afspraak 1',
		'opdracht-skt': 'SKT',
		'maatjes-vitis': 'Vitis Welzijn, afspraak 2'
	});
});
