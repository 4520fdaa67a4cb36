import type { Ask, Make, Subject } from '../../schema/ask.ts';
import type { Holdings } from './holdings.ts';

/** A small country: one gemeente with three wijken, a share, a count with residents, and spending. */
export const holdings: Holdings = {
	themes: [
		{ id: 'leven', title: 'Leven' },
		{ id: 'bevolking', title: 'Bevolking' }
	],
	indicators: [
		{
			id: 'eenzaam',
			title: 'Eenzaamheid',
			unit: 'procent',
			theme: 'leven',
			groups: [
				{ breakdown: '18+', where: 0, estimate: true },
				{ breakdown: '65+', where: 0, estimate: true }
			]
		},
		{
			id: 'bijstand',
			title: 'Mensen met bijstand',
			unit: 'aantal',
			theme: 'leven',
			groups: [{ breakdown: 'totaal', where: 1, estimate: false }]
		},
		{
			id: 'inwoners',
			title: 'Inwoners',
			unit: 'aantal',
			theme: 'bevolking',
			groups: [{ breakdown: 'totaal', where: 1, estimate: false }]
		}
	],
	coverages: [
		[
			{ level: 'wijk', within: ['GM0001'], periods: [2016, 2020] },
			{ level: 'gemeente', within: ['GM0001'], periods: [2016, 2020] },
			{ level: 'land', within: [], periods: [2020] }
		],
		[{ level: 'wijk', within: ['GM0001'], periods: [2020, 2024] }]
	],
	wholes: ['inwoners'],
	gemeenten: [{ code: 'GM0001', name: 'Dorp' }],
	newest: 2024,
	parts: {
		GM0001: {
			wijk: [
				{ code: 'WK000101', name: 'Oost' },
				{ code: 'WK000102', name: 'West' },
				{ code: 'WK000103', name: 'Zuid' }
			],
			buurt: []
		}
	},
	own: [],
	spenders: [
		{ code: 'GM0001', name: 'Dorp' },
		{ code: 'GM0009', name: 'Oud Dorp' }
	],
	spending: [
		{
			id: '6',
			title: 'Uitgaven sociaal domein (6.x)',
			taakvelden: ['6'],
			steady: true,
			periods: { begroting: [2022, 2023], jaarrekening: [2022] }
		},
		{
			id: '6.71',
			title: 'Uitgaven: 6.71 Hulp',
			taakvelden: ['6.71'],
			steady: false,
			periods: { begroting: [2022, 2023], jaarrekening: [2022] }
		}
	]
};

export const share = (breakdown: '18+' | '65+' = '18+'): Subject => ({
	kind: 'indicator',
	indicator: 'eenzaam',
	breakdown
});
export const bijstand = (scale?: 100 | 1000): Subject => ({
	kind: 'indicator',
	indicator: 'bijstand',
	breakdown: 'totaal',
	...(scale && { per: { of: 'inwoners', scale } })
});
export const inwoners: Subject = { kind: 'indicator', indicator: 'inwoners', breakdown: 'totaal' };
export const spending = (of: string, perInhabitant = true): Subject => ({
	kind: 'spending',
	of,
	report: 'begroting',
	perInhabitant
});

/** An ask about the wijken of the gemeente, as figures. */
export const asked = (change: Partial<Ask> = {}): Ask => ({
	version: 1,
	subjects: [share()],
	level: 'wijk',
	within: ['GM0001'],
	only: [],
	together: 'no',
	periods: [],
	make: { kind: 'figures', pivot: 'none' },
	...change
});

export const make: Record<string, Make> = {
	before: { kind: 'compare', with: 'period', base: 2016, form: 'difference' },
	gemeente: { kind: 'compare', with: 'gemeente', form: 'difference' },
	land: { kind: 'compare', with: 'land', form: 'ratio' },
	both: { kind: 'compare', with: 'subject', form: 'difference' },
	index: { kind: 'index', base: 2016 },
	rank: { kind: 'rank', first: 'high' },
	scatter: { kind: 'scatter' },
	correlation: { kind: 'correlation', method: 'spearman' }
};
