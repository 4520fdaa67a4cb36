import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { columnName } from '#lib/own/read-sheet.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import { aroundOf } from './around.ts';
import { readFiles } from './monitor-files.ts';
import { toRows } from './rows.ts';
import { sheets } from './sheets.ts';
import { takeIn } from './take-in.ts';
import { tellChanges } from './tell-taken-in.ts';
import { headRows, writeWorkbook } from './write-workbook.ts';

const slug = 'zoetermeer';
const files = readFiles(join('data', 'monitors', slug));
const rows = toRows(new Map([...files].map(([name, { value }]) => [name, value])));
const bytes = writeWorkbook(slug, rows, aroundOf('data'));

/** The reference of a cell and the part that it stands in. */
function placeOf(list: string, field: string, row: number): { part: string; cell: string } {
	const index = sheets.findIndex((each) => each.list === list);
	const column = sheets[index]!.columns.findIndex((each) => each.field === field) + 1;
	// The sheet with the explanation comes before those with data.
	return { part: `xl/worksheets/sheet${index + 2}.xml`, cell: `${columnName(column)}${headRows + row}` };
}

/** The number of the style for a day, as LibreOffice writes it: a format of its own. */
const day = 2;
const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="3"><numFmt numFmtId="164" formatCode="General"/><numFmt numFmtId="165" formatCode="@"/><numFmt numFmtId="166" formatCode="dd/mm/yy"/></numFmts>
<cellStyleXfs count="1"><xf numFmtId="164"/></cellStyleXfs>
<cellXfs count="3"><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs></styleSheet>`;

/**
 * The same workbook as LibreOffice 7.4 saves it: texts in one shared list, the first letter of some in a run of its own,
 * styles by its own numbers, and cells that have a look and nothing else.
 * @param changes cells by part and reference, as they are to be
 */
function savedAgain(changes: readonly { part: string; cell: string; xml: string }[]): Uint8Array {
	const strings: string[] = [];
	const shared = (text: string): string => {
		const isMarked = /^\p{L}{2}/u.test(text) && strings.length % 2 === 0;
		const t = (piece: string): string => `<t xml:space="preserve">${piece}</t>`;
		strings.push(
			isMarked ? `<r><rPr><b val="true"/></rPr>${t(text[0]!)}</r><r>${t(text.slice(1))}</r>` : t(text)
		);
		return `<v>${strings.length - 1}</v>`;
	};
	const parts = unzipSync(bytes);
	for (const part of Object.keys(parts).filter((path) => path.startsWith('xl/worksheets/'))) {
		let xml = strFromU8(parts[part]!)
			.replace(
				/<c r="(\w+)"[^>]* t="inlineStr"><is><t[^>]*>([^<]*)<\/t><\/is><\/c>/g,
				(_, cell: string, text: string) => `<c r="${cell}" s="1" t="s">${shared(text)}</c>`
			)
			.replace(/<c r="(\w+)"(?: s="\d+")?><v>/g, '<c r="$1" s="0" t="n"><v>')
			.replace('</sheetData>', '<row r="9000" customFormat="false"><c r="A9000" s="1"/></row></sheetData>');
		expect(xml).not.toContain('inlineStr');
		for (const { cell, xml: own } of changes.filter((each) => each.part === part)) {
			const found = new RegExp(`<c r="${cell}"(?:[^>]*/>|.*?</c>)`).exec(xml)?.[0];
			expect(found).toBeDefined();
			xml = xml.replace(found!, own.replace('<c ', `<c r="${cell}" `));
		}
		parts[part] = strToU8(xml);
	}
	const namespace = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
	const list = strings.map((each) => `<si>${each}</si>`).join('');
	parts['xl/sharedStrings.xml'] = strToU8(`<sst ${namespace}>${list}</sst>`);
	parts['xl/styles.xml'] = strToU8(styles);
	const links = 'xl/_rels/workbook.xml.rels';
	const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
	parts[links] = strToU8(
		strFromU8(parts[links]!).replace(
			'</Relationships>',
			`<Relationship Id="texts" Type="${type}" Target="sharedStrings.xml"/></Relationships>`
		)
	);
	return zipSync(parts);
}

test('a workbook that LibreOffice saved again changes nothing', async () => {
	const taken = await takeIn('data', slug, savedAgain([]), 'terug.xlsx');
	expect(taken).toMatchObject({ problems: [], differences: [] });
	expect(taken.files.size).toBe(0);
});

test('a day, a number and a formula of LibreOffice are read as what they show, and told by name', async () => {
	const taken = await takeIn(
		'data',
		slug,
		savedAgain([
			{ ...placeOf('notes', 'date', 1), xml: `<c s="${day}" t="n"><v>46023</v></c>` },
			{ ...placeOf('figures', 'value', 1), xml: '<c s="0" t="n"><v>312.5</v></c>' },
			{
				...placeOf('figures', 'subject', 2),
				xml: '<c s="1" t="str"><f aca="false">"a"&amp;"b"</f><v>ab</v></c>'
			}
		]),
		'terug.xlsx'
	);
	expect(taken.problems).toEqual([]);
	const told = tellChanges(taken);
	expect(told.filter((line) => line.startsWith('Blad '))).toHaveLength(3);
	for (const expected of [
		/^ {4}.*\(date\): was ".*", wordt "2026-01-01"$/,
		/^ {4}.*\(value\): was ".*", wordt "312\.5"$/,
		/^ {4}.*\(subject\): was ".*", wordt "ab"$/
	])
		expect(told.flatMap((line) => line.split('\n'))).toContainEqual(expect.stringMatching(expected));
	expect([...taken.files.keys()].toSorted()).toEqual(['figures.csv', 'notes.yaml']);
});

test('a formula without a result hides nothing else that is wrong', async () => {
	const formula = placeOf('figures', 'subject', 2);
	const number = placeOf('figures', 'value', 1);
	const { problems } = await takeIn(
		'data',
		slug,
		savedAgain([
			{ ...formula, xml: '<c s="1"><f aca="false">A1&amp;"b"</f></c>' },
			{ ...number, xml: '<c s="1" t="str"><v>ongeveer 12</v></c>' }
		]),
		'terug.xlsx'
	);
	const told = problems.map(formatProblem).join('\n');
	expect(told).toContain(`cel ${formula.cell}: verwacht: een formule waarvan de uitkomst bewaard is`);
	expect(told).toContain(`cel ${number.cell} (value): er staat "ongeveer 12"`);
});
