import {
	array,
	assert,
	asyncProperty,
	constant,
	constantFrom,
	integer,
	oneof,
	record,
	string,
	tuple,
	uint8Array,
	type Arbitrary
} from 'fast-check';
import { feed } from '#lib/schema/feed.ts';
import type { World } from '#scripts/fetch/adapter.ts';
import { fetchCsv } from '#scripts/fetch/csv.ts';
import { expectHonest } from './honest.ts';
import type { FuzzTarget } from './target.ts';

interface Case {
	rows: string[][];
	separator: string;
	quoted: boolean;
	end: string;
	mark: boolean;
	encoding: 'utf8' | 'latin1';
	/** Stands in the cells as a tilde. */
	decimal: '.' | ',';
	/** Bytes that are put in the place of others, by a place between 0 and 1. */
	damage: [number, Uint8Array][];
}

const names = ['Gebied', 'Jaar', 'Groep', 'Cliënten', 'Onder', 'Aantal_12'];

const cell: Arbitrary<string> = oneof(
	{ weight: 4, arbitrary: constantFrom('GM0637', 'WK063700', ' GM0637  ', 'GM1783', '0637') },
	{ weight: 3, arbitrary: constantFrom('2024', '2023JJ00', '2020 ', 'totaal', '65+') },
	{
		weight: 6,
		arbitrary: constantFrom('0', '-0', '12', '3.5', '3,5', '-2', '1e5', '1.234,5', '007', '9007199254740993')
	},
	{
		weight: 3,
		arbitrary: constantFrom('', '.', 'x', '-99997', '=1+1', '#N/B', 'NaN', 'Infinity', '+4', '٣')
	},
	{ weight: 1, arbitrary: string({ unit: 'binary', maxLength: 6 }) }
);
const figureRow: Arbitrary<string[]> = tuple(
	constantFrom('GM0637', 'GM0637 ', 'WK063700'),
	integer({ min: 2015, max: 2024 }).map(String),
	constantFrom('totaal', '65+'),
	...[0, 1, 2].map(() =>
		oneof(integer({ min: -9, max: 999 }).map(String), constantFrom('x', '', '1~5', '-20~25'))
	)
);
const head = oneof(
	{ weight: 20, arbitrary: constant(names) },
	{ weight: 1, arbitrary: array(constantFrom(...names, 'Anders', ''), { maxLength: 8 }) }
);
const cases: Arbitrary<Case> = record({
	rows: tuple(
		head,
		oneof(
			{ weight: 2, arbitrary: array(figureRow, { minLength: 1, maxLength: 5 }) },
			{ weight: 1, arbitrary: array(oneof(figureRow, array(cell, { maxLength: 7 })), { maxLength: 5 }) }
		)
	).map(([first, rest]) => [first, ...rest]),
	separator: constantFrom(';', ',', '\t'),
	quoted: constantFrom(true, false),
	end: constantFrom('\n', '\r\n', '\r'),
	mark: constantFrom(true, false),
	encoding: constantFrom('utf8', 'latin1'),
	decimal: constantFrom('.', ','),
	damage: oneof(
		{ weight: 2, arbitrary: constant<[number, Uint8Array][]>([]) },
		{
			weight: 1,
			arbitrary: array(tuple(integer({ min: 0, max: 999 }), uint8Array({ maxLength: 3 })), { maxLength: 2 })
		}
	)
});

function bytesOf({ rows, separator, quoted, end, mark, encoding, decimal, damage }: Case): Buffer {
	const write = (cell: string) => {
		const text = cell.replace('~', decimal);
		return quoted ? `"${text.replaceAll('"', '""')}"` : text;
	};
	const text = rows.map((row) => row.map(write).join(separator)).join(end);
	let bytes = Buffer.from((mark ? '\ufeff' : '') + text, encoding);
	for (const [place, own] of damage) {
		const at = Math.floor((place / 1000) * bytes.length);
		bytes = Buffer.concat([bytes.subarray(0, at), own, bytes.subarray(at + own.length)]);
	}
	return bytes;
}

const mappingOf = (decimal: string): Uint8Array =>
	Buffer.from(`title: Proef
decimal: "${decimal}"
area: { column: Gebied }
period: { column: Jaar }
breakdown: { column: Groep, groups: { totaal: totaal } }
missing: { x: suppressed, "": not-asked }
measures:
  - { name: Cliënten, indicator: a, lower: Onder }
  - { name: Aantal, indicator: b }
`);
const mappings = { '.': mappingOf('.'), ',': mappingOf(',') };

const asked = feed.parse({
	id: 'proef',
	adapter: 'csv',
	source: 'proef',
	file: 'proef.csv',
	mapping: 'proef',
	areas: ['GM0637'],
	levels: ['wijk']
});

/** Numbers that are written in a text, with a point and with a comma as decimal sign. */
function numbersOf(text: string): Set<number> {
	const found = new Set<number>();
	for (const form of [/-?\d+(\.\d+)?/g, /-?\d+(,\d+)?/g])
		for (const [written] of text.matchAll(form)) found.add(Number(written.replace(',', '.')) + 0);
	return found;
}

const property = asyncProperty(cases, async (each) => {
	const body = bytesOf(each);
	const world: World = {
		get: () => Promise.reject(new Error('no address is asked for')),
		file: (path) =>
			Promise.resolve({
				address: path,
				type: '',
				hash: '',
				body: path === 'proef.csv' ? body : mappings[each.decimal]
			}),
		progress: () => undefined
	};
	await expectHonest(fetchCsv(asked, world), () => numbersOf(body.toString('latin1')));
});

/** Whatever the bytes are, a CSV gives rows whose figures stand in it, or a `FetchProblem`, and soon. */
export const csvTarget: FuzzTarget = {
	name: 'csv',
	cases: 1_000_000,
	run: (number) => assert(property, { numRuns: number })
};
