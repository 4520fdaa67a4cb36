import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { OwnFileProblem, ownLimits } from '../domain/own/table.ts';
import { readOwnFile } from './read-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = async (content: string | Uint8Array, name = 'proef.csv') => {
	const table = await readOwnFile(typeof content === 'string' ? utf8(content) : content, name);
	return {
		...table,
		cells: Object.fromEntries(table.columns.map(({ name: column, cells }) => [column, cells]))
	};
};
const refused = (content: string | Uint8Array) => expect(read(content)).rejects;

describe('a CSV', () => {
	test.each([
		['a;b\n1,5;x\n', 'puntkomma'],
		['a,b\r\n1.5,x\r\n', 'komma'],
		['a\tb\n1,5\tx', 'tab'],
		['sep=|\na|b\n1,5|x', 'zoals het bestand zelf zegt'],
		['\uFEFFa;b\n1,5;"x"', 'puntkomma']
	])('%j is read, and says what separates its columns', async (text, told) => {
		const { cells, remarks } = await read(text);
		expect(cells).toEqual({ a: [1.5], b: ['x'] });
		expect(remarks.join(' ')).toContain(told);
	});

	test('in Windows-1252 or UTF-16 is told', async () => {
		const windows = Uint8Array.from('naam;n\nFrysl\xe2n;1', (letter) => letter.charCodeAt(0));
		const old = await read(windows);
		expect(old.cells.naam).toEqual(['Fryslân']);
		expect(old.remarks[0]).toContain('Windows-1252');
		const wide = await read(new Uint8Array(Buffer.from('\uFEFFnaam\tn\nFryslân\t1', 'utf16le')));
		expect(wide.cells).toEqual({ naam: ['Fryslân'], n: [1] });
		expect(wide.remarks[0]).toContain('UTF-16');
	});

	test('texts keep quotes, lines and signs of formulas and HTML', async () => {
		const { cells } = await read('"<b>kop</b>";b\n"=HYPERLINK(""x"")";"een\ntwee"\n');
		expect(cells).toEqual({ '<b>kop</b>': ['=HYPERLINK("x")'], b: ['een\ntwee'] });
	});

	test('amounts and shares as people write them are numbers, and rows without an area are told', async () => {
		const { cells, remarks } = await read(
			'gemeentecode;bedrag;aandeel\nGM637;€ 1.234,50;12,5%\nonbekend;- € 3,00;0,0%\n;€ 10,-;\n'
		);
		expect(cells).toMatchObject({
			bedrag: [1234.5, -3, 10],
			aandeel: [12.5, 0, null],
			gebiedscode: ['GM0637', null, null]
		});
		const told = remarks.join(' ');
		expect(told).toContain('in de kolom “bedrag” is de eenheid (€) afgehaald');
		expect(told).toContain('in de kolom “aandeel” is de eenheid (%) afgehaald');
		expect(told).toContain(
			'1 gemeente staat niet op deze site, zoals “onbekend”. 2 regels hebben geen gebied'
		);
	});

	test('a short line is told, and a long one refused with its place', async () => {
		const { cells, remarks } = await read('a;b\n1\n2;3\n');
		expect(cells).toEqual({ a: [1, 2], b: [null, 3] });
		expect(remarks[2]).toContain('1 regel heeft minder cellen');
		await refused('a;b\n1;2\n1;2;3\n').toThrow('Regel 3 heeft meer cellen');
	});

	test.each([
		['', 'leeg'],
		['a;b\n', 'geen regels'],
		['<!DOCTYPE html><html></html>', 'webpagina'],
		['a;b\n"1;2\n', 'aanhalingstekens'],
		[`${'a;'.repeat(900)}a\n1`, '901 kolommen'],
		[`${'a;'.repeat(2_000_000)}a\n1`, 'tekens'],
		['a\0b;c\n1;2', 'geen tekst'],
		['PAR1xxxx', 'Parquet'],
		['%PDF-1.7', 'PDF'],
		['\x1f', 'geen regels']
	])('%.20j is refused', async (text, why) => refused(text).toThrow(why));

	test('with more rows than fit is refused', async () => {
		await refused(`n\n${'1\n'.repeat(ownLimits.rows + 1)}`).toThrow('meer dan 200.000 regels');
	});
});

const sheetOf = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const book = (sheets: Record<string, string>, more: Record<string, string> = {}): Uint8Array => {
	const names = Object.keys(sheets);
	const relation = (id: string, kind: string, target: string) =>
		`<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
	const parts = {
		'_rels/.rels': `<Relationships>${relation('r', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
		'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name, i) => `<sheet name="${name}" r:id="s${i}"/>`).join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${names.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/${i}.xml`)).join('')}${relation('st', 'styles', 'styles.xml')}</Relationships>`,
		'xl/styles.xml':
			'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%;-0.0%"/><numFmt numFmtId="165" formatCode="0&quot;%&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
		...Object.fromEntries(names.map((name, i) => [`xl/worksheets/${i}.xml`, sheets[name]!])),
		...more
	};
	return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
};
const texts = (...all: string[]) =>
	all.map((each) => `<c t="inlineStr"><is><t>${each}</t></is></c>`).join('');
const data = sheetOf(
	`<row r="2">${texts('Gemeentecode', 'Jaar', 'n', 'dag')}</row>
	<row r="3"><c><v>1783</v></c><c><v>2020</v></c><c><v>1.5</v></c><c s="1"><v>44196</v></c></row>
	<row r="4">${texts('GM0637')}<c><v>2024</v></c>${texts('x')}</row>`
);

describe('a workbook', () => {
	test('is read from the first sheet with something in it', async () => {
		const { cells, remarks, area, period, name } = await read(
			book({ Leeg: sheetOf(''), Data: data, Nog: data }),
			'Mijn werkmap.xlsx'
		);
		expect(name).toBe('eigen_mijn_werkmap');
		expect(cells).toMatchObject({
			Jaar: [2020, 2024],
			n: [1.5, null],
			dag: ['2020-12-31', null],
			gebiedscode: ['GM1783', 'GM0637']
		});
		expect({ area, period }).toEqual({ area: 'gebiedscode', period: { name: 'Jaar', kind: 'year' } });
		expect(remarks[0]).toContain('het blad “Data”; regel 2');
		expect(remarks[1]).toContain('2 andere bladen (“Leeg”, “Nog”)');
	});

	test('percentages are read as the sheet shows them, as in a CSV, and that is told', async () => {
		const share = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
		const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`;
		const { cells, remarks } = await read(
			book({
				A: sheetOf(
					row(1, texts('wijk', 'deel', 'eigen', 'los')) +
						row(2, texts('WK178301'), share(2, '0.125'), share(3, '-0.07'), share(4, '0.5')) +
						row(3, texts('WK178302'), share(2, '1'), share(3, '1.1000000000000001E-2'), share(4, '12'))
				)
			}),
			'a.xlsx'
		);
		expect(cells).toMatchObject({ deel: [12.5, 100], eigen: [-7, 1.1], los: [0.5, 12] });
		expect(remarks.join(' ')).toContain('%');
	});

	test.each([
		[
			'a billion cells',
			book({
				A: sheetOf(
					'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
				)
			}),
			'kolommen'
		],
		['a document type', book({ A: `<!DOCTYPE x [<!ENTITY a "a">]>${data}` }), 'XML'],
		['a sheet that is cut', book({ A: data.slice(0, 200) }), 'XML'],
		['no sheet', zipSync({ 'a.txt': strToU8('x') }), 'XLSX'],
		['only empty sheets', book({ A: sheetOf('') }), 'geen blad met gegevens'],
		['a bomb', book({ A: data }, { 'bom.xml': ' '.repeat(ownLimits.unpacked + 1) }), 'uitgepakt te groot']
	])('with %s is refused', async (_, bytes, why) => refused(bytes).toThrow(why));

	test('that says it is smaller than it is, is not unpacked further', async () => {
		const bytes = book(
			{ A: data },
			{ 'xl/worksheets/0.xml': sheetOf(`<row r="1">${texts('x')}</row>`) + ' '.repeat(5_000_000) }
		);
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		for (let at = 0; at < bytes.length - 46; at++)
			if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 5_000_000)
				view.setUint32(at + 24, 60, true);
		await refused(bytes).toThrow(OwnFileProblem);
	});

	test('that is damaged anywhere is read or refused, and nothing else', async () => {
		const whole = book({ Data: data });
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 }),
				fc.nat(whole.length),
				async (changes, cut) => {
					const bytes = whole.slice(0, changes.length === 0 ? cut : undefined);
					for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte;
					try {
						await readOwnFile(bytes, 'x.xlsx');
					} catch (error) {
						expect(error).toBeInstanceOf(OwnFileProblem);
					}
				}
			),
			{ numRuns: 300 }
		);
	});
});
