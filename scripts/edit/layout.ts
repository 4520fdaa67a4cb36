import type { Layout } from './edit-yaml.ts';
import { shapes, sheets } from './sheets.ts';
import type { Shape } from './shape.ts';

function shapeAt(shape: Shape, path: readonly string[]): Shape | undefined {
	if (shape.kind === 'list') return shapeAt(shape.item, path);
	const [name, ...rest] = path;
	if (name === undefined) return shape;
	const field = shape.kind === 'group' ? shape.fields[name] : undefined;
	return field && shapeAt(field, rest);
}

/** How a file of a monitor is laid out, as its schema has it. */
export function layoutOf(file: string): Layout {
	return {
		fields(path) {
			const shape = shapeAt(shapes[file]!, path);
			return shape?.kind === 'group' ? Object.keys(shape.fields) : [];
		},
		nameOf(path, item) {
			const list = [file, ...path].join('.');
			const sheet = sheets.find((each) => each.list === list);
			const key = sheet?.key.filter((field) =>
				sheet.columns.some((each) => each.field === field && each.path.length > 0)
			);
			if (!key || key.length === 0 || item === null || typeof item !== 'object') return undefined;
			return JSON.stringify(key.map((field) => (item as Record<string, unknown>)[field] ?? null));
		}
	};
}
