import type { z } from 'zod';
import { readYaml, type YamlFile } from './yaml.ts';

/** Line and column, from 1, of a place in a text. */
function placeOf(text: string, offset: number): { line: number; column: number } {
	const before = text.slice(0, offset).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** Whether a text that cannot be read may still become JSON: what is wrong is only that it stops. */
function mayGoOn(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch (error) {
		const position = /position (\d+)/.exec(String(error))?.[1];
		return position === undefined ? /end of JSON/.test(String(error)) : Number(position) >= text.length;
	}
}

/**
 * Where JSON goes wrong, from 0. The engine names the place of some mistakes only; of the others it is the end of the
 * longest beginning that may still go on, which halving finds.
 */
function brokenAt(text: string, error: unknown): number {
	const named = /position (\d+)/.exec(String(error))?.[1];
	if (named !== undefined) return Number(named);
	let [right, wrong] = [0, text.length];
	while (right < wrong) {
		const middle = Math.floor((right + wrong) / 2);
		if (mayGoOn(text.slice(0, middle + 1))) right = middle + 1;
		else wrong = middle;
	}
	return right;
}

/**
 * Reads JSON and holds it against a schema. Such files are large and nearly always right, so places are only looked up
 * where something is wrong: JSON is YAML too, and that reader knows them.
 * @returns the value if all is well, and else every problem with its line and column.
 */
export function readJson<T extends z.ZodType>(text: string, file: string, schema: T): YamlFile<z.output<T>> {
	let places: YamlFile<z.output<T>> | undefined;
	const read = () => (places ??= readYaml(text, file, schema));
	let raw: unknown;
	try {
		raw = JSON.parse(text);
	} catch (error) {
		const offset = brokenAt(text, error);
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
