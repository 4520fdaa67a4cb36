import { LineCounter, isMap, isNode, isPair, parseDocument, type Document, type ErrorCode } from 'yaml';
import type { z } from 'zod';
import { expectation } from './expectation.ts';
import type { Problem } from './problem.ts';

/** What most often makes YAML unreadable, for the person who has to mend it. */
const reasons: Partial<Record<ErrorCode, string>> = {
	BAD_INDENT: 'de regel springt te weinig of te veel in',
	BAD_SCALAR_START: 'een tekst die met dit teken begint, hoort tussen aanhalingstekens',
	BLOCK_AS_IMPLICIT_KEY: 'een tekst met een dubbele punt hoort tussen aanhalingstekens',
	DUPLICATE_KEY: 'deze naam staat er al',
	MISSING_CHAR: 'een haakje, aanhalingsteken, komma of dubbele punt ontbreekt',
	MULTILINE_IMPLICIT_KEY: 'een tekst met een dubbele punt hoort tussen aanhalingstekens',
	TAB_AS_INDENT: 'spring in met spaties, niet met tabs'
};

/** A file that was read, with the way back from a value to its line. */
export interface YamlFile<T> {
	value?: T;
	/** A problem at the place of a path, as `['goals', 3, 'id']`. */
	problemAt: (path: readonly PropertyKey[], expected: string, value?: unknown) => Problem;
	problems: Problem[];
}

function offsetOf(document: Document, path: readonly PropertyKey[]): number {
	for (let depth = path.length; depth > 0; depth--) {
		const node = document.getIn(path.slice(0, depth), true);
		if (isNode(node) && node.range) return node.range[0];
	}
	return isNode(document.contents) && document.contents.range ? document.contents.range[0] : 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[], key: string): number {
	const map = path.length > 0 ? document.getIn(path, true) : document.contents;
	if (!isMap(map)) return offsetOf(document, path);
	const pair = map.items.find((item) => isPair(item) && String(item.key) === key);
	return pair && isNode(pair.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}

/**
 * Reads YAML 1.2 and holds it against a schema.
 * @returns the value if all is well, and else every problem with its line and column.
 */
export function readYaml<T extends z.ZodType>(text: string, file: string, schema: T): YamlFile<z.output<T>> {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter, maxAliasCount: 0 } as object);
	const at = (offset: number, expected: string, value?: unknown): Problem => {
		const { line, col } = counter.linePos(offset);
		return { file, line, column: col, value, expected };
	};
	const problemAt = (path: readonly PropertyKey[], expected: string, value?: unknown) =>
		at(offsetOf(document, path), expected, value);
	if (document.errors.length > 0)
		return {
			problemAt,
			problems: document.errors.map((error) =>
				at(
					error.pos[0],
					`YAML die te lezen is: ${reasons[error.code] ?? 'dit kan hier niet staan'}`,
					text.slice(error.pos[0]).split('\n')[0]
				)
			)
		};
	let raw: unknown;
	try {
		raw = document.toJS({ maxAliasCount: 0 });
	} catch {
		return { problemAt, problems: [at(0, 'YAML zonder verwijzingen (& en *)')] };
	}
	const result = schema.safeParse(raw, { reportInput: true });
	if (result.success) return { value: result.data, problemAt, problems: [] };
	const problems = result.error.issues.flatMap((issue) =>
		issue.code === 'unrecognized_keys'
			? issue.keys.map((key) =>
					at(keyOffset(document, issue.path, key), 'alleen namen die dit bestand kent', key)
				)
			: [
					at(
						offsetOf(document, issue.path),
						`${nameOf(issue.path)}${expectation(issue)}`,
						scalar(issue.input)
					)
				]
	);
	return { problemAt, problems };
}

function nameOf(path: readonly PropertyKey[]): string {
	const name = path.findLast((part) => typeof part === 'string');
	return name === undefined ? '' : `voor "${name}" `;
}

function scalar(value: unknown): unknown {
	return value !== null && typeof value === 'object' ? undefined : value;
}
