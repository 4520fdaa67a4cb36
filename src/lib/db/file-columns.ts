import { z } from 'zod';
import type { RowQuery } from './datasets.ts';

/** A column of a file, as metadata in any form needs it. */
export interface FileColumn {
	name: string;
	/** What it is, in words for a reader. */
	text: string;
	type: 'string' | 'integer' | 'number' | 'boolean' | 'date';
	/** Whether a cell may be empty. */
	optional: boolean;
	/** All the texts that can stand in it, where they are known. */
	options?: string[];
}

interface JsonType {
	type?: string | string[];
	format?: string;
	enum?: string[];
	minLength?: number;
	anyOf?: JsonType[];
}

/** Each kind of value that a schema allows, apart. */
const choicesOf = (schema: JsonType): JsonType[] =>
	(schema.anyOf ?? [schema]).flatMap((choice) =>
		[choice.type ?? []].flat().map((type) => ({ ...choice, type }))
	);

function columnOf(name: string, text: string, schema: JsonType): FileColumn {
	const choices = choicesOf(schema);
	const [own, ...others] = choices.filter(({ type }) => type !== 'null');
	if (!own || others.length > 0) throw new TypeError(`De kolom ${name} heeft niet precies één soort waarde.`);
	const isBareText = own.type === 'string' && !own.enum && !own.format && !own.minLength;
	return {
		name,
		text,
		type: own.format === 'date' ? 'date' : (own.type as FileColumn['type']),
		optional: choices.length > 1 || isBareText,
		...(own.enum && { options: own.enum })
	};
}

/**
 * The columns of a file in their order, with the types of the query's own schema.
 * @throws where a column can hold more than one kind of value
 */
export function columnsOf({ row, columns }: Pick<RowQuery, 'row' | 'columns'>): FileColumn[] {
	const { properties = {} } = z.toJSONSchema(row) as { properties?: Record<string, JsonType> };
	return Object.entries(properties).map(([name, schema]) => columnOf(name, columns[name] ?? '', schema));
}
