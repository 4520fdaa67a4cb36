import fc from 'fast-check';
import { csvParse } from 'd3';
import { beforeAll, describe, expect, test } from 'vitest';
import { missingReasons } from '#lib/domain/swing/missing.ts';
import { unitNames } from '#lib/domain/format.ts';
import { groupNames } from '#lib/domain/groups.ts';
import { subjectCode } from '#lib/domain/swing/subject.ts';
import type { Dataset, TableObservation } from '#lib/schema/model.ts';
import { missing, type ObservationStatus } from '#lib/schema/observation.ts';
import { check } from '#scripts/check/rules.ts';
import { load } from '#scripts/check/load.ts';
import { publishable } from '#scripts/disclosure/apply.ts';
import { feedOf, worldOf } from '#scripts/fetch/files.fixture.ts';
import { fetchSwing } from '#scripts/fetch/swing.ts';
import { isPartOf, placeOf } from './areas.ts';
import { besideCsv, besideFigures } from './beside.ts';
import { flatFiles, toFlat } from './flat.ts';
import { monitorUpload } from './monitor-files.ts';
import { ownSums } from './own-sums.ts';
import { inOrder, readBack } from './upload.fixture.ts';

let dataset: Dataset;
beforeAll(async () => {
	const loaded = load('data');
	dataset = (await publishable(loaded, check(loaded).dataset!)).dataset!;
}, 120_000);
const monitorOf = (slug: string) => dataset.model.monitors.find(({ monitor }) => monitor.slug === slug)!;

describe.each(['westerkwartier', 'westland', 'zoetermeer'])('what is exported of %s', (slug) => {
	const all = () => {
		const data = monitorOf(slug);
		const isOurs = isPartOf(data.monitor.municipality);
		return {
			data,
			files: monitorUpload(dataset, data),
			published: dataset.observations.filter(({ area }) => isOurs(area))
		};
	};

	test('comes back whole, each table on its own boundaries, and nothing else comes', async () => {
		const { files, published } = all();
		const back = await readBack(files);
		const tables = [...new Set(published.map(({ table }) => table))].toSorted();
		expect([...back.keys()].toSorted()).toEqual(tables);
		for (const [table, { rows }] of back)
			expect(inOrder(rows)).toEqual(inOrder(published.filter((row) => row.table === table)));
	});

	test('keeps names, units, groups and areas with their year', async () => {
		const { files, published } = all();
		const years = new Map(dataset.model.sources.map(({ id, boundaries }) => [id, boundaries]));
		const places = csvParse(files.get('gebieden.csv')!);
		const nameOf = new Map(places.map(({ gebied, grenzen, naam }) => [`${gebied} ${grenzen}`, naam]));
		for (const [table, { labels }] of await readBack(files)) {
			const own = published.filter((row) => row.table === table);
			for (const { indicator, breakdown, area } of own) {
				const { unit, title } = dataset.model.indicators.find(({ id }) => id === indicator)!;
				expect(labels!.measures[indicator]).toMatch(new RegExp(`^${title}.* \\(${unitNames[unit]}\\)$`));
				expect(labels!.groups[`onderwerp ${subjectCode(indicator, breakdown)}`]).toBe(
					groupNames[breakdown].label
				);
				expect(labels!.areas[area]).toBe(nameOf.get(`${area} ${years.get(table)}`));
			}
			const codes = places.filter(({ grenzen }) => Number(grenzen) === years.get(table));
			expect(codes.map(({ gebied }) => gebied)).toEqual(
				expect.arrayContaining([...new Set(own.map(({ area }) => area))])
			);
		}
	});

	test('keeps the notes about its figures', async () => {
		const { data, files } = all();
		const told = [...(await readBack(files)).values()].flatMap(({ remarks }) => remarks).join('\n');
		const about = data.notes.filter(
			({ about: { goal, figure, area = '' }, date }) =>
				goal === undefined && figure === undefined && !area.includes('-') && date <= dataset.model.asOf
		);
		for (const { role } of about) expect(told).toContain(role);
		expect(about.length > 0).toBe(told.includes('('));
	});

	test('adds up own areas from what came back', async () => {
		const { data, files } = all();
		const names = [...files.keys()].filter((name) => name.includes('-eigen_'));
		expect(names.length).toBeGreaterThan(0);
		const back = await readBack(files);
		for (const name of names) {
			const table = name.split('-')[1]!;
			const { boundaries } = dataset.model.sources.find(({ id }) => id === table)!;
			const rows = back.get(table)!.rows.map((row) => ({ ...row, table })) as TableObservation[];
			const [again] = flatFiles(ownSums(rows, boundaries!, dataset.model.indicators, data));
			expect(again!.text).toBe(files.get(name));
		}
	});

	test('is the same twice, byte for byte', () => {
		const { data, files } = all();
		const turned = { ...dataset, observations: dataset.observations.toReversed() };
		expect([...monitorUpload(turned, data)]).toEqual([...files]);
	});

	test('is within what Swing takes', () => {
		const { files } = all();
		const subjects = csvParse(files.get('onderwerpen.csv')!).map(({ onderwerp }) => onderwerp!);
		for (const code of subjects) expect(code).toMatch(/^[a-z][a-z0-9_]{0,45}$/);
		expect(new Set(subjects).size).toBe(subjects.length);
		for (const [name, text] of files) {
			if (!name.startsWith('cijfers-')) continue;
			const { columns } = csvParse(text);
			expect(columns.slice(0, 3)).toEqual(['Geolevel', 'Geoitem', 'Period']);
			expect(columns.length).toBeLessThanOrEqual(60);
			expect(subjects).toEqual(expect.arrayContaining(columns.slice(3)));
		}
	});
});

test('flat files of a portal come out as they went in', async () => {
	const upload = `Geolevel,Geoitem,Period,meldingen_18plus,meldingen_65plus
wijk2024,63700,2023,12,-99997
wijk2024,63700,2024,0,-99999
wijk2024,63701,2023,-99996,3.5
wijk2024,63701,2024,-99998,-4
`;
	const measures = ['18plus', '65plus'].map((end) => ({ name: `meldingen_${end}`, indicator: 'meldingen' }));
	const feed = feedOf({
		...{ adapter: 'swing', file: 'upload.csv', measures, boundaries: 2024, levels: ['wijk'] },
		areas: ['WK063700', 'WK063701'],
		breakdowns: { onderwerp: { meldingen_18plus: '18+', meldingen_65plus: '65+' } }
	});
	const { rows } = await fetchSwing(feed, worldOf({ 'upload.csv': upload }));
	const flat = rows.map((row) => toFlat(row, placeOf(row.area, 2024)));
	expect(flatFiles(flat).map(({ text }) => text)).toEqual([upload]);
	expect(besideCsv(besideFigures(flat)).trimEnd().split('\n')).toHaveLength(1);
});

describe('whatever the figures and names are', () => {
	const figure = fc.oneof(
		fc.double({ noNaN: true, noDefaultInfinity: true }),
		fc.integer({ min: -100_000, max: 100_000 }),
		fc.constantFrom(...Object.keys(missingReasons).map(Number), 0.1 + 0.2, 1e-7, 5e-324, 1e300)
	);
	const beside = fc.option(figure);
	const told = fc.record({
		there: fc.constantFrom<ObservationStatus>('definitive', 'provisional', 'estimate'),
		absent: fc.constantFrom(...missing.options),
		value: fc.option(figure),
		...{ lower: beside, upper: beside, n: beside }
	});
	const cell = fc.record({
		area: fc.constantFrom('NL01', 'GM1783', 'WK178301', 'WK178302', 'BU17830101'),
		period: fc.constantFrom('2023', '2024'),
		breakdown: fc.constantFrom('18+' as const, '65+' as const),
		indicator: fc.constantFrom('eenzaamheid', 'roken')
	});
	const figures = fc.uniqueArray(fc.tuple(cell, told), {
		selector: ([key]) => Object.values(key).join(),
		minLength: 1,
		maxLength: 20
	});
	const name = fc
		.oneof(
			fc.string({ minLength: 1, unit: 'binary' }),
			fc.constantFrom('=1+1', "'-x", '"a";b,c', 'twee\nregels', '@', "''=", 'ééń 💡')
		)
		.filter((text) => text.trim() === text && text !== '' && !text.includes('\r') && !text.includes('\0'));

	test('they come back', async () => {
		await fc.assert(
			fc.asyncProperty(figures, name, async (cells, title) => {
				const { model } = dataset;
				const observations = cells.map(([key, { there, absent, value, lower, upper, n }]) => ({
					...{ ...key, table: '50150ned', value },
					...(value === null ? { lower: null, upper: null, n: null } : { lower, upper, n }),
					status: value === null ? absent : there
				}));
				const named = model.indicators.map((each) => ({ ...each, title }));
				const files = monitorUpload(
					{ ...dataset, model: { ...model, indicators: named }, observations },
					monitorOf('westland')
				);
				const { rows, labels } = (await readBack(files)).get('50150ned')!;
				expect(inOrder(rows)).toEqual(inOrder(observations));
				for (const words of Object.values(labels!.measures)) expect(words.startsWith(title)).toBe(true);
			}),
			{ numRuns: 150 }
		);
	});
});
