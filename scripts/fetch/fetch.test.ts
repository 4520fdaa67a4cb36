import { describe, expect, test } from 'vitest';
import { feed as feedSchema } from '#lib/schema/feed.ts';
import { tidyRow, type TidyRow } from '#lib/schema/tidy.ts';
import { nextAddress, service } from './addresses.ts';
import { wantedAreas } from './areas.ts';
import { askedFeeds, askedTimes, readWords } from './asked.ts';
import { breakdownOf, keep, totalOf, type Category } from './categories.ts';
import { readCell } from './cbs-v3.ts';
import { readValue } from './cbs-v4.ts';
import { filtered } from './filter.ts';
import { retryAfter } from './http.ts';
import { findTopic, type Topic } from './names.ts';
import { readProperty } from './pdok.ts';
import { progressLine, progressOn } from './progress.ts';
import { decimal, tidyCsv } from './write.ts';

describe('why a figure is missing', () => {
	test.each([
		['     46.3', { value: 46.3 }],
		['-123456', { value: -123456 }],
		['0', { value: 0 }],
		[12, { value: 12 }],
		['       .', { value: null, status: 'unknown' }],
		['       x', { value: null, status: 'suppressed' }],
		['        ', { value: null, status: 'not-asked' }],
		[null, { value: null, status: 'not-asked' }],
		['  -99998', { value: null, status: 'unknown' }],
		['  -99997', { value: -99997 }],
		['1.234,5', undefined],
		['1e5', undefined],
		['9'.repeat(400), undefined]
	])('a cell of v3: %j', (raw, reading) => expect(readCell(raw)).toEqual(reading));

	test.each([
		[5, 'None', { value: 5 }],
		[0, null, { value: 0 }],
		[null, 'Impossible', { value: null, status: 'not-applicable' }],
		[null, 'Confidential', { value: null, status: 'suppressed' }],
		[null, 'NotAvailable', { value: null, status: 'unknown' }],
		[null, 'None', undefined],
		[null, 'toString', undefined],
		[5, 'Impossible', undefined]
	])('an observation of v4: %j with %j', (value, attribute, reading) =>
		expect(readValue(value, attribute)).toEqual(reading)
	);

	test.each([
		[128434, { value: 128434 }],
		[-99997, { value: null, status: 'suppressed' }],
		[-99995, { value: null, status: 'not-yet' }],
		[-99999999, { value: null, status: 'unknown' }],
		[-99996, { value: -99996 }],
		[null, { value: null, status: 'unknown' }],
		['12', undefined]
	])('a property of PDOK: %j', (raw, reading) => expect(readProperty(raw)).toEqual(reading));
});

describe('the name of a measure', () => {
	const topics: Topic[] = [
		{ key: 'Totaal_1', title: 'Totaal', group: 'Banen' },
		{ key: 'Totaal_4', title: 'Totaal', group: 'Uren' },
		{ key: 'Eenzaam_28', title: 'Eenzaam', group: 'Gezondheid' },
		{ key: 'ErnstigEenzaam_29', title: 'Ernstig eenzaam', group: 'Gezondheid' }
	];
	test.each([
		['Eenzaam', 'Eenzaam_28'],
		['Eenzaam_27', 'Eenzaam_28'],
		['Ernstig eenzaam', 'ErnstigEenzaam_29'],
		['Totaal_4', 'Totaal_4'],
		['Uren/Totaal', 'Totaal_4']
	])('%s is %s', (name, key) => expect(findTopic(name, topics, true, 'x').topic?.key).toBe(key));

	test('that more measures have is told with all of them', () =>
		expect(findTopic('Totaal', topics, true, 'x').problem?.expected).toBe(
			'één maat, met zijn groep ervoor; zo heten er 2: Totaal_1 (Banen/Totaal), Totaal_4 (Uren/Totaal)'
		));

	test('is a code in v4, where a number at its end does not shift', () => {
		const codes = [{ key: 'D000198_2', title: 'Bijstand', group: '' }];
		expect(findTopic('D000198', codes, false, 'x').topic).toBeUndefined();
		expect(findTopic('D000198_2', codes, false, 'x').topic?.key).toBe('D000198_2');
	});
});

describe('a dimension that a feed says nothing about', () => {
	const category = (key: string, title: string, group?: string): Category => ({ key, title, group });

	test.each([
		['by its title', [category('1', 'Mannen'), category('2', 'Totaal mannen en vrouwen')], '2'],
		['by its code', [category('3000', 'Mannen'), category('T001038', 'Alle mensen')], 'T001038'],
		[
			'by its heading',
			[category('1', 'Iedereen', 'a'), category('2', 'Jong', 'b'), category('3', 'Oud', 'b')],
			'1'
		],
		['as the only one', [category('1', 'Waarde')], '1']
	])('has a total that is recognised %s', (_, categories, key) => expect(totalOf(categories)?.key).toBe(key));

	test('is kept whole where there is no total, with names that stay apart', () => {
		const { kept, remark } = keep(
			{
				id: 'X',
				title: 'Herkomst',
				kind: 'other',
				categories: [category('a ', 'Één'), category('b ', 'één'), category('c ', '—')]
			},
			undefined,
			'x'
		);
		expect([...kept.labels]).toEqual([
			['a', 'herkomst=een-a'],
			['b', 'herkomst=een-b'],
			['c', 'herkomst=c']
		]);
		expect(remark).toContain('Alle 3 categorieën zijn meegenomen');
	});

	test('gives a name to a figure together with the others', () => {
		expect(breakdownOf([])).toBe('totaal');
		expect(
			breakdownOf([
				{ id: 'Leeftijd', label: '18+' },
				{ id: 'G', label: '' }
			])
		).toBe('18+');
		expect(
			breakdownOf([
				{ id: 'Leeftijd', label: '18+' },
				{ id: 'G', label: 'geslacht=mannen' }
			])
		).toBe('leeftijd=18-plus;geslacht=mannen');
	});
});

describe('a next page', () => {
	const at = service('http://127.0.0.1:9000/odata/v1/CBS/', '03759ned');
	const current = 'http://127.0.0.1:9000/odata/v1/CBS/03759ned/Observations';
	test.each([
		['Observations?$skip=5', `${current}?$skip=5`],
		['?$skip=5', `${current}?$skip=5`],
		['/odata/v1/CBS/03759ned/Observations?$skip=5', `${current}?$skip=5`],
		['https://datasets.cbs.nl/odata/v1/CBS/03759NED/Observations?$skip=5', `${current}?$skip=5`]
	])('%s stays with the service', (link, expected) => expect(nextAddress(at, link, current)).toBe(expected));

	test('over http of the same host is asked where the service is', () => {
		const secure = service('https://opendata.cbs.nl/ODataFeed/odata', '1NED');
		const link = 'http://opendata.cbs.nl/ODataFeed/OData/1NED/UntypedDataSet?$skip=10000';
		expect(nextAddress(secure, link, 'https://opendata.cbs.nl/ODataFeed/odata/1NED/UntypedDataSet')).toBe(
			'https://opendata.cbs.nl/ODataFeed/odata/1NED/UntypedDataSet?$skip=10000'
		);
	});

	test.each([
		'https://example.org/03759ned/Observations',
		'https://datasets.cbs.nl/elders',
		'http://[',
		'file:///etc/passwd'
	])('%s is refused', (link) =>
		expect(() => nextAddress(at, link, current)).toThrow('een volgende pagina op dezelfde server')
	);
});

test('a clause that is too long for an address is left to this side', () => {
	const long = `(${Array.from({ length: 60 }, (_, i) => `P eq '${i}'`).join(' or ')})`;
	const [only, ...more] = filtered('https://example.org/D', 'R', ["O'x"], ["(L eq '1')", long]);
	expect(more).toEqual([]);
	expect(decodeURIComponent(only!.address)).toBe(
		"https://example.org/D?$filter=(L eq '1') and (R eq 'O''x')"
	);
});

test('a gemeente stands for itself, and with levels for what is in it', () => {
	const base = { id: 'x', source: 'x', adapter: 'pdok', boundaries: 2024, areas: ['GM0637', 'WK178301'] };
	const codes = ['NL01', 'GM0637', 'WK063701', 'BU06370101', 'GM1783', 'WK178301', 'BU17830101'];
	const wanted = (levels?: string[]) => codes.filter(wantedAreas(feedSchema.parse({ ...base, levels })));
	expect(wanted()).toEqual(['GM0637', 'WK178301']);
	expect(wanted(['wijk'])).toEqual(['GM0637', 'WK063701', 'WK178301']);
	expect(wanted(['land', 'buurt'])).toEqual(['NL01', 'GM0637', 'BU06370101', 'WK178301']);
});

test('a pause that a service asks for is in seconds, or until a moment', () => {
	const now = Date.parse('2026-11-23T12:00:00Z');
	expect(retryAfter('120', now)).toBe(120_000);
	expect(retryAfter('Mon, 23 Nov 2026 12:00:30 GMT', now)).toBe(30_000);
	expect(retryAfter('Mon, 23 Nov 2026 11:00:00 GMT', now)).toBe(0);
	expect(retryAfter('straks', now)).toBeUndefined();
	expect(retryAfter(null, now)).toBeUndefined();
});

describe('progress', () => {
	test('is rows, and the time left where the number of rows is known', () => {
		expect(progressLine('x', 1500, undefined, 10)).toBe('x: 1.500 rijen');
		expect(progressLine('x', 250, 1000, 30_000)).toBe(
			'x: [#####---------------] 250 van hoogstens 1.000 rijen, nog 90 s'.replace('90 s', '2 min')
		);
		expect(progressLine('x', 500, 1000, 30_000)).toContain('nog 30 s');
		expect(progressLine('x', 1000, 1000, 30_000)).toBe('x: [####################] 1.000 rijen');
		expect(progressLine('x', 0, 1, 0)).toBe('x: [--------------------] 0 van hoogstens 1 rij');
	});

	test('is one bar on a terminal, and a line per page elsewhere', () => {
		const written: string[] = [];
		const write = (text: string) => written.push(text);
		const draw = (isTTY: boolean) => {
			const screen = progressOn({ isTTY, write }, 'x', () => 0);
			screen.update(1);
			screen.tell('HTTP 503');
			screen.update(2);
			screen.end();
			return written.splice(0);
		};
		expect(draw(false)).toEqual(['x: 1 rij\n', 'x: HTTP 503\n', 'x: 2 rijen\n']);
		expect(draw(true)).toEqual(['\r\u001b[Kx: 1 rij', '\nx: HTTP 503\n', '\r\u001b[Kx: 2 rijen', '\n']);
	});
});

describe('the file of figures', () => {
	const row: TidyRow = {
		indicator: 'b',
		area: 'GM0637',
		period: '2020',
		breakdown: '18+',
		value: 1.5,
		lower: null,
		upper: null,
		n: null,
		status: 'estimate'
	};

	test('is sorted, whatever the order of the rows', () => {
		const rows = [
			row,
			{ ...row, breakdown: '65+' },
			{ ...row, period: '2019' },
			{ ...row, area: 'BU06370101' },
			{ ...row, indicator: 'a' }
		];
		expect(tidyCsv(rows.toReversed())).toBe(tidyCsv(rows));
		expect(tidyCsv(rows).split('\n')[1]).toBe('a,GM0637,2020,18+,1.5,,,,estimate');
	});

	test('has no powers of ten', () => {
		expect([1e21, 1e-7, -0, 46.3].map(decimal)).toEqual(['1000000000000000000000', '0.0000001', '0', '46.3']);
	});

	test.each([
		[{ value: null }, 'value'],
		[{ status: 'suppressed' }, 'value'],
		[{ breakdown: '18 plus' }, 'breakdown'],
		[{ breakdown: 'a=b;' }, 'breakdown'],
		[{ value: NaN }, 'value'],
		[{ extra: 1 }, undefined]
	])('cannot hold %j', (change, path) => {
		expect(tidyRow.safeParse({ ...row, ...change }).error?.issues[0]?.path[0]).toBe(path);
	});

	test('holds free groups', () => {
		expect(tidyRow.safeParse({ ...row, breakdown: 'leeftijd=0-jaar;geslacht=mannen' }).success).toBe(true);
	});
});

test('a feed does not say the same thing twice, nor what only a mapping can say', () => {
	const feed = { id: 'x', source: 'x', adapter: 'csv', file: 'x.csv', areas: ['GM0637'] };
	const told = (own: object) =>
		feedSchema.safeParse({ ...feed, ...own }).error?.issues.map(({ message }) => message);
	expect(told({ status: 'provisional' })).toBeUndefined();
	expect(told({ status: 'provisional', estimates: true })).toEqual([
		'niets: estimates zegt al dat het schattingen zijn'
	]);
	expect(told({ measures: [{ name: 'a', indicator: 'a', missing: 'suppressed' }] })).toEqual([
		'alleen bij adapter cbs-v3 of cbs-v4; van een bestand zegt de mapping wat een teken betekent'
	]);
	expect(told({ status: 'suppressed' })).toHaveLength(1);
});

describe('the words of the command', () => {
	const ask = (line: string, known = [{ id: 'a' }, { id: 'b' }]) => {
		const feeds = known.map(({ id }) =>
			feedSchema.parse({ id, source: id, adapter: 'pdok', boundaries: 2024, areas: ['GM0637'] })
		);
		return askedFeeds(readWords(line === '' ? [] : line.split(' ')).words!, feeds);
	};

	test('are all feeds where they name none', () =>
		expect(ask('').feeds.map(({ id }) => id)).toEqual(['a', 'b']));

	test('choose a feed, and change a part of it', () => {
		const { feeds } = ask(
			'--feed b --areas GM1783,GM1969 --levels wijk --periods 2020,2024 --base-url http://127.0.0.1:1/x'
		);
		expect(feeds).toMatchObject([
			{
				id: 'b',
				areas: ['GM1783', 'GM1969'],
				levels: ['wijk'],
				periods: [2020, 2024],
				baseUrl: 'http://127.0.0.1:1/x'
			}
		]);
	});

	test('describe a feed of their own', () => {
		const { feeds } = ask(
			'--adapter cbs-v4 --table 03759NED --measure M000352,M2 --indicator inwoners --areas GM0637'
		);
		expect(feeds).toMatchObject([
			{
				id: '03759ned',
				source: '03759ned',
				measures: [
					{ name: 'M000352', indicator: 'inwoners' },
					{ name: 'M2', indicator: 'm2' }
				]
			}
		]);
	});

	test('call a file by its name, wherever it lies', () => {
		const idOf = (file: string) =>
			ask(`--adapter csv --file ${file} --mapping m --areas GM0637`).feeds.map(({ id, source }) => [
				id,
				source
			]);
		expect(idOf('http://127.0.0.1:9001/files/Goed%20bestand.xlsx?v=2')).toEqual([
			['goed-bestand', 'goed-bestand']
		]);
		expect(idOf('../map/Telling_2024.csv')).toEqual([['telling-2024', 'telling-2024']]);
		expect(idOf('https://voorbeeld.example/')).toEqual([['csv', 'csv']]);
	});

	test('name a province only where the table says what is in it', () => {
		expect(ask('--adapter cbs-v4 --table 03759NED --measure M1 --areas PV20').problems).toEqual([]);
		expect(ask('--adapter cbs-v3 --table 03759NED --measure M1 --areas PV20').problems).toMatchObject([
			{
				file: '--areas',
				expected: 'bij deze adapter geen provincie, maar haar gemeenten, elk met hun eigen code'
			}
		]);
	});

	test('lack what the adapter needs', () => {
		expect(ask('--adapter cbs-v3 --areas GM0637 --measure X').problems).toMatchObject([{ file: '--table' }]);
		expect(ask('--adapter iets --table x --measure X --areas GM0637').problems[0]).toMatchObject({
			file: '--adapter',
			expected: 'een van: cbs-v3, cbs-v4, pdok, xlsx, csv, swing'
		});
		expect(ask('', []).problems).toMatchObject([{ expected: 'een feed uit feeds.yaml: die zijn er niet' }]);
	});

	test('name pauses in milliseconds', () => {
		expect(askedTimes(readWords(['--pauses', '1,20']).words!).pauses).toEqual([1, 20]);
		expect(askedTimes(readWords(['--pauses', 'kort']).words!).problems).toMatchObject([{ file: '--pauses' }]);
	});
});
