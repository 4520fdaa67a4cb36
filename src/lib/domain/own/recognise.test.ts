import { describe, expect, test } from 'vitest';
import { typedAreaCode } from './area-code.ts';
import { toOwnTable } from './assemble.ts';
import { knownAreas } from './known-areas.ts';
import { recognise } from './recognise.ts';
import { ownLimits, tableName, type GivenCell } from './table.ts';

const read = (cells: GivenCell[], head = 'x', decimal: '.' | ',' = ',') => {
	const { kind, cells: found } = recognise(cells, head, decimal);
	return [kind, ...found];
};

describe('a column', () => {
	test.each([
		['whole numbers', ['1', '20', ' 3 '], ['whole', 1, 20, 3]],
		['a comma for decimals', ['1,5', '2', '1.234,5'], ['number', 1.5, 2, 1234.5]],
		['a point for decimals', ['1.5', '2', '1,234.5'], ['number', 1.5, 2, 1234.5]],
		['numbers of a workbook', [1.5, 2, ''], ['number', 1.5, 2, null]],
		['what is missing', ['1', '', '.', 'x', 'n.b.', '0'], ['whole', 1, null, null, null, null, 0]],
		['minus and plus', ['-1,5', '+2,25'], ['number', -1.5, 2.25]],
		['euros in front', ['€ 1.234,50', '€-2', '- € 3,5', '€ -', ''], ['number', 1234.5, -2, -3.5, null, null]],
		['euros behind', ['1.234,50 euro', '2 EUR', '10,- €', 'x'], ['number', 1234.5, 2, 10, null]],
		['percent', ['12,5%', '3 %', '4 procent'], ['number', 12.5, 3, 4]],
		['numbers with and without a unit', ['12%', '0,5'], ['text', '12%', '0,5']],
		['texts that begin with a unit', ['euro 1 per dag', 'europa 2'], ['text', 'euro 1 per dag', 'europa 2']],
		['codes with a zero in front', ['0637', '1783'], ['text', '0637', '1783']],
		['numbers that would be rounded', ['9007199254740993', '1'], ['text', '9007199254740993', '1']],
		['numbers without end', ['1e999', '1'], ['text', '1e999', '1']],
		['two ways of writing at once', ['1,5', '1.5'], ['text', '1,5', '1.5']],
		[
			'days',
			['2024-12-31', '', '31-01-2024', '1/2/2024'],
			['day', '2024-12-31', null, '2024-01-31', '2024-02-01']
		],
		['a day that does not exist', ['31-02-2024'], ['text', '31-02-2024']],
		['yes and no', ['ja', 'Nee', ''], ['boolean', true, false, null]],
		['years of Statistics Netherlands', ['2020JJ00', '2024JJ00'], ['year', 2020, 2024]],
		['only signs of what is missing', ['x', '-'], ['text', 'x', '-']],
		['a formula of a spreadsheet', ['=1+1', '@x'], ['text', '=1+1', '@x']],
		['nothing', ['', ' '], ['text', null, null]]
	])('with %s', (_, cells, expected) => expect(read(cells)).toEqual(expected));

	test('with years is one by its name only', () => {
		expect(read(['2020', '2024'], 'Peiljaar')).toEqual(['year', 2020, 2024]);
		expect(read(['2020', '2024'], 'aantal')).toEqual(['whole', 2020, 2024]);
		expect(read(['2020', '20240'], 'jaar')).toEqual(['whole', 2020, 20240]);
	});

	test('that can be read in two ways says how it was', () => {
		expect(recognise(['1.234'], 'x', ',')).toMatchObject({
			cells: [1234],
			note: expect.stringContaining('Let op: 1.234') as string
		});
		expect(recognise(['1.234'], 'x', '.')).toMatchObject({
			cells: [1.234],
			note: expect.stringContaining('een punt voor decimalen') as string
		});
		expect(recognise(['1,5'], 'x', '.')).toMatchObject({
			cells: [1.5],
			note: 'Een komma staat voor decimalen.'
		});
	});

	test('with a power of ten is read as Excel writes it in either language', () => {
		expect(read(['1,2E-06', '3E+2', '0,5'])).toEqual(['number', 1.2e-6, 300, 0.5]);
		expect(read(['1.2E-06', '7'])).toEqual(['number', 1.2e-6, 7]);
		expect(recognise(['1,234e5'], 'x', '.')).toMatchObject({ cells: [123_400], decimal: ',' });
		expect(read(['1.234,5E2', 'x'])[0]).toBe('text');
	});

	test('of a workbook needs no word about signs that the workbook does not have', () => {
		expect(recognise(['1,5'], 'x', ',', true).note).toBe('');
		expect(recognise(['12,345%'], 'x', ',', true)).toEqual({
			kind: 'number',
			cells: [12.345],
			note: 'Van de getallen in de kolom “x” is de eenheid (%) afgehaald.',
			remark: 'Van de getallen in de kolom “x” is de eenheid (%) afgehaald.'
		});
		expect(recognise(['1.234'], 'x', ',', true).note).toContain('Let op: 1.234');
	});

	test.each([
		[['1,5', '2', 'ca. 3'], 'want niet elke cel is een getal: “ca. 3” niet.'],
		[['12%', '0,5'], 'want de getallen hebben niet allemaal dezelfde eenheid: “12%” en “0,5”.'],
		[['1,5', '1.5'], 'want een komma of punt betekent er niet overal hetzelfde.'],
		[['9007199254740993', '1'], 'want er staan getallen in die te lang zijn om precies te lezen.']
	])('with %j says why it stays text', (cells, why) => {
		expect(recognise(cells, 'n', ',').remark).toBe(`De kolom “n” blijft tekst, ${why}`);
	});

	test.each([[['0637', '1783', '1784']], [['a', 'b', '1']], [['ja', 'nee']]])(
		'with %j needs no reason to be no numbers',
		(cells) => expect(recognise(cells, 'n', ',')).not.toHaveProperty('remark')
	);

	test('counts what was read as missing', () => {
		expect(recognise(['1', 'x', 'x', '.'], 'n', ',').note).toBe(
			'Gelezen als ontbrekend: x (2 keer), . (1 keer).'
		);
	});
});

test.each([
	['GM0637', 'GM0637'],
	[' gm0637  ', 'GM0637'],
	['WK 1783 01', 'WK178301'],
	['bu17830101', 'BU17830101'],
	['NL00', 'NL01'],
	['GM637', 'GM0637'],
	['gm 3', 'GM0003'],
	['WK63701', 'WK063701'],
	['BU6370101', 'BU06370101'],
	['GM06370', undefined],
	['GM', undefined],
	['Westland', undefined],
	['', undefined]
])('%j is the code %s', (written, code) => expect(typedAreaCode(written)).toBe(code));

const given = (columns: Record<string, GivenCell[]>, decimal: '.' | ',' = ',') => ({
	heads: Object.keys(columns),
	columns: Object.values(columns),
	remarks: [],
	decimal
});

describe('a table', () => {
	test('gets its area and period, and keeps the cells of the file', () => {
		const table = toOwnTable(
			given({
				Gebied: [' gm0637', 'WK178301 ', 'totaal'],
				Jaar: ['2020', '2024', '2024'],
				n: ['1', '2', 'x']
			}),
			'Klachten 2024 (é).csv'
		);
		expect(table).toMatchObject({
			name: 'eigen_klachten_2024_e',
			rows: 3,
			area: 'gebiedscode',
			period: { name: 'Jaar', kind: 'year' }
		});
		expect(table.columns.map(({ name, kind, cells }) => [name, kind, ...cells])).toEqual([
			['Gebied', 'text', ' gm0637', 'WK178301 ', 'totaal'],
			['Jaar', 'year', 2020, 2024, 2024],
			['n', 'whole', 1, 2, null],
			['gebiedscode', 'area', 'GM0637', 'WK178301', null]
		]);
		expect(table.columns[3]!.note).toContain('1 cel is geen code, zoals “totaal”');
	});

	test('completes numbers only where the head says that they are codes', () => {
		expect(toOwnTable(given({ gemeentecode: ['637', '1783'] }), 'a.csv').columns[1]).toMatchObject({
			cells: ['GM0637', 'GM1783']
		});
		expect(toOwnTable(given({ wijk: [63701, '178301'] }), 'a.csv').columns[1]).toMatchObject({
			cells: ['WK063701', 'WK178301']
		});
		expect(toOwnTable(given({ aantal: ['637', '1783'] }), 'a.csv')).not.toHaveProperty('area');
	});

	const areas = knownAreas([
		['GM1783', 'Westland'],
		['GM0022', 'Leek'],
		['WK196904', 'Leek'],
		['WK178301', 'Naaldwijk'],
		['BU17830101', 'Opstal'],
		['GM0053', 'Winsum']
	]);

	test('knows names of areas under a head that says so, and only where one area has that name', () => {
		const any = toOwnTable(
			given({ Gebied: ['westland', 'Wijk 01 Naaldwijk', 'Leek', 'Buiten'], n: ['1', '2', '3', '4'] }),
			'a.csv',
			areas
		);
		// Half is not more than half.
		expect(any).not.toHaveProperty('area');
		const table = toOwnTable(
			given({ Gebied: ['westland', 'Wijk 01 Naaldwijk', 'Leek', 'Opstal', 'Buiten', ''] }),
			'a.csv',
			areas
		);
		expect(table.columns.at(-1)).toMatchObject({
			name: 'gebiedscode',
			cells: ['GM1783', 'WK178301', null, 'BU17830101', null, null]
		});
		expect(table.columns.at(-1)!.note).toContain('precies één gebied');
		expect(table.columns.at(-1)!.note).toContain('1 cel kan over meer gebieden gaan, zoals “Leek”');
		expect(table.columns.at(-1)!.note).toContain('1 cel is geen gebied dat deze site kent, zoals “Buiten”');
	});

	test('takes the level of the head where areas of more levels have a name', () => {
		const codes = (head: string) =>
			toOwnTable(given({ [head]: ['Leek', 'Leek'] }), 'a.csv', areas).columns.at(-1)!.cells;
		expect(codes('gemeentenaam')).toEqual(['GM0022', 'GM0022']);
		expect(codes('Wijken')).toEqual(['WK196904', 'WK196904']);
		expect(toOwnTable(given({ klant: ['Leek'] }), 'a.csv', areas)).not.toHaveProperty('area');
	});

	test('with a head that names a level has its areas there, however few the site knows', () => {
		const table = toOwnTable(
			given({ gemeente: ['Westland', 'Amsterdam', 'Breda', 'Breda', 'Delft', ''] }),
			'a.csv',
			areas
		);
		expect(table).toMatchObject({ area: 'gebiedscode' });
		expect(table.columns[1]!.cells).toEqual(['GM1783', null, null, null, null, null]);
		expect(table.remarks).toEqual([
			'3 gemeenten staan niet op deze site, zoals “Amsterdam”. 5 regels hebben geen gebied: zie de kolom “gemeente”.'
		]);
		const none = toOwnTable(given({ Wijknaam: ['Centrum'] }), 'a.csv', areas);
		expect(none).not.toHaveProperty('area');
		expect(none.remarks).toEqual([expect.stringContaining('In de kolom “Wijknaam” staat geen enkel gebied')]);
		const sure = toOwnTable(
			given({ buurt: ['Opstal', 'a', 'b', 'c'], gemeente: ['Westland', 'Westland', 'Westland', 'Westland'] }),
			'a.csv',
			areas
		);
		expect(sure.columns.at(-1)!.cells).toEqual(['GM1783', 'GM1783', 'GM1783', 'GM1783']);
	});

	test('completes bare numbers of areas of the site under a head without a level', () => {
		const table = toOwnTable(given({ gebied: ['1783', '53', '178301'] }), 'a.csv', areas);
		expect(table.columns[1]).toMatchObject({ cells: ['GM1783', 'GM0053', 'WK178301'] });
		expect(table.columns[1]!.note).toContain('aangevuld, zoals “1783”');
		expect(toOwnTable(given({ gebied: ['1', '2', '53'] }), 'a.csv', areas)).not.toHaveProperty('area');
	});

	test('prefers a column of codes to one of names', () => {
		const table = toOwnTable(given({ naam: ['Westland'], gm: ['GM1783'] }), 'a.csv', areas);
		expect(table.area).toBe('gm');
	});

	test('takes the column that tells most areas apart', () => {
		const table = toOwnTable(given({ gm: ['GM1783', 'GM1783'], bu: ['BU17830101', 'BU17830102'] }), 'a.csv');
		expect(table.area).toBe('bu');
	});

	test('reads a number that is open as the other columns of the file show', () => {
		const table = toOwnTable(given({ open: ['1.234'], sure: ['1.5'] }), 'a.csv');
		expect(table.columns[0]!.cells).toEqual([1.234]);
	});

	test('never has two columns of one name, or one without', () => {
		const table = toOwnTable(
			{ ...given({}), heads: ['a', 'A', '', 'gebiedscode'], columns: [['1'], ['2'], ['3'], ['gm0637']] },
			'a.csv'
		);
		expect(table.columns.map(({ name }) => name)).toEqual([
			'a',
			'A_2',
			'kolom_3',
			'gebiedscode',
			'gebiedscode_2'
		]);
	});

	test('that is too large or empty is refused', () => {
		const wide = {
			...given({}),
			heads: Array.from({ length: ownLimits.columns + 1 }, () => 'x'),
			columns: []
		};
		expect(() => toOwnTable(wide, 'a.csv')).toThrow('501 kolommen');
		const rows = Array.from({ length: ownLimits.rows + 1 }, () => '1');
		expect(() => toOwnTable(given({ x: rows }), 'a.csv')).toThrow('te groot');
		expect(() => toOwnTable(given({ x: [] }), 'a.csv')).toThrow('geen regels');
	});
});

test.each([
	['observation.csv', 'eigen_observation'],
	['"; drop table x; --.csv', 'eigen_drop_table_x'],
	['.csv', 'eigen_bestand'],
	['日本.xlsx', 'eigen_bestand']
])('the file %s becomes the table %s', (file, name) => expect(tableName(file)).toBe(name));
