import { describe, expect, test } from 'vitest';
import type { Subject } from '../../schema/ask.ts';
import { asked, bijstand, holdings, inwoners, make, share, spending } from './ask.fixture.ts';
import { cautions } from './caution.ts';
import { firstAsk, fit } from './fit.ts';
import { levelsFor, periodsOf, sharedPeriods } from './holdings.ts';
import { objection } from './objection.ts';
import { askedSentence } from './sentence.ts';
import { viewOf } from './view.ts';

describe('what is offered is what there is', () => {
	test('levels and years', () => {
		expect(levelsFor(asked(), holdings)).toEqual(['wijk', 'gemeente', 'land']);
		expect(levelsFor(asked({ subjects: [bijstand()] }), holdings)).toEqual(['wijk']);
		expect(levelsFor(asked({ subjects: [spending('6')] }), holdings)).toEqual(['gemeente']);
		expect(periodsOf(share(), asked(), holdings)).toEqual([2016, 2020]);
		expect(periodsOf(share(), asked({ within: ['GM0002'] }), holdings)).toEqual([]);
		expect(sharedPeriods(asked({ subjects: [share(), bijstand()] }), holdings)).toEqual([2020]);
	});

	test('the first question is the latest year of the first indicator', () => {
		expect(firstAsk(holdings)).toEqual(asked({ periods: [2020] }));
		expect(firstAsk({ ...holdings, indicators: [] })).toBeUndefined();
	});
});

describe('why something cannot be asked', () => {
	test.each([
		['no gemeente', asked({ within: [] }), 'Kies een gemeente'],
		[
			'no figure on the level',
			asked({ subjects: [bijstand()], level: 'gemeente' }),
			'geen cijfer op dit niveau'
		],
		['counts of areas', asked({ subjects: [bijstand()], make: make.rank }), 'niet even groot'],
		[
			'amounts of gemeenten',
			asked({ subjects: [spending('6', false)], level: 'gemeente', make: make.rank }),
			'niet even groot'
		],
		['one subject of two', asked({ make: make.scatter }), 'twee onderwerpen'],
		['two subjects of one', asked({ subjects: [share(), share('65+')], make: make.rank }), 'één onderwerp'],
		['other units', asked({ subjects: [share(), bijstand(1000)], make: make.both }), 'andere eenheid'],
		[
			'a share divided',
			asked({ subjects: [{ ...share(), per: { of: 'inwoners', scale: 100 } } as never] }),
			'niet te delen'
		],
		[
			'divided by what is no whole',
			asked({ subjects: [{ ...bijstand(), per: { of: 'eenzaam', scale: 100 } } as never] }),
			'kan hier niet gedeeld'
		],
		['a year without figures', asked({ periods: [2012] }), 'Van 2012 is er geen cijfer'],
		['a base without figures', asked({ make: { kind: 'index', base: 2012 } }), 'Van 2012 is er geen cijfer'],
		['a year beside itself', asked({ periods: [2016], make: make.before }), 'ander jaar'],
		['the whole beside itself', asked({ level: 'gemeente', make: make.gemeente }), 'kleinere gebieden'],
		['a whole without figures', asked({ subjects: [bijstand(1000)], make: make.gemeente }), 'als geheel'],
		['a rank of one area', asked({ together: 'one', make: make.rank }), 'meer gebieden nodig']
	])('%s', (_, ask, why) => expect(objection(ask, holdings)).toContain(why));

	test('more columns than can be read', () => {
		const wijk = Array.from({ length: 41 }, (_, i) => ({ code: `WK0001${i + 10}`, name: `Wijk ${i}` }));
		const many = { ...holdings, parts: { GM0001: { wijk, buurt: [] } } };
		const wide = asked({ make: { kind: 'figures', pivot: 'area' } });
		expect(objection(wide, many)).toContain('41 kolommen');
		expect(objection({ ...wide, only: wijk.slice(1).map(({ code }) => code) }, many)).toBeUndefined();
		expect(objection(wide, holdings)).toBeUndefined();
	});

	test.each(Object.entries(make))('nothing is in the way of %s', (name, own) => {
		const subjects = ['both', 'scatter', 'correlation'].includes(name) ? [share(), share('65+')] : [share()];
		expect(objection(asked({ subjects, make: own }), holdings)).toBeUndefined();
	});
});

describe('choices that no longer go together give way', () => {
	test('a count that areas are compared by is divided', () => {
		expect(fit(asked({ subjects: [bijstand()], make: make.rank }), holdings).subjects).toEqual([
			bijstand(1000)
		]);
		expect(fit(asked({ subjects: [bijstand(100)], make: make.rank }), holdings).subjects).toEqual([
			bijstand(100)
		]);
		expect(fit(asked({ subjects: [spending('6', false)], make: make.rank }), holdings).subjects).toEqual([
			spending('6')
		]);
	});

	test('residents are ranked as they are, and divided only where a reader asks it', () => {
		const wholes = { ...holdings, wholes: ['inwoners', 'bijstand'] };
		const ranked = asked({ subjects: [inwoners], make: make.rank });
		expect(fit(ranked, wholes).subjects).toEqual([inwoners]);
		expect(objection(fit(ranked, wholes), wholes)).toBeUndefined();
		const divided: Subject = { ...inwoners, per: { of: 'bijstand', scale: 100 } } as Subject;
		expect(fit({ ...ranked, subjects: [divided] }, wholes).subjects).toEqual([divided]);
	});

	test('a comparison of two gets the other group, and a cloud of points another theme where there is one', () => {
		expect(fit(asked({ make: make.both }), holdings).subjects).toEqual([share(), share('65+')]);
		expect(fit(asked({ make: make.scatter }), holdings).subjects).toHaveLength(2);
	});

	test('level, years and areas that do not exist any more', () => {
		const fitted = fit(
			asked({ subjects: [bijstand()], level: 'land', periods: [2016], only: ['WK000101', 'WK9'] }),
			holdings
		);
		expect(fitted).toMatchObject({ level: 'wijk', periods: [2024], only: ['WK000101'] });
		expect(fit(asked({ subjects: [spending('6')], within: ['GM0009'] }), holdings)).toMatchObject({
			level: 'gemeente',
			within: ['GM0009']
		});
		expect(fit(asked({ within: ['GM0009'] }), holdings).within).toEqual(['GM0001']);
	});

	test('a base year that is known, and another than what is compared', () => {
		expect(fit(asked({ periods: [2020], make: { kind: 'index', base: 0 } }), holdings).make).toEqual({
			kind: 'index',
			base: 2016
		});
	});
});

describe('what is said', () => {
	test.each([
		[asked({ periods: [2016, 2020] }), 'Eenzaamheid, 18 jaar en ouder, per wijk van Dorp, in 2016 en 2020.'],
		[
			asked({ only: ['WK000101'], make: make.before }),
			'Eenzaamheid, 18 jaar en ouder: verschil met 2016, in Oost, in alle jaren die er zijn.'
		],
		[
			asked({ subjects: [bijstand(1000)], together: 'gemeente' }),
			'Mensen met bijstand, per 1.000 inwoners, per gemeente, uit de wijken van Dorp, in alle jaren die er zijn.'
		],
		[
			asked({ subjects: [bijstand(1000)], together: 'one', only: ['WK000101', 'WK000103'] }),
			'in Oost en Zuid van Dorp samen'
		],
		[asked({ level: 'land', make: make.index }), 'index, 2016 is 100, in Nederland'],
		[
			asked({ subjects: [spending('6')], level: 'gemeente' }),
			'Uitgaven sociaal domein (6.x), begroting, per inwoner, in Dorp'
		],
		[
			asked({ subjects: [share(), share('65+')], make: make.correlation }),
			'Samenhang tussen “Eenzaamheid, 18 jaar en ouder” en “Eenzaamheid, 65 jaar en ouder”'
		]
	])('%#', (ask, text) => expect(askedSentence(ask, holdings)).toContain(text));

	test('what areas are compared by comes with a warning that areas are no people', () => {
		const relation = cautions(
			asked({ subjects: [share(), share('65+')], make: make.correlation }),
			holdings
		).join(' ');
		expect(relation).toContain('Gebieden zijn geen mensen');
		expect(relation).toContain('Elk gebied telt even zwaar');
		expect(relation).toContain('Onder de 10 gebieden');
		expect(cautions(asked(), holdings).join(' ')).not.toContain('Gebieden zijn geen mensen');
	});

	test('estimates, counts, approximations and new divisions are told', () => {
		expect(cautions(asked(), holdings).join()).toContain('schattingen uit een model');
		expect(cautions(asked({ subjects: [inwoners] }), holdings).join()).toContain('niet even groot');
		expect(cautions(asked({ together: 'gemeente' }), holdings).join()).toContain('benadering');
		expect(cautions(asked({ subjects: [bijstand()], together: 'gemeente' }), holdings).join()).toContain(
			'geen som'
		);
		expect(cautions(asked({ subjects: [spending('6.71')], level: 'gemeente' }), holdings).join()).toContain(
			'in 2023 anders verdeeld'
		);
		expect(cautions(asked({ subjects: [spending('6')], level: 'gemeente' }), holdings)).toEqual([]);
	});
});

describe('the view that fits', () => {
	test.each([
		['one year', asked({ periods: [2020] }), { kind: 'bars', area: 'code', value: 'procent' }],
		['more years', asked(), { kind: 'line', area: 'code', period: 'jaar', value: 'procent' }],
		['counts of areas', asked({ subjects: [inwoners], periods: [2020] }), { kind: 'table' }],
		['a pivot', asked({ make: { kind: 'figures', pivot: 'period' } }), { kind: 'table' }],
		['a difference', asked({ make: make.before }), { kind: 'bars', area: 'code', value: 'verschil' }],
		['an index', asked({ make: make.index }), { kind: 'line', area: 'code', period: 'jaar', value: 'index' }],
		[
			'a cloud',
			asked({ subjects: [share(), share('65+')], make: make.scatter }),
			{
				kind: 'scatter',
				area: 'code',
				value: 'Eenzaamheid, 18 jaar en ouder',
				other: 'Eenzaamheid, 65 jaar en ouder'
			}
		],
		['a number', asked({ subjects: [share(), share('65+')], make: make.correlation }), { kind: 'table' }]
	])('of %s', (_, ask, view) => expect(viewOf(ask, holdings)).toEqual(view));
});
