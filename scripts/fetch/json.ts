import { z } from 'zod';
import { expectation } from '#scripts/read/expectation.ts';
import type { Answer, Ask, World } from './adapter.ts';
import { FetchProblem } from './problem.ts';

/** Words of a publisher without spaces at their ends; nothing where there are none. */
export const optionalWords = z
	.string()
	.nullish()
	.transform((text) => text?.trim() || undefined);

/** More than this, and the first ones are enough to see what is wrong. */
const mostProblems = 20;

const count = (value: number): string => value.toLocaleString('nl-NL');

/** Problems of JSON: at its end where it was cut off, and else with the piece that cannot be read. */
function parse(address: string, text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		const message = String(error);
		const position = Number(/position (\d+)/.exec(message)?.[1] ?? 0);
		const isCut = position >= text.length || /end of JSON input|Unterminated string/.test(message);
		if (!isCut) {
			const quoted = /"([\s\S]*)"(?:\.\.\.)? is not valid JSON$/.exec(message)?.[1];
			throw FetchProblem.of(address, 'JSON die te lezen is', quoted ?? text.slice(position, position + 60));
		}
		const lines = text.split('\n');
		const expected = `JSON die te lezen is; het antwoord breekt af na ${count(text.length)} tekens`;
		throw new FetchProblem([
			{ file: address, line: lines.length, column: lines.at(-1)!.length + 1, expected }
		]);
	}
}

/** What a path leads to, if that is one value that can be shown. */
function valueAt(path: readonly PropertyKey[], value: unknown): unknown {
	const found = path.reduce<unknown>(
		(at, key) => (at !== null && typeof at === 'object' ? Reflect.get(at, key) : undefined),
		value
	);
	return found !== null && typeof found === 'object' ? undefined : found;
}

function read<T extends z.ZodType>({ address, type, body }: Answer, schema: T): z.output<T> {
	if (!/^(application|text)\/([\w.+-]+\+)?json$/.test(type))
		throw FetchProblem.of(address, 'JSON (application/json)', type || 'geen soort inhoud');
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(body);
	} catch {
		throw FetchProblem.of(address, 'een antwoord in UTF-8');
	}
	const raw = parse(address, text);
	const result = schema.safeParse(raw);
	if (result.success) return result.data;
	throw new FetchProblem(
		result.error.issues.slice(0, mostProblems).map((issue) => ({
			file: address,
			line: 0,
			column: 0,
			value: valueAt(issue.path, raw),
			expected: `${issue.path.length > 0 ? `bij ${issue.path.map(String).join('.')} ` : ''}${expectation(issue)}`
		}))
	);
}

/** Asks an address for JSON and holds that against a schema, before it is kept. */
export async function getJson<T extends z.ZodType>(
	world: World,
	address: string,
	schema: T,
	part?: Ask['part']
): Promise<z.output<T>> {
	let value: z.output<T> | undefined;
	await world.get(address, {
		...(part && { part }),
		check: (answer) => {
			value = read(answer, schema);
		}
	});
	return value as z.output<T>;
}
