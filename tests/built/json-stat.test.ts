import { describe, expect, test } from 'vitest';
import { filesIn } from '#scripts/finish/rules.ts';
import { missing } from '#lib/schema/observation.ts';
import { folder } from '../site.ts';
import { csvRows, publishedJson } from './published.ts';

interface Category {
	index?: Record<string, number>;
	label?: Record<string, string>;
	unit?: Record<string, unknown>;
}

interface Cube {
	version: string;
	class: string;
	label: string;
	updated: string;
	id: string[];
	size: number[];
	role: Record<string, string[]>;
	dimension: Record<string, { label: string; category: Category }>;
	value: (number | null)[];
	status: string[];
	extension: { status: Record<string, string> };
}

const cubes = filesIn(`${folder}/data/jsonstat`, '.json').filter((file) => file.includes('/'));

/** The ids of a dimension in the order of the cube. */
function idsOf({ index, label }: Category): string[] {
	const order = index ?? Object.fromEntries(Object.keys(label ?? {}).map((id, i) => [id, i]));
	return Object.keys(order).toSorted((a, b) => order[a]! - order[b]!);
}

/** The place of a cell by the rule of the format: the last dimension runs fastest. */
function place({ id, size, dimension }: Cube, where: Record<string, string>): number {
	return id.reduce((at, name, i) => {
		const found = idsOf(dimension[name]!.category).indexOf(where[name]!);
		expect(found, `${name} ${where[name]}`).toBeGreaterThanOrEqual(0);
		return at * size[i]! + found;
	}, 0);
}

test('there is a cube for every indicator of every table', () => {
	expect(cubes.length).toBeGreaterThan(25);
});

describe.each(cubes)('%s', (file) => {
	const cube = publishedJson(`jsonstat/${file}`) as Cube;
	const [table, name] = file.split('/');
	const indicator = name!.replace('.json', '');
	const rows = csvRows(`waarnemingen-${table}.csv`).filter((row) => row['indicator'] === indicator);

	test('keeps the rules of JSON-stat 2.0', () => {
		expect(cube).toMatchObject({ version: '2.0', class: 'dataset' });
		expect(cube.updated).toMatch(/^\d{4}-\d{2}-\d{2}$/);
		expect(Object.keys(cube.dimension).toSorted()).toEqual(cube.id.toSorted());
		for (const [i, own] of cube.id.entries()) {
			const { index, label, unit } = cube.dimension[own]!.category;
			const ids = idsOf({ index, label });
			expect(ids, own).toHaveLength(cube.size[i]!);
			if (index) expect(Object.values(index).toSorted((a, b) => a - b)).toEqual(ids.map((_, at) => at));
			if (label) expect(Object.keys(label).toSorted()).toEqual(ids.toSorted());
			if (unit) expect(ids).toEqual(expect.arrayContaining(Object.keys(unit)));
		}
		for (const named of Object.values(cube.role)) expect(cube.id).toEqual(expect.arrayContaining(named));
		const cells = cube.size.reduce((product, own) => product * own, 1);
		expect(cube.value).toHaveLength(cells);
		expect(cube.status).toHaveLength(cells);
	});

	test('has each figure of the table in its place, and says why one is missing', () => {
		expect(rows.length).toBeGreaterThan(0);
		for (const row of rows) {
			const at = place(cube, { ...row, metric: 'value' });
			expect(cube.value[at]).toBe(row['value'] === '' ? null : Number(row['value']));
			expect(cube.status[at]).toBe(row['status']);
		}
		const absent = cube.status.filter((status) => status === 'no-row');
		expect(cube.status.length - absent.length).toBe(rows.length);
		for (const [i, value] of cube.value.entries())
			expect(value === null).toBe([...missing.options, 'no-row'].includes(cube.status[i]!));
		for (const status of new Set(cube.status)) expect(cube.extension.status[status]).toMatch(/\w{4}/);
	});
});

test('the collection of a table names each of its cubes', () => {
	for (const table of new Set(cubes.map((file) => file.split('/')[0]!))) {
		const { link } = publishedJson(`jsonstat/${table}.json`) as { link: { item: { href: string }[] } };
		expect(link.item.map(({ href }) => href).toSorted()).toEqual(
			cubes.filter((file) => file.startsWith(`${table}/`))
		);
	}
});
