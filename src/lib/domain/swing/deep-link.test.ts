import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AreaLevel } from '../../schema/area.ts';
import { follow, type Portal } from './deep-link.ts';

const all: AreaLevel[] = ['land', 'gemeente', 'wijk', 'buurt'];
const subjects = [
	{ code: 'eenzaamheid_18plus', indicator: 'eenzaamheid', levels: all },
	{ code: 'eenzaamheid_65plus', indicator: 'eenzaamheid', choice: '65-plus', levels: all }
];
const westland: Portal = {
	...{ slug: 'westland', name: 'Gemeente Westland', municipality: 'GM1783' },
	...{ wijken: ['WK178301', 'WK178302'], buurten: ['BU17830105'] },
	own: { gm1783_de_lier: ['WK178302'] },
	subjects: [
		...subjects,
		{ code: 'armoede_totaal', indicator: 'armoede', levels: ['wijk'] },
		{ code: 'roken_totaal', indicator: 'roken', levels: all }
	]
};
const zoetermeer: Portal = {
	...{ slug: 'zoetermeer', name: 'Zoetermeer', municipality: 'GM0637' },
	...{ wijken: ['WK063700'], buurten: [], own: {} },
	subjects: [...subjects, { code: 'roken_totaal', indicator: 'roken', levels: ['gemeente', 'wijk'] }]
};
const lead = (search: string) => follow(new URLSearchParams(search), [westland, zoetermeer]);

/** Where an address leads, as one line. */
function line(search: string): string {
	const found = lead(search);
	if (found.kind !== 'page') return found.kind;
	const { monitor, indicator, choice = '', search: asked, section } = found.page;
	return [monitor, indicator, choice, asked, section].join(' | ');
}

test('an area of a kind that the subject has no figures of is told', () => {
	for (const item of ['17830105', '1783', 'BU17830105'])
		expect(lead(`var=armoede_totaal&geoitem=${item}`)).toMatchObject({
			kind: 'choose',
			areas: [item],
			pages: [{ search: '' }]
		});
	expect(line('var=armoede_totaal&geoitem=178301')).toBe('westland | armoede |  | gebieden=WK178301 | ');
});

test('buurten of a wijk are on the page of that wijk', () => {
	expect(line('var=eenzaamheid_18plus&geolevel=buurt&geoitem=178301')).toBe(
		'westland | eenzaamheid | buurten-wk178301 | gebieden=WK178301 | '
	);
	expect(line('var=eenzaamheid_18plus&geolevel=buurt&geoitem=178301,178302')).toBe(
		'westland | eenzaamheid |  | toon=buurten&wijken=WK178301,WK178302&gebieden=WK178301,WK178302 | '
	);
});

test.each([
	['var=armoede_totaal&geolevel=wijk&view=map', 'westland | armoede |  |  | kaart'],
	['VAR=ARMOEDE_totaal&View=table', 'westland | armoede |  |  | tabel'],
	['var=armoede_totaal&geolevel=wijken&view=onbekend', 'choose'],
	['var=armoede_totaal&view=MAP', 'westland | armoede |  |  | kaart'],
	['var=eenzaamheid_18plus&monitor=Westland', 'westland | eenzaamheid |  |  | '],
	['var=eenzaamheid_18plus&monitor=GEMEENTE%20westland', 'westland | eenzaamheid |  |  | '],
	['var=eenzaamheid_18plus&geoitem=178301', 'westland | eenzaamheid |  | gebieden=WK178301 | '],
	['var=eenzaamheid_18plus&geolevel=nederland&geoitem=1&monitor=westland', 'westland | eenzaamheid |  |  | '],
	['var=onbekend,armoede_totaal&period=2020,2024', 'westland | armoede |  |  | '],
	['var=eenzaamheid_18plus&geolevel=gemeente&geoitem=637', 'zoetermeer | eenzaamheid |  |  | '],
	['var=eenzaamheid_18plus&geolevel=gemeente2020&geoitem=0637', 'zoetermeer | eenzaamheid |  |  | '],
	['var=eenzaamheid_18plus&geoitem=WK178301', 'westland | eenzaamheid |  | gebieden=WK178301 | '],
	['var=eenzaamheid_18plus&monitor=zoetermeer&view=line', 'zoetermeer | eenzaamheid |  |  | grafiek'],
	[
		'var=eenzaamheid_65plus&geolevel=wijk&geoitem=178301,178302',
		'westland | eenzaamheid | 65-plus | gebieden=WK178301,WK178302 | '
	],
	[
		'var=eenzaamheid_18plus&geolevel=buurt&geoitem=17830105',
		'westland | eenzaamheid | buurten-wk178301 | gebieden=BU17830105 | '
	],
	[
		'var=eenzaamheid_65plus&geolevel=buurt&geoitem=17830105',
		'westland | eenzaamheid | 65-plus | toon=buurten&wijken=WK178301&gebieden=BU17830105 | '
	],
	['var=eenzaamheid_18plus&geolevel=buurt&monitor=westland', 'westland | eenzaamheid |  | toon=buurten | '],
	['var=eenzaamheid_18plus&geoitem=gm1783_de_lier', 'westland | eenzaamheid |  | gebieden=WK178302 | '],
	['var=eenzaamheid_18plus', 'choose'],
	['var=armoede_totaal&monitor=rotterdam', 'choose'],
	['var=armoede_totaal&geolevel=', 'westland | armoede |  |  | '],
	['var=armoede_totaal&geolevel=kern', 'choose'],
	['var=eenzaamheid_18plus&geolevel=gemeente&geoitem=518', 'choose'],
	['var=toString', 'unknown'],
	['var=__proto__&geoitem=__proto__&view=__proto__', 'unknown'],
	['var=', 'unclear'],
	['geolevel=wijk', 'unclear'],
	['geolevel=wijk&geoitem=178301', 'area'],
	['geoitem=178301,178302', 'areas'],
	['geolevel=wijk&geoitem=999999', 'areas']
])('%s leads to %s', (search, expected) => expect(line(search)).toBe(expected));

test('more monitors with a code are all offered, each with what was asked', () => {
	expect(lead('var=eenzaamheid_65plus&view=map')).toEqual({
		kind: 'choose',
		pages: ['westland', 'zoetermeer'].map((monitor) => ({
			...{ monitor, indicator: 'eenzaamheid', choice: '65-plus', search: '', section: 'kaart' }
		}))
	});
});

test('an area alone leads to its page, and one that is not known is told as it was written', () => {
	expect(lead('geolevel=buurt&geoitem=17830105')).toEqual({
		kind: 'area',
		page: { monitor: 'westland', area: 'BU17830105' }
	});
	expect(lead('geoitem=178301,WK178301,637,<i>')).toEqual({
		kind: 'areas',
		pages: [
			{ monitor: 'westland', area: 'WK178301' },
			{ monitor: 'zoetermeer', area: 'GM0637' }
		],
		areas: ['<i>']
	});
});

test('an area that is of another level than is asked is offered, and the level told', () => {
	expect(lead('geoitem=178301&geolevel=wijk')).toEqual({
		kind: 'area',
		page: { monitor: 'westland', area: 'WK178301' }
	});
	expect(lead('geoitem=178301&geolevel=buurt')).toEqual({
		kind: 'areas',
		pages: [{ monitor: 'westland', area: 'WK178301' }],
		level: 'buurt'
	});
});

test('a monitor alone leads to it; what names no subject, area or monitor that is there is told to be unclear', () => {
	expect(lead('monitor=Westland')).toEqual({ kind: 'monitor', monitor: 'westland' });
	for (const search of ['monitor=amsterdam', 'geolevel=wijk', 'var=', 'workspace_guid=abc&presel_code=ps1'])
		expect(lead(search)).toEqual({ kind: 'unclear' });
	expect(lead('')).toEqual({ kind: 'none' });
});

test('of a subject that is asked more than once, the first that is known counts', () => {
	expect(lead('var=geen&var=eenzaamheid_18plus&monitor=westland')).toEqual(
		lead('var=eenzaamheid_18plus&monitor=westland')
	);
	expect(lead('var=eenzaamheid_18plus&monitor=westland').kind).toBe('page');
});

test('a code that is not known is told as it was written', () => {
	expect(lead('var=<b>x</b>,y')).toEqual({ kind: 'unknown', codes: ['<b>x</b>', 'y'] });
});

describe('whatever an address says', () => {
	const value = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom('//elders.nl', 'https://elders.nl', 'javascript:alert(1)', '../../', 'WK178301&toon=x#y')
	);
	const name = fc.constantFrom('var', 'geolevel', 'geoitem', 'view', 'monitor', 'period', 'url');

	test('it leads only to what the site has', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(name, value)),
				fc.constantFrom(...westland.subjects),
				(pairs, subject) => {
					const found = follow(new URLSearchParams([['var', subject.code], ...pairs]), [westland]);
					if (found.kind !== 'page' && found.kind !== 'choose') throw new Error(found.kind);
					const pages = found.kind === 'page' ? [found.page] : found.pages;
					expect(pages).toHaveLength(1);
					const page = pages[0]!;
					expect([page.monitor, page.indicator]).toEqual(['westland', subject.indicator]);
					expect(page.choice ?? '').toMatch(/^(|65-plus|buurten-wk17830[12])$/);
					expect(page.search).toMatch(/^((toon|wijken|gebieden)=[A-Za-z0-9,]+&?)*$/);
					expect(page.section).toMatch(/^(|kaart|tabel|grafiek)$/);
				}
			)
		);
	});
});

test('a monitor that there is not is named, and no other is taken for it', () => {
	expect(lead('var=armoede_totaal&monitor=rotterdam')).toMatchObject({
		kind: 'choose',
		missing: 'rotterdam',
		pages: [{ monitor: 'westland' }]
	});
	expect(lead('var=eenzaamheid_18plus')).not.toHaveProperty('missing');
});

test.each([
	['var=armoede_totaal&geolevel=kern&view=map', 'kern', ['westland']],
	['var=armoede_totaal&geolevel=buurt', 'buurt', ['westland']],
	['var=armoede_totaal&geolevel=gemeente', 'gemeente', ['westland']],
	['var=armoede_totaal&geolevel=nederland', 'nederland', ['westland']],
	['var=eenzaamheid_18plus&geolevel=provincie', 'provincie', ['westland', 'zoetermeer']],
	['var=eenzaamheid_18plus&geolevel=%20<b>x</b>&monitor=zoetermeer', '<b>x</b>', ['zoetermeer']]
])('of %s the level is told, as no page has it', (search, level, monitors) => {
	const found = lead(search);
	expect(found).toMatchObject({ kind: 'choose', level, pages: monitors.map((monitor) => ({ monitor })) });
	expect(found).not.toHaveProperty('missing');
});

test.each([
	['geoitem=9999', { areas: ['9999'] }],
	['geolevel=gemeente&geoitem=0518', { areas: ['0518'] }],
	['geolevel=wijk&geoitem=178301,178399', { areas: ['178399'] }],
	['geoitem=BU17839999,GM0637&view=dashboard', { areas: ['BU17839999', 'GM0637'], view: 'dashboard' }],
	['view=<b>x</b>', { view: '<b>x</b>' }],
	['geolevel=wijk&geoitem=178301&view=map', undefined]
])('with %s is told what the page of a subject does not have', (asked, lacks) => {
	const found = lead(`var=eenzaamheid_18plus&monitor=westland&${asked}`);
	if (lacks === undefined) expect(found.kind).toBe('page');
	else {
		expect(found).toEqual({ kind: 'choose', pages: [expect.any(Object)], ...lacks });
		expect(found).toMatchObject({ pages: [{ monitor: 'westland', indicator: 'eenzaamheid' }] });
	}
});

test('the country is told where a subject has no figure of it, once', () => {
	expect(lead('var=armoede_totaal&geoitem=NL01')).toMatchObject({ areas: ['NL01'] });
	expect(lead('var=armoede_totaal&geolevel=nederland&geoitem=NL01')).not.toHaveProperty('areas');
	expect(lead('var=eenzaamheid_18plus&monitor=westland&geoitem=NL01').kind).toBe('page');
});

test('an area of any of the monitors that a reader may choose is not told', () => {
	expect(lead('var=eenzaamheid_18plus&geoitem=178301,063700,9999')).toMatchObject({ areas: ['9999'] });
});

test('a monitor that does not have the subject is told, and no other is taken for it', () => {
	expect(lead('var=armoede_totaal&monitor=zoetermeer')).toMatchObject({
		kind: 'choose',
		missing: 'zoetermeer',
		pages: [{ monitor: 'westland' }]
	});
});

test('what there is instead of a level is told of each page that does not have it', () => {
	const told = (search: string) => {
		const found = lead(search);
		return found.kind === 'choose' && found.pages.map(({ instead }) => instead);
	};
	expect(told('var=armoede_totaal&geolevel=gemeente')).toEqual([['wijk']]);
	expect(told('var=roken_totaal&geolevel=buurt')).toEqual([undefined, ['gemeente', 'wijk']]);
	expect(told('var=roken_totaal&geolevel=wijk')).toEqual([undefined, undefined]);
	expect(lead('var=roken_totaal&geolevel=buurt')).toHaveProperty('level', 'buurt');
	expect(lead('var=roken_totaal&geolevel=wijk')).not.toHaveProperty('level');
});

test('a level that is there is not told', () => {
	for (const level of ['nederland', 'Gemeente', 'wijk2024', 'buurten'])
		expect(lead(`var=eenzaamheid_18plus&geolevel=${level}`)).not.toHaveProperty('level');
});
