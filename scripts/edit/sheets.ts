import { z } from 'zod';
import { figure } from '#lib/schema/figure.ts';
import { monitorFiles } from '#scripts/check/load.ts';
import { bareText, shapeOf, type GroupShape, type ListShape, type Shape, type ValueShape } from './shape.ts';
import { labelOf, sheetNames } from './words.ts';

export interface Column {
	/** Names of fields with a full stop between them, as `source.document`; it is the second head of the column. */
	field: string;
	/** Where it stands in the object of its row; empty for what only tells rows apart. */
	path: readonly string[];
	label: string;
	shape: ValueShape;
	/** Whether each row must have it; else a group around it may be left out. */
	required: boolean;
	/** The sheet whose row it points at. */
	of?: Sheet;
}

/** A sheet of the workbook: a list of a file, or what such a file has once. */
export interface Sheet {
	name: string;
	/** Name of the file in the folder of a monitor. */
	file: string;
	/** Where the list stands in its file, as `goals.targets`. */
	list: string;
	/** The sheet of what holds the list, and where in a row of that. */
	parent?: Sheet;
	steps: readonly string[];
	/** Whether the file is one object, which the one row of this sheet is. */
	single: boolean;
	item: GroupShape;
	/** Fields by which other sheets point at a row. */
	key: readonly string[];
	columns: Column[];
}

/** The number of a row within its parent, where a row has no name of its own. */
export const rowNumber = 'nr';

const number: ValueShape = {
	kind: 'value',
	type: 'number',
	options: [],
	required: true,
	many: false,
	isDecimal: false,
	expected: 'het nummer van de rij: 1, 2, 3'
};

/** Lists whose rows are known by something else than an id. */
const keys: Record<string, readonly string[]> = {
	links: ['from', 'to'],
	'services.groups.services': ['name'],
	'profiles.chain': ['step'],
	'tables.rows': [rowNumber],
	glossary: ['term'],
	reports: ['period'],
	'areas.areas': ['code'],
	'areas.outside': ['code'],
	swing: ['code'],
	'monitor.levels': ['level']
};

const keyOf = (list: string, item: GroupShape): readonly string[] =>
	keys[list] ?? ('id' in item.fields ? ['id'] : []);

/** Texts of a list are rows of one column. */
const asGroup = (item: Shape): GroupShape =>
	item.kind === 'group'
		? item
		: { kind: 'group', fields: { [bareText]: item }, required: true, bare: bareText };

interface Found {
	columns: Column[];
	lists: { steps: string[]; shape: ListShape }[];
}

function fieldsOf(list: string, group: GroupShape, path: readonly string[], required: boolean): Found {
	const found: Found = { columns: [], lists: [] };
	for (const [name, shape] of Object.entries(group.fields)) {
		const own = [...path, name];
		if (shape.kind === 'list') found.lists.push({ steps: own, shape });
		else if (shape.kind === 'group') {
			const inner = fieldsOf(list, shape, own, required && shape.required);
			found.columns.push(...inner.columns);
			found.lists.push(...inner.lists);
		} else
			found.columns.push({
				field: own.join('.'),
				path: own,
				label: labelOf(own, list),
				shape,
				required: required && shape.required
			});
	}
	return found;
}

/** Columns that say which row of the parent, and of its parents, a row belongs to. */
function parentColumns(parent: Sheet | undefined): Column[] {
	if (!parent || parent.single) return [];
	const own = parent.key.map((field): Column => {
		const { shape } = parent.columns.find((column) => column.field === field)!;
		const label = `${parent.name}: ${labelOf([field], parent.list)}`;
		return { field: `${parent.list}.${field}`, path: [], label, shape, required: true, of: parent };
	});
	return [...parentColumns(parent.parent), ...own];
}

function sheetsOf(file: string, list: string, shape: Shape, parent?: Sheet, steps: string[] = []): Sheet[] {
	const single = shape.kind === 'group';
	const item = shape.kind === 'list' ? asGroup(shape.item) : asGroup(shape);
	const { columns, lists } = fieldsOf(list, item, [], true);
	const key = keyOf(list, item);
	const numbered: Column[] = key.includes(rowNumber)
		? [{ field: rowNumber, path: [], label: 'Rij', shape: number, required: true }]
		: [];
	const name = sheetNames[list];
	if (name === undefined) throw new Error(`no name for a sheet with ${list}`);
	const sheet: Sheet = { name, file, list, steps, single, item, key, columns: [] };
	if (parent) sheet.parent = parent;
	sheet.columns = [...parentColumns(parent), ...numbered, ...columns];
	return [
		sheet,
		...lists.flatMap((each) => sheetsOf(file, [list, ...each.steps].join('.'), each.shape, sheet, each.steps))
	];
}

/** The shape of each file of a monitor's folder, by the name of the file; `figures` is CSV, the others YAML. */
export const shapes: Record<string, Shape> = Object.fromEntries(
	Object.entries({ ...monitorFiles, figures: z.array(figure) }).map(([name, schema]) => [
		name,
		shapeOf(schema)
	])
);

/** All sheets of a monitor, each after the one that it is a part of. */
export const sheets: readonly Sheet[] = Object.entries(shapes).flatMap(([name, shape]) =>
	sheetsOf(name, name, shape)
);
