import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Feed } from '#lib/schema/feed.ts';
import { tidyRow } from '#lib/schema/tidy.ts';
import {
	feedOf,
	refused,
	sharedFile,
	sheetXml,
	withoutShared,
	workbookParts,
	worldOf,
	zipOf
} from './files.fixture.ts';
import { localWorld } from './local-world.ts';
import { fetchSwing } from './swing.ts';

const measures = [{ name: 'v1_clienten', indicator: 'clienten' }];
const fetchOf = (content: string | Uint8Array, own: Partial<Feed> = {}, file = 'upload.txt') =>
	fetchSwing(
		feedOf({ adapter: 'swing', file, measures, ...own }),
		worldOf({ [file]: content, 'mappings/blad.yaml': 'sheet: Twee\n' })
	);
const short = ({ rows }: Awaited<ReturnType<typeof fetchSwing>>) =>
	rows.map(({ area, period, value, status }) => [area, period, value, status]);

describe('a Swing upload', () => {
	test('tells every kind of missing apart, and keeps a real zero', async () => {
		const text = `Geolevel,Geoitem,Period,V1_clienten
gemeente,637,2024,0
gemeente,0637,2023,-99996
gemeente,GM0637,2022,-99997
gemeente,637,2021,-99998
gemeente,637,2020,-99999.0
gemeente,637,2019,
gemeente,1783,2024,5
`;
		expect(short(await fetchOf(text))).toEqual([
			['GM0637', '2024', 0, 'definitive'],
			['GM0637', '2023', null, 'not-asked'],
			['GM0637', '2022', null, 'suppressed'],
			['GM0637', '2021', null, 'not-applicable'],
			['GM0637', '2020', null, 'unknown'],
			['GM0637', '2019', null, 'not-asked']
		]);
	});

	test('knows the levels, also with a year of boundaries, and leaves the others out with a remark', async () => {
		const text = `geolevel;geoitem;period;v1_clienten
Nederland;1;2024;9
gemeente2024;637;2024;1
gemeente2018;637;2024;7
wijken;63700;2024;2
buurt;06370001;2024;3
ggdregio;7;2024;4
`;
		const fetched = await fetchOf(text, {
			areas: ['NL01', 'GM0637'],
			levels: ['wijk', 'buurt'],
			boundaries: 2024
		});
		expect(fetched.rows.map(({ area, value }) => [area, value])).toEqual([
			['NL01', 9],
			['GM0637', 1],
			['WK063700', 2],
			['BU06370001', 3]
		]);
		expect(fetched.remarks).toEqual(['Overgeslagen niveaus: "gemeente2018" (1), "ggdregio" (1).']);
	});

	test('with only wijken has the figures of the gemeente that they lie in', async () => {
		const text = 'period,geolevel,geoitem,v1_clienten\n2024,wijk,063700,4\n';
		const fetched = await fetchOf(text, { levels: ['wijk'], status: 'provisional' });
		expect(short(fetched)).toEqual([['WK063700', '2024', 4, 'provisional']]);
		expect(fetched.remarks).toEqual(['Zonder cijfer voor de hele gemeente: GM0637.']);
		await expect(refused(fetchOf(text, { levels: ['wijk'], areas: ['GM0637', 'GM1783'] }))).resolves.toEqual([
			'upload.txt: verwacht: cijfers over het gebied GM1783; dat staat er niet in'
		]);
	});

	test('gives the group that the feed names', async () => {
		const text = 'period,geolevel,geoitem,v1_clienten\n2024,gemeente,637,4\n';
		const { rows } = await fetchOf(text, { breakdowns: { onderwerp: { v1_clienten: '65+' } } });
		expect(rows.map(({ breakdown }) => breakdown)).toEqual(['65+']);
	});

	test('as a workbook, from the only sheet with the subjects', async () => {
		const rows = [
			['geolevel', 'geoitem', 'period', 'v1_clienten'],
			['gemeente', 637, 2024, -99997]
		];
		const one = { Uitleg: sheetXml([['Lees dit']]), Een: sheetXml(rows) };
		const fetched = await fetchOf(zipOf(workbookParts(one)), {}, 'upload.xlsx');
		expect(short(fetched)).toEqual([['GM0637', '2024', null, 'suppressed']]);
		expect(fetched.remarks).toEqual(['Gelezen is het blad "Een".']);
		const two = zipOf(workbookParts({ ...one, Twee: sheetXml(rows) }));
		expect(await refused(fetchOf(two, {}, 'upload.xlsx'))).toEqual([
			'upload.xlsx: verwacht: één blad met deze onderwerpen, of een mapping met de naam van het blad (sheet); er zijn: Een, Twee'
		]);
		expect(short(await fetchOf(two, { mapping: 'blad' }, 'upload.xlsx'))).toHaveLength(1);
	});
});

describe('a Swing upload is refused', () => {
	test('without its columns or a subject, and never takes another subject for it', async () => {
		expect(await refused(fetchOf('geolevel,item,v1_clienten_2\n'))).toEqual([
			'upload.txt:1:1: verwacht: een kolom met de naam "geoitem"',
			'upload.txt:1:1: verwacht: een kolom met de naam "period"',
			'upload.txt:1:1: verwacht: een kolom met de naam "v1_clienten"'
		]);
	});

	test('with a code, a year or a figure that is none', async () => {
		const text = `geolevel,geoitem,period,v1_clienten
gemeente,12345,2024,1
gemeente,637,2024K1,1
gemeente,637,2024,geheim
`;
		expect(await refused(fetchOf(text))).toEqual([
			'upload.txt:2:2: er staat "12345", verwacht: een gebiedscode als GM0637, WK063700 of BU06370000, van niveau gemeente',
			'upload.txt:3:3: er staat "2024K1", verwacht: een jaar als 2020 of 2020JJ00',
			expect.stringMatching(/^upload.txt:4:4: er staat "geheim", verwacht: een getal/)
		]);
	});

	test('without subjects in the feed', async () => {
		expect(await refused(fetchOf('', { measures: [] }))).toEqual([
			'feed "test": verwacht: minstens één onderwerpcode (measures)'
		]);
	});
});

describe('an upload with more than one file', () => {
	const head = 'geolevel,geoitem,period,v1_clienten';
	const swing = { more: ['wijk.txt'], skipEmpty: true };
	const together = (gemeente: string, wijk: string, own: Partial<Feed> = {}, more = {}) =>
		fetchSwing(
			feedOf({ adapter: 'swing', file: 'gemeente.txt', measures, levels: ['wijk'], ...own }),
			worldOf({ 'gemeente.txt': `${head}\n${gemeente}`, 'wijk.txt': wijk, ...more })
		);

	test('is read as one, without a figure where a cell is empty', async () => {
		const fetched = await together(
			'gemeente,637,2023,\ngemeente,637,2024,7\n',
			`${head}\nwijk,63700,2024,-99996\n`,
			{ swing }
		);
		expect(short(fetched)).toEqual([
			['GM0637', '2024', 7, 'definitive'],
			['WK063700', '2024', null, 'not-asked']
		]);
	});

	test('tells of a column that is no subject of the feed: with a wrong name its figures would go unseen', async () => {
		const renamed = head.replace('v1_clienten', 'clienten');
		const fetched = await together('gemeente,637,2024,7\n', `${renamed}\nwijk,63700,2024,5\n`, { swing });
		expect(short(fetched)).toEqual([['GM0637', '2024', 7, 'definitive']]);
		expect(fetched.remarks.join(' ')).toContain(
			'Kolommen die niet zijn gelezen, met het aantal bestanden: "clienten" (1).'
		);
	});

	test('is refused where a figure stands in two of them, or a subject in none', async () => {
		const line = 'gemeente,637,2024,7\n';
		expect(await refused(together(line, `${head}\n${line}`, { swing }))).toEqual([
			'wijk.txt:2:4: er staat "clienten, GM0637, 2024, totaal", verwacht: elk cijfer één keer; dit staat ook op regel 2 van gemeente.txt'
		]);
		const two = [...measures, { name: 'v2_anders', indicator: 'anders' }];
		expect(await refused(together(line, `${head}\n`, { swing, measures: two }))).toEqual([
			'gemeente.txt: verwacht: een kolom met de naam "v2_anders"'
		]);
	});

	const told = (rows: string) =>
		together(
			'gemeente,637,2023,-99999\ngemeente,637,2024,7\n',
			`${head}\n`,
			{ swing: { ...swing, beside: 'bij.csv' } },
			{
				'bij.csv': `onderwerp,geolevel,geoitem,period,status,waarde,toelichting\n${rows}`
			}
		);

	test('gets from the table beside it what cells cannot say', async () => {
		const fetched = await told(
			`v1_clienten,,,,provisional,,
v1_clienten,gemeente,637,2023,not-yet,,'=Wacht nog
v9_ander,gemeente,637,2023,estimate,,
v1_clienten,provincie,1,2023,estimate,,
`
		);
		expect(short(fetched)).toEqual([
			['GM0637', '2023', null, 'not-yet'],
			['GM0637', '2024', 7, 'provisional']
		]);
		expect(fetched.remarks).toEqual(['v1_clienten, gemeente 637, 2023: =Wacht nog']);
	});

	test.each([
		['v1_clienten,gemeente,637,2024,geheim,,', 5, 'een status: '],
		['v1_clienten,gemeente,637,2024,unknown,,', 5, 'de status van een cijfer dat er is'],
		['v1_clienten,gemeente,637,2023,estimate,,', 5, 'een reden waarom het cijfer ontbreekt'],
		['v1_clienten,,,,unknown,,', 5, 'de status van cijfers die er zijn'],
		['v1_clienten,gemeente,637,2023,definitive,veel,', 6, 'een getal'],
		['v1_clienten,gemeente,637,2022,estimate,,', 3, 'een cijfer dat in de upload staat'],
		['v1_clienten,gemeente,delft,2024,estimate,,', 3, 'een cijfer dat in de upload staat']
	])('refuses %s beside it', async (row, column, expected) => {
		const [first] = await refused(told(`${row}\n`));
		expect(first).toContain(`bij.csv:2:${column}: `);
		expect(first).toContain(expected);
	});
});

describe('literal uploads of a portal', () => {
	const upload = sharedFile('swing/Upload_PinC_level_gemeente.txt');
	const template = sharedFile('swing/example_upload.xlsx');

	test('Belgian codes are no codes of ours', async (context) => {
		context.skip(withoutShared !== false, withoutShared || undefined);
		const own = [{ name: 'v2801_vh_totcrim', indicator: 'misdrijven' }];
		const feed = feedOf({ adapter: 'swing', file: `../${upload}`, measures: own });
		const problems = await refused(fetchSwing(feed, localWorld('data')));
		expect(problems[0]).toBe(
			`../${upload}:2:4: er staat "11001", verwacht: een gebiedscode als GM0637, WK063700 of BU06370000, van niveau gemeente`
		);
		expect(problems).toHaveLength(200);
	});

	test('with codes of ours every figure of a subject comes in', async (context) => {
		context.skip(withoutShared !== false, withoutShared || undefined);
		const lines = readFileSync(upload, 'utf8').trimEnd().split('\n');
		const items = [...new Set(lines.slice(1).map((line) => line.split(',')[3]!))];
		const codeOf = (item: string) => String(1000 + items.indexOf(item));
		const ours = lines.map((line, i) =>
			i === 0
				? line
				: line.replace(/^((?:[^,]*,){3})(\d+)/, (_, start: string, item: string) => start + codeOf(item))
		);
		const own = [{ name: 'v2801_vh_totcrim', indicator: 'misdrijven' }];
		const areas = items.map((item) => `GM${codeOf(item)}`);
		const { rows } = await fetchOf(ours.join('\n'), { measures: own, areas });
		expect(rows).toHaveLength(lines.length - 1);
		const wanted = lines.slice(1).map((line) => Number(line.split(',').at(-1)));
		expect(rows.map(({ value }) => value)).toEqual(wanted);
		expect(wanted[0]).toBe(783);
		for (const each of rows) expect(tidyRow.parse(each)).toEqual(each);
	});

	test('the template has one sheet with real subjects, and it is found', async (context) => {
		context.skip(withoutShared !== false, withoutShared || undefined);
		const own = [{ name: 'v2302_GKO_V', indicator: 'kinderen' }];
		const feed = feedOf({ adapter: 'swing', file: `../${template}`, measures: own });
		expect((await refused(fetchSwing(feed, localWorld('data'))))[0]).toBe(
			`../${template}, blad "voorbeeld_UPLOAD_onderwijs", cel C2: er staat "11001", verwacht: een gebiedscode als GM0637, WK063700 of BU06370000, van niveau gemeente`
		);
	});
});
