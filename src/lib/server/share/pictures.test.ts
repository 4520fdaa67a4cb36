import { describe, expect, test } from 'vitest';
import { shareSvg } from '#lib/charts/share-picture.ts';
import type { Reading, Series } from '#lib/domain/series.ts';
import { model } from '../model.ts';
import { pictureNameFor, tellNewest } from './pictures.ts';

const point = (
	period: number,
	value: number | null,
	status: Reading['status'],
	more: Partial<Reading> = {}
) => ({
	...{ area: 'GM1', table: 't', boundaries: 2020, period, value, status },
	...more
});
const newest = (...points: Reading[]) => {
	const own: Series | undefined = points.length > 0 ? { area: 'GM1', points } : undefined;
	return tellNewest(own, { name: 'Dorp', unit: 'aantal', phrase: 'mensen krijgen hulp' });
};

describe('the newest figure of a gemeente', () => {
	test('is the last that is known, with its own year', () => {
		expect(
			newest(point(2019, 12, 'definitive'), point(2020, 15, 'definitive'), point(2021, null, 'not-yet'))
		).toEqual({
			lead: 'Dorp, 2020',
			large: { area: 'GM1', period: 2020, value: 15, unit: 'aantal', published: undefined },
			text: 'mensen krijgen hulp'
		});
	});

	test('is 0 where it is 0', () => {
		expect(newest(point(2020, 0, 'definitive')).large).toMatchObject({ value: 0 });
	});

	test.each([
		['hidden', [point(2019, 12, 'definitive'), point(2020, null, 'suppressed')], /^Verborgen: /],
		['never asked', [point(2020, null, 'not-asked')], /^Niet gevraagd: /],
		['unknown', [point(2020, null, 'unknown')], /^Onbekend: /]
	])('that is %s is a reason, and no number in the picture', (_, points, reason) => {
		const told = newest(...points);
		expect(told).toMatchObject({ lead: 'Dorp, 2020', large: 'Geen cijfer' });
		expect(told.text).toMatch(reason);
		const svg = shareSvg({ ...told, sort: '', title: '', source: '', colours: model.colours });
		expect(svg).not.toContain('data-value');
		expect(svg.replace(/<[^>]*>/g, '').replace('2020', '')).not.toMatch(/\d/);
	});

	test('of a gemeente that has none at all is told too', () => {
		expect(newest()).toMatchObject({ lead: 'Dorp', large: 'Geen cijfer' });
	});
});

test.each([
	['/', '_site'],
	['/zoeken/', '_site'],
	['/data/westland/', '_site'],
	['/westland/', 'westland'],
	['/westland/gebieden/WK178301/', 'westland'],
	['/westland/doelen/', 'westland'],
	['/westland/doelen/minder-eenzaamheid/', 'westland/doelen/minder-eenzaamheid'],
	['/westland/indicatoren/eenzaamheid/65-plus/', 'westland/indicatoren/eenzaamheid']
])('%s is shared with the picture %s', (path, name) => {
	expect(pictureNameFor(path)).toBe(name);
});
