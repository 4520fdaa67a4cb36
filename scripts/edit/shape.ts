import { z } from 'zod';
import { expectation } from '#scripts/read/expectation.ts';

/** One value: a text, a number, yes or no, or a choice. */
export interface ValueShape {
	kind: 'value';
	type: 'text' | 'number' | 'boolean' | 'choice';
	/** Of a choice. */
	options: readonly string[];
	required: boolean;
	/** A list of values without spaces, which stands in one cell or field. */
	many: boolean;
	/** A text that is a number with a point: people type a comma. */
	isDecimal: boolean;
	/** What may stand there, in Dutch. */
	expected: string;
}

export interface GroupShape {
	kind: 'group';
	fields: Record<string, Shape>;
	required: boolean;
	/** A field that may stand there by itself, without the group around it: the text of a cell. */
	bare?: string;
}

export interface ListShape {
	kind: 'list';
	item: Shape;
	required: boolean;
}

/** What a file of `data/` holds, as its schema says it: what sheets and forms are made of. */
export type Shape = ValueShape | GroupShape | ListShape;

/** Name of the only column of a list of texts. */
export const bareText = 'text';

const ask = (schema: z.ZodType, value: unknown): string => {
	const { error } = schema.safeParse(value, { reportInput: true });
	return error ? expectation(error.issues[0]!) : 'een tekst';
};

const value = (type: ValueShape['type'], schema: z.ZodType, options: readonly string[] = []): ValueShape => ({
	kind: 'value',
	type,
	options,
	required: true,
	many: false,
	isDecimal:
		type === 'text' &&
		['1.5', '-2'].every((text) => schema.safeParse(text).success) &&
		['1,5', 'a'].every((text) => !schema.safeParse(text).success),
	expected: type === 'boolean' ? 'ja of nee' : ask(schema, '')
});

function ofUnion(schema: z.ZodUnion): Shape {
	const options = schema.options as z.ZodType[];
	const group = options.find((each) => each instanceof z.ZodObject);
	// What may be left empty in CSV is a union with an empty text.
	if (!group) return { ...value('text', options[0]!), required: !schema.safeParse('').success };
	const fields = shapeOf(group) as GroupShape;
	const bare = { ...value('text', options[0]!), required: false };
	const others = Object.entries(fields.fields).map(([name, field]): [string, Shape] => [
		name,
		{ ...field, required: false }
	]);
	return { ...fields, fields: { [bareText]: bare, ...Object.fromEntries(others) }, bare: bareText };
}

/**
 * The shape of what a schema reads.
 * @throws for a kind of schema that no file of a monitor has
 */
export function shapeOf(schema: z.ZodType): Shape {
	if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
		return { ...shapeOf(schema.unwrap() as z.ZodType), required: false };
	if (schema instanceof z.ZodObject) {
		const shape: Record<string, z.ZodType> = schema.shape;
		const fields = Object.entries(shape);
		return {
			kind: 'group',
			fields: Object.fromEntries(fields.map(([name, field]) => [name, shapeOf(field)])),
			required: true
		};
	}
	if (schema instanceof z.ZodArray) {
		const element = schema.element as z.ZodType;
		const item = shapeOf(element);
		// A text may hold a space or an end of a line, so that a list of texts cannot stand in one cell.
		return item.kind === 'value' && !element.safeParse('a b').success
			? { ...item, many: true }
			: { kind: 'list', item, required: true };
	}
	if (schema instanceof z.ZodEnum) return value('choice', schema, schema.options as string[]);
	if (schema instanceof z.ZodNumber) return value('number', schema);
	if (schema instanceof z.ZodBoolean) return value('boolean', schema);
	if (schema instanceof z.ZodUnion) return ofUnion(schema);
	// A text that may be empty need not be there: a cell of CSV.
	if (schema instanceof z.ZodString || schema instanceof z.ZodURL || schema instanceof z.ZodEmail)
		return { ...value('text', schema), required: !schema.safeParse('').success };
	throw new Error(`no shape for a schema of type ${schema.def.type}`);
}
