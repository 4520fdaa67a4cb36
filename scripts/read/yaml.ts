import {
	LineCounter,
	isCollection,
	isMap,
	isNode,
	isPair,
	isScalar,
	parseDocument,
	visit,
	type Document,
	type ErrorCode,
	type YAMLParseError
} from 'yaml';
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

const wanted = (reason: string): string => `YAML die te lezen is: ${reason}`;

/** The first tab that a line with text springs in with, from 0. */
function tabOffset(text: string): number | undefined {
	const match = /^ *\t(?=.*\S)/m.exec(text);
	return match ? match.index + match[0].length - 1 : undefined;
}

/** What was opened and not closed where reading stopped: a quote, or the bracket of a list or group. */
function opened(document: Document, stop: number): { offset: number; sign: string } | undefined {
	let found: { offset: number; sign: string } | undefined;
	visit(document, {
		Node(_, node) {
			const isQuoted = isScalar(node) && node.type?.startsWith('QUOTE');
			const isFlow = isCollection(node) && node.flow;
			if ((!isQuoted && !isFlow) || node.range?.[1] !== stop) return;
			const sign = isScalar(node) ? (node.type === 'QUOTE_SINGLE' ? "'" : '"') : isMap(node) ? '}' : ']';
			found = { offset: node.range[0], sign };
		}
	});
	return found;
}

/** The first thing that makes a text unreadable: what comes after nearly always follows from it. */
function firstMistake(
	text: string,
	document: Document,
	{ code, pos }: Pick<YAMLParseError, 'code' | 'pos'>
): { offset: number; reason: string } {
	const open = code === 'MISSING_CHAR' || code === 'BAD_INDENT' ? opened(document, pos[0]) : undefined;
	const tab = tabOffset(text);
	if (tab !== undefined && tab <= (open?.offset ?? pos[0]))
		return { offset: tab, reason: 'spaties in plaats van een tab aan het begin van een regel' };
	return open
		? { offset: open.offset, reason: `wat hier begint, eindigt met ${open.sign}` }
		: { offset: pos[0], reason: reasons[code] ?? 'dit kan hier niet staan' };
}

/**
 * Reads YAML 1.2 and holds it against a schema.
 * @returns the value if all is well, and else every problem with its line and column; of a text that cannot be read
 *   the first mistake.
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
	const [error] = document.errors;
	if (error) {
		const { offset, reason } = firstMistake(text, document, error);
		const problem = at(offset, wanted(reason), text.slice(offset).split('\n')[0]);
		return { problemAt, problems: [problem] };
	}
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
