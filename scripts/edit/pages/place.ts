import { z } from 'zod';
import { figure } from '#lib/schema/figure.ts';
import { monitorFiles } from '#scripts/check/load.ts';
import { figuresFile } from '../monitor-files.ts';

/** Where something stands within its file: names of fields and numbers of items. */
export type ItemPlace = readonly (string | number)[];

type Tree = Record<string | number, unknown>;

const schemas: Record<string, z.ZodType> = { ...monitorFiles, [figuresFile]: z.array(figure) };

/** The schema of what stands at a place. */
export function schemaAt(file: string, place: ItemPlace): z.ZodType {
	let schema = schemas[file]!;
	for (const part of place) {
		while (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
			schema = schema.unwrap() as z.ZodType;
		if (schema instanceof z.ZodArray) schema = schema.element as z.ZodType;
		else if (schema instanceof z.ZodObject) schema = (schema.shape as Record<string, z.ZodType>)[part]!;
	}
	return schema;
}

/** What stands at a place, if anything does. */
export const at = (value: unknown, place: ItemPlace): unknown =>
	place.reduce<unknown>((found, part) => (found as Tree | null | undefined)?.[part], value);

/**
 * A file with something else at a place; the file that was given is not touched.
 * @param item what comes there, behind the last one where there is none yet; nothing takes away what is there
 */
export function withItem(value: unknown, place: ItemPlace, item: unknown): unknown {
	const made = structuredClone(value ?? []);
	let list = made as Tree;
	for (const [i, part] of place.slice(0, -1).entries())
		list = (list[part] ??= typeof place[i + 1] === 'number' ? [] : {}) as Tree;
	const last = place.at(-1)!;
	if (item === undefined && Array.isArray(list)) (list as unknown[]).splice(Number(last), 1);
	else if (Array.isArray(list)) (list as unknown[])[Math.min(Number(last), list.length)] = item;
	else list[last] = item;
	return made;
}
