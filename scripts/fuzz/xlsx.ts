import {
	array,
	assert,
	asyncProperty,
	constant,
	constantFrom,
	double,
	integer,
	oneof,
	record,
	string,
	tuple,
	uint8Array,
	type Arbitrary
} from 'fast-check';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { feed } from '#lib/schema/feed.ts';
import type { World } from '#scripts/fetch/adapter.ts';
import { fetchXlsx } from '#scripts/fetch/xlsx.ts';
import { expectHonest } from './honest.ts';
import type { FuzzTarget } from './target.ts';

interface Case {
	rows: string[];
	strings: string[];
	after: string;
	/** Bytes that are put in the place of others in the sheet and in the zip, by a place below 1,000. */
	inSheet: [number, Uint8Array][];
	inZip: [number, Uint8Array][];
	stored: boolean;
}

const figure = oneof(
	integer({ min: -9, max: 3000 }).map(String),
	double({ min: -100, max: 100, noNaN: true }).map(String)
);
const number = oneof(figure, constantFrom('1E-5', '44196', '1e999', '-0', '.5', '', '12a'));
const text = oneof(
	constantFrom(
		'Gebied',
		'Jaar',
		'Eenzaam_28',
		'Totaal',
		'GM0637',
		'WK063700',
		'2020',
		'2020JJ00',
		'.',
		'3.5'
	),
	string({ maxLength: 5 }).map((each) => each.replace(/[&<>]/g, ''))
);
const cell: Arbitrary<string> = oneof(
	{ weight: 4, arbitrary: number.map((each) => `<c><v>${each}</v></c>`) },
	{ weight: 3, arbitrary: text.map((each) => `<c t="inlineStr"><is><t>${each}</t></is></c>`) },
	{ weight: 2, arbitrary: integer({ min: 0, max: 6 }).map((each) => `<c t="s"><v>${each}</v></c>`) },
	{ weight: 1, arbitrary: number.map((each) => `<c s="1"><v>${each}</v></c>`) },
	{
		weight: 1,
		arbitrary: constantFrom(
			'<c/>',
			'<c t="e"><v>#N/A</v></c>',
			'<c t="b"><v>1</v></c>',
			'<c><f>A1</f></c>',
			'<c r="C2"><v>1</v></c>',
			'<c r="AAAA9"/>',
			'<x/>',
			'</row><row r="9">'
		)
	}
);
const figureRow = tuple(constantFrom('GM0637', 'WK063700'), integer({ min: 1990, max: 2024 }), figure).map(
	([area, year, value]) => `<c t="str"><v>${area}</v></c><c><v>${year}</v></c><c><v>${value}</v></c>`
);
const head = oneof(
	{
		weight: 20,
		arbitrary: constant('<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="str"><v>Eenzaam_28</v></c>')
	},
	{ weight: 1, arbitrary: array(cell, { maxLength: 4 }).map((cells) => cells.join('')) }
);
const damage = oneof(
	{ weight: 3, arbitrary: constant<[number, Uint8Array][]>([]) },
	{
		weight: 1,
		arbitrary: array(tuple(integer({ min: 0, max: 999 }), uint8Array({ minLength: 1, maxLength: 3 })), {
			maxLength: 1
		})
	}
);
const cases: Arbitrary<Case> = record({
	rows: tuple(
		head,
		oneof(
			{ weight: 2, arbitrary: array(figureRow, { minLength: 1, maxLength: 4 }) },
			{
				weight: 1,
				arbitrary: array(
					oneof(
						figureRow,
						array(cell, { maxLength: 5 }).map((cells) => cells.join(''))
					),
					{ maxLength: 4 }
				)
			}
		)
	).map(([first, rest]) => [first, ...rest]),
	strings: array(text, { maxLength: 4 }),
	after: constantFrom(
		'',
		'',
		'',
		'<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
		'<mergeCells><mergeCell ref="1:A"/>'
	),
	inSheet: damage,
	inZip: damage,
	stored: constantFrom(true, false)
});

function spoil(bytes: Uint8Array, damages: readonly [number, Uint8Array][]): Uint8Array {
	const own = Uint8Array.from(bytes);
	for (const [place, change] of damages)
		own.set(
			change.subarray(0, own.length),
			Math.floor((place / 1000) * Math.max(own.length - change.length, 0))
		);
	return own;
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, kind: string, target: string): string =>
	`<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
const fixed = {
	'_rels/.rels': `<Relationships>${relation('a', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
	'xl/workbook.xml': `<workbook xmlns:r="${office}"><sheets><sheet name="Data" r:id="a"/></sheets></workbook>`,
	'xl/_rels/workbook.xml.rels': `<Relationships>${relation('a', 'worksheet', 'sheet.xml')}${relation('b', 'sharedStrings', 'strings.xml')}${relation('c', 'styles', 'styles.xml')}</Relationships>`,
	'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
};

/** A workbook, perhaps with bytes that were changed after packing, and the texts that were packed in it. */
function workbookOf({ rows, strings, after, inSheet, inZip, stored }: Case): {
	body: Uint8Array;
	texts: string[];
} {
	const written = `<worksheet><sheetData>${rows.map((row) => `<row>${row}</row>`).join('')}</sheetData>${after}</worksheet>`;
	const sheet = spoil(strToU8(written), inSheet);
	const shared = `<sst>${['Gebied', 'Jaar', ...strings].map((each) => `<si><t>${each}</t></si>`).join('')}</sst>`;
	const parts = {
		...Object.fromEntries(Object.entries(fixed).map(([name, part]) => [name, strToU8(part)])),
		'xl/strings.xml': strToU8(shared),
		'xl/sheet.xml': sheet
	};
	const body = spoil(zipSync(parts, { level: stored ? 0 : 6, mtime: '1980-01-01' }), inZip);
	return { body, texts: [shared, strFromU8(sheet, true)] };
}

/** Numbers that are written in the parts of a workbook. */
function numbersOf(texts: readonly string[]): Set<number> {
	const found = new Set<number>();
	for (const part of texts)
		for (const [written] of part.matchAll(/[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?/g))
			found.add(Number(written) + 0);
	return found;
}

const mapping = Buffer.from(`title: Proef
headRows: 1
area: { column: Gebied }
period: { column: Jaar }
breakdown: { group: totaal }
missing: { ".": suppressed, "": not-asked }
measures:
  - { name: Eenzaam, indicator: eenzaamheid }
`);
const merged = Buffer.from(mapping.toString().replace('headRows: 1', 'headRows: 2'));

const asked = feed.parse({
	id: 'proef',
	adapter: 'xlsx',
	source: 'proef',
	file: 'proef.xlsx',
	mapping: 'proef',
	areas: ['GM0637'],
	levels: ['wijk']
});

const property = asyncProperty(cases, async (each) => {
	const { body, texts } = workbookOf(each);
	const world: World = {
		get: () => Promise.reject(new Error('no address is asked for')),
		file: (path) =>
			Promise.resolve({
				address: path,
				type: '',
				hash: '',
				body: path === 'proef.xlsx' ? body : each.after === '' ? mapping : merged
			}),
		progress: () => undefined
	};
	await expectHonest(fetchXlsx(asked, world), () => numbersOf(texts));
});

/** Whatever the bytes are, a workbook gives rows whose figures stand in it, or a `FetchProblem`, and soon. */
export const xlsxTarget: FuzzTarget = {
	name: 'xlsx',
	cases: 50_000,
	run: (number) => assert(property, { numRuns: number })
};
