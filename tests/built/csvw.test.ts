import { Readable } from 'node:stream';
import jsonld from 'jsonld';
import { Parser, Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import { describe, expect, test } from 'vitest';
import { filesIn } from '#scripts/finish/rules.ts';
import { folder } from '../site.ts';
import { csvRows, published, publishedJson } from './published.ts';

const files = filesIn(`${folder}/data`, '.csv');

interface Column {
	name: string;
	titles: string;
	'dc:description': string;
	datatype: string | { base: string; format: string };
	required: boolean;
}

interface Metadata {
	url: string;
	tableSchema: { columns: Column[]; primaryKey?: string[] };
}

/** The part of the context of CSVW (https://www.w3.org/ns/csvw) that the metadata use. */
const context = {
	'@language': 'nl',
	'@vocab': 'http://www.w3.org/ns/csvw#',
	dc: 'http://purl.org/dc/terms/',
	url: { '@id': 'http://www.w3.org/ns/csvw#url', '@type': 'xsd:anyURI' },
	xsd: 'http://www.w3.org/2001/XMLSchema#',
	datatype: { '@id': 'http://www.w3.org/ns/csvw#datatype', '@type': '@vocab' },
	...Object.fromEntries(['string', 'integer', 'boolean', 'date'].map((type) => [type, `xsd:${type}`])),
	number: 'xsd:double',
	base: { '@id': 'http://www.w3.org/ns/csvw#base', '@language': null },
	format: { '@id': 'http://www.w3.org/ns/csvw#format', '@language': null },
	lineTerminators: { '@id': 'http://www.w3.org/ns/csvw#lineTerminators', '@language': null },
	columns: { '@id': 'http://www.w3.org/ns/csvw#column', '@container': '@list' },
	titles: { '@id': 'http://www.w3.org/ns/csvw#title', '@container': '@language' },
	name: { '@id': 'http://www.w3.org/ns/csvw#name', '@language': null },
	primaryKey: { '@id': 'http://www.w3.org/ns/csvw#primaryKey', '@language': null },
	dialect: 'http://www.w3.org/ns/csvw#dialect',
	delimiter: { '@id': 'http://www.w3.org/ns/csvw#delimiter', '@language': null }
};

const shapes: Record<string, RegExp> = {
	integer: /^-?\d+$/,
	number: /^-?\d+(\.\d+)?(e-?\d+)?$/,
	boolean: /^(true|false)$/,
	date: /^\d{4}-\d{2}-\d{2}$/,
	string: /^[\s\S]*$/
};

const shapeOf = (datatype: Column['datatype']): RegExp =>
	typeof datatype === 'string' ? shapes[datatype]! : new RegExp(`^(${datatype.format})$`);

test('there are files to describe, those of releases too', () => {
	expect(files.length).toBeGreaterThan(10);
	expect(files.some((file) => /^\d{4}-\d{2}-\d{2}\/values\.csv$/.test(file))).toBe(true);
});

describe.each(files)('%s', (file) => {
	const { url, tableSchema } = publishedJson(`${file}-metadata.json`) as Metadata;
	const rows = csvRows(file);
	const { columns, primaryKey = [] } = tableSchema;

	test('stands beside its description, with the same columns in the same order', () => {
		expect(url).toBe(file.split('/').at(-1));
		expect(columns.map(({ titles }) => titles)).toEqual(Object.keys(rows[0]!));
		for (const column of columns) expect(column['dc:description'], column.name).toMatch(/^\S.{5,}/);
	});

	test('holds only what its description allows', () => {
		const wrong = columns.flatMap(({ name, datatype, required }) => {
			const shape = shapeOf(datatype);
			return rows
				.filter((row) => (row[name] === '' ? required : !shape.test(row[name]!)))
				.slice(0, 1)
				.map((row) => `${name}: ${JSON.stringify(row[name])}`);
		});
		expect(wrong).toEqual([]);
	});

	test('has every key once', () => {
		const keys = rows.map((row) => primaryKey.map((name) => row[name]).join('|'));
		if (primaryKey.length > 0) expect(new Set(keys).size).toBe(rows.length);
	});
});

test('a reader of CSVW finds the same values in it, with their types', async () => {
	const base = 'https://voorbeeld.nl/data/';
	const own = { ...(publishedJson('uitgaven.csv-metadata.json') as object), '@context': context };
	const text = await jsonld.toRDF(own, { base, format: 'application/n-quads' });
	const metadata = new Store(new Parser().parse(text));
	const parser = new CsvwParser({ metadata, baseIRI: `${base}uitgaven.csv` });
	const data = new Store();
	for await (const quad of parser.import(Readable.from([published('uitgaven.csv').toString('utf8')])))
		data.addQuad(quad);
	const values = data.getObjects(null, `${base}uitgaven.csv#value`, null);
	const years = data.match(null, `${base}uitgaven.csv#year` as never, null);
	const rows = csvRows('uitgaven.csv');
	expect(years.size).toBe(rows.length);
	expect(
		[...years].every(
			({ object }) => object.termType === 'Literal' && object.datatype.value.endsWith('#integer')
		)
	).toBe(true);
	expect(new Set(values.map(({ value }) => Number(value)))).toEqual(
		new Set(rows.map(({ value }) => Number(value)))
	);
});
