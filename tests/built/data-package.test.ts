import { join } from 'node:path';
import { Package } from 'datapackage';
import { describe, expect, test } from 'vitest';
import { folder } from '../site.ts';
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
	type: string;
	bytes: number;
	hash: string;
	schema: { fields: Field[]; primaryKey?: string[]; missingValues: string[] };
}

const descriptor = publishedJson('datapackage.json') as { $schema: string; resources: Resource[] };
const basePath = join(folder, 'data');

/** What the code of the makers of the standard finds wrong with a descriptor of version 1. */
const faults = async (changed: object): Promise<string[]> =>
	(await Package.load({ ...descriptor, ...changed }, { basePath })).errors.map(({ message }) => message);

test('the makers of the standard find nothing wrong with the descriptor', async () => {
	expect(await faults({})).toEqual([]);
	expect(new Set(descriptor.resources.map((each) => each.name)).size).toBe(descriptor.resources.length);
});

test('and do find what is wrong with another', async () => {
	const [first, ...others] = descriptor.resources;
	const changed = {
		...first,
		name: 'Met Hoofdletters',
		bytes: 'veel',
		schema: { fields: [{ type: 'getal' }] }
	};
	const found = (await faults({ resources: [changed, ...others], licenses: [] })).join('\n');
	for (const place of [
		'/licenses',
		'/resources/0/name',
		'/resources/0/bytes',
		'/resources/0/schema/fields/0'
	])
		expect(found).toContain(`at "${place}`);
	await expect(faults({ resources: [{ ...first, path: '../weg.csv' }] })).rejects.toThrow('not safe');
});

// Their code knows version 1; version 2 reads that too, and says these two in other words.
test('the descriptor says that it is of version 2, and a table so', () => {
	expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
	expect(new Set(descriptor.resources.map(({ type }) => type))).toEqual(new Set(['table']));
});

describe.each(descriptor.resources)('$path', (resource) => {
	const rows = csvRows(resource.path);

	test('has the size and hash that it is said to have', () => {
		const content = published(resource.path);
		expect(resource.bytes).toBe(content.length);
		expect(resource.hash).toBe(`sha256:${sha256(content)}`);
	});

	test('is read whole by the makers of the standard, each value as its field says', async () => {
		const { resources } = await Package.load({ ...descriptor, resources: [resource] }, { basePath });
		expect(await resources[0]!.read({ keyed: true })).toHaveLength(rows.length);
	});

	test('is refused with a field of another type than its values', async () => {
		const fields = resource.schema.fields.map((each, i) => (i > 0 ? each : { ...each, type: 'date' }));
		const changed = { ...resource, schema: { ...resource.schema, fields } };
		const { resources } = await Package.load({ ...descriptor, resources: [changed] }, { basePath });
		await expect(resources[0]!.read({})).rejects.toThrow('mismatch');
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
