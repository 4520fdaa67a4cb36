import type { z } from 'zod';
import { readYaml, type YamlFile } from './yaml.ts';

/** Line and column, from 1, of a place in a text. */
function placeOf(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}

/**
 * Reads JSON and holds it against a schema. Such files are large and nearly always right, so places are only looked up
 * where something is wrong: JSON is YAML too, and that reader knows them.
 * @returns the value if all is well, and else every problem with its line and column.
 */
export function readJson<T extends z.ZodType>(text: string, file: string, schema: T): YamlFile<z.output<T>> {
	const read = () => readYaml(text, file, schema);
	let raw: unknown;
	try {
		raw = JSON.parse(text);
	} catch (error) {
		const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
		const problemAt = (_: readonly PropertyKey[], expected: string, value?: unknown) => ({
			file,
			...placeOf(text, offset),
			value,
			expected
		});
		const value = text.slice(offset).split('\n')[0];
		return { problemAt, problems: [problemAt([], 'JSON die te lezen is', value || undefined)] };
	}
	const result = schema.safeParse(raw);
	if (!result.success) return read();
	return {
		value: result.data,
		problemAt: (path, expected, value) => read().problemAt(path, expected, value),
		problems: []
	};
}
