import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { csvRows, published, publishedJson, sha256 } from './published.ts';

interface Field {
	name: string;
	type: string;
	description: string;
	constraints: { required: boolean; enum?: string[] };
}

interface Resource {
	name: string;
	path: string;
	bytes: number;
	hash: string;
	schema: { fields: Field[]; primaryKey?: string[]; missingValues: string[] };
}

/**
 * What the Data Package standard asks of a descriptor, written down from its text
 * (https://datapackage.org/standard/data-package/, data-resource/ and table-schema/).
 */
const text = { type: 'string', minLength: 1 };
const name = { type: 'string', pattern: '^[-a-z0-9._/]+$' };
const path = { type: 'string', pattern: '^(https?://|(?![./~])(?!.*\\.\\./)).+$' };
const licences = {
	type: 'array',
	minItems: 1,
	items: {
		type: 'object',
		anyOf: [{ required: ['name'] }, { required: ['path'] }],
		properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path, title: text }
	}
};
const field = {
	type: 'object',
	required: ['name', 'type'],
	properties: {
		name: text,
		type: {
			enum: [
				'string',
				'number',
				'integer',
				'boolean',
				'object',
				'array',
				'list',
				'datetime',
				'date',
				'time',
				'year',
				'yearmonth',
				'duration',
				'geopoint',
				'geojson',
				'any'
			]
		},
		description: text,
		constraints: {
			type: 'object',
			properties: { required: { type: 'boolean' }, enum: { type: 'array', minItems: 1, uniqueItems: true } }
		}
	}
};
const profile = {
	type: 'object',
	required: ['$schema', 'resources'],
	properties: {
		$schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
		name,
		title: text,
		description: text,
		version: text,
		licenses: licences,
		contributors: {
			type: 'array',
			minItems: 1,
			items: { type: 'object', required: ['title'], properties: { title: text, role: text } }
		},
		resources: {
			type: 'array',
			minItems: 1,
			items: {
				type: 'object',
				required: ['name', 'path'],
				properties: {
					name,
					path,
					title: text,
					description: text,
					type: { const: 'table' },
					format: text,
					mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
					encoding: text,
					bytes: { type: 'integer', minimum: 1 },
					hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
					licenses: licences,
					sources: {
						type: 'array',
						minItems: 1,
						items: { type: 'object', required: ['title'], properties: { title: text, path } }
					},
					schema: {
						type: 'object',
						required: ['fields'],
						properties: {
							fields: { type: 'array', minItems: 1, items: field },
							missingValues: { type: 'array', items: { type: 'string' }, uniqueItems: true },
							primaryKey: { type: 'array', minItems: 1, items: { type: 'string' }, uniqueItems: true }
						}
					}
				}
			}
		}
	}
};

const descriptor = publishedJson('datapackage.json') as { resources: Resource[] };
const validate = new Ajv({ strict: false, allErrors: true }).compile(profile);

test('the descriptor is what the standard asks', () => {
	expect(validate(descriptor) ? [] : validate.errors).toEqual([]);
	expect(new Set(descriptor.resources.map((each) => each.name)).size).toBe(descriptor.resources.length);
});

test('a descriptor that misses something is refused', () => {
	expect(validate({ ...descriptor, resources: [{ name: 'Met Hoofdletters', path: '../weg.csv' }] })).toBe(
		false
	);
	expect(validate.errors?.map(({ instancePath }) => instancePath)).toEqual(
		expect.arrayContaining(['/resources/0/name', '/resources/0/path'])
	);
});

describe.each(descriptor.resources)('$path', (resource) => {
	const rows = csvRows(resource.path);

	test('has the size and hash that it is said to have', () => {
		const content = published(resource.path);
		expect(resource.bytes).toBe(content.length);
		expect(resource.hash).toBe(`sha256:${sha256(content)}`);
	});

	test('has the fields of its schema, filled where they must be, with their choices', () => {
		const { fields, primaryKey = [] } = resource.schema;
		expect(fields.map((each) => each.name)).toEqual(Object.keys(rows[0]!));
		for (const { name: column, constraints } of fields) {
			const values = new Set(rows.map((row) => row[column]!));
			if (constraints.required) expect(values, column).not.toContain('');
			for (const value of values)
				if (value !== '' && constraints.enum) expect(constraints.enum, column).toContain(value);
		}
		const required = new Set(
			fields.filter(({ constraints }) => constraints.required).map((each) => each.name)
		);
		expect(primaryKey.filter((column) => !required.has(column))).toEqual([]);
	});
});
