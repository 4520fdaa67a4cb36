import { describe, expect, test } from 'vitest';
import { contrast, readColour } from '#scripts/check/theme/colour.ts';
import { fileColours, noTheme } from '#scripts/check/theme/file-colours.ts';
import type { Reading } from '../domain/series.ts';
import { shareAlt, shareSvg, type SharePicture } from './share-picture.ts';

const colours = fileColours(noTheme, { light: '#301040', dark: '#9cc4ee' });
const point = (area: string, period: number, value: number | null, more: Partial<Reading> = {}): Reading => ({
	...{ area, period, value, table: 't', boundaries: 2020 },
	status: value === null ? 'suppressed' : 'estimate',
	...more
});
const figure = { area: 'GM1', period: 2020, value: 41.26, unit: 'procent' as const, published: undefined };
const indicator: SharePicture = {
	...{ monitor: 'Dorp & Co', sort: 'Indicator', title: 'Eenzaamheid', lead: 'Dorp, 2020' },
	large: figure,
	text: 'van de inwoners is eenzaam',
	trend: {
		series: [
			{ area: 'GM1', points: [point('GM1', 2012, 40), point('GM1', 2016, null), point('GM1', 2020, 41.26)] },
			{ area: 'NL01', points: [point('NL01', 2012, 38), point('NL01', 2016, 39)] }
		],
		names: { GM1: 'Dorp', NL01: 'Nederland' },
		unit: 'procent'
	},
	source: 'Bron: een tabel.',
	colours
};
const texts = (svg: string): string[] =>
	[...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text!);
const words = (svg: string): string =>
	texts(svg)
		.join(' ')
		.replace(/<[^>]*>/g, '');
const values = (svg: string): string[] =>
	[...svg.matchAll(/data-area="([^"]*)" data-period="(\d+)" data-value="([^"]*)"/g)].map(
		([, area, period, value]) => `${area} ${period} ${value}`
	);

describe('the picture of an indicator', () => {
	const svg = shareSvg(indicator);

	test('has the newest figure, and the course beside the country with the year in which that ends', () => {
		expect(words(svg)).toContain('41,3% van de inwoners is eenzaam');
		expect(words(svg)).toContain('● Dorp● Nederland');
		expect(words(svg)).toContain('39,0% (2016)');
		expect(words(svg)).toContain('De as begint niet bij nul.');
	});

	test('draws what was measured and nothing else: no line crosses a figure that is missing', () => {
		expect(values(svg).toSorted()).toEqual([
			'GM1 2012 40',
			'GM1 2020 41.26',
			'GM1 2020 41.26',
			'NL01 2012 38',
			'NL01 2016 39'
		]);
		const lines = svg.match(/<path d="M[\d.]+ [\d.]+L/g);
		expect(lines).toHaveLength(1);
	});

	test('of a figure that is missing has its reason and no number', () => {
		const text = 'Verborgen: de bron toont dit cijfer niet.';
		const none = shareSvg({ ...indicator, large: 'Geen cijfer', text, trend: undefined });
		expect(values(none)).toEqual([]);
		expect(words(none)).toContain(`Dorp, 2020 Geen cijfer ${text}`);
		expect(words(none).replace('2020', '')).not.toMatch(/\d/);
	});

	test('marks a figure that the site corrected', () => {
		expect(words(shareSvg({ ...indicator, large: { ...figure, published: 44 } }))).toContain('41,3%†');
	});

	test('says the same to who does not see it', () => {
		expect(shareAlt(indicator)).toBe(
			'Eenzaamheid (Dorp & Co). Dorp, 2020: 41,3% van de inwoners is eenzaam. Met een lijn van Dorp en Nederland door de jaren.'
		);
	});
});

describe('texts', () => {
	test('of data are escaped', () => {
		const evil = `</text><image href="//x"/>&"'`;
		const svg = shareSvg({
			...{ ...indicator, monitor: evil, sort: evil, title: evil, lead: evil, large: evil, text: evil },
			...{ source: evil, trend: { ...indicator.trend!, names: { GM1: evil } } }
		});
		expect(svg).not.toContain('<image');
		expect(svg).not.toContain('"//x"');
		expect(svg).toContain('&lt;image');
	});

	test.each([false, true])(
		'that are long are made smaller, then cut off with dots, all above the source (%s)',
		(isFigure) => {
			const long = 'Zelfredzaamheidsbevordering van jeugdigen '.repeat(12).trim();
			const svg = shareSvg({
				...{ ...indicator, title: long, text: long, source: long },
				...(isFigure ? {} : { large: long, trend: undefined })
			});
			const feet = [...svg.matchAll(/<text x="56" y="(\d+)"/g)].map(([, y]) => Number(y));
			expect(Math.max(...feet)).toBeLessThan(625);
			// The source has two lines; all else stays above it.
			expect(feet.filter((y) => y > 540)).toHaveLength(2);
			expect(texts(svg).filter((text) => text.endsWith(' …')).length).toBeGreaterThanOrEqual(3);
		}
	);
});

test('words can be told from what they stand on, whatever the accent', () => {
	const svg = shareSvg(indicator);
	const inks = new Set(
		[...svg.matchAll(/<(?:text|tspan)[^>]*fill="(#[0-9a-f]{6})"/g)].map(([, ink]) => ink!)
	);
	expect(inks).toContain(colours.accent);
	const on = (ink: string) => (ink === colours.page ? colours.accent : colours.page);
	for (const ink of inks)
		expect(contrast(readColour(ink)!, readColour(on(ink))!), ink).toBeGreaterThanOrEqual(4.5);
});
