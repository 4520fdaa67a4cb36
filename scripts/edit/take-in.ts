import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { isCollection, isNode, isPair, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { figure } from '#lib/schema/figure.ts';
import { quoted } from '#scripts/read/expectation.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { build } from './build.ts';
import { differences, type Difference } from './difference.ts';
import { changedSince } from './made-of.ts';
import {
	changedFiles,
	figuresFile,
	fileName,
	readFiles,
	type FileChanges,
	type MonitorFile
} from './monitor-files.ts';
import { readFilledIn } from './read-workbook.ts';
import { tidy, toRows } from './rows.ts';
import { tryOut } from './trial.ts';

/** What a workbook would do to a monitor. */
export interface TakenIn {
	differences: Difference[];
	problems: Problem[];
	files: FileChanges;
	/** Files that were changed after the workbook was made of them. */
	since: string[];
	/** Sheets of the workbook that nobody reads. */
	others: string[];
}

/** The path within a YAML text of what starts at a line and column. */
export function pathAt(text: string, line: number, column: number): PropertyKey[] {
	const counter = new LineCounter();
	const document = parseDocument(text, { lineCounter: counter });
	let found: PropertyKey[] = [];
	visit(document, {
		Node(key, node, above) {
			if (key === 'key' || !node.range) return undefined;
			const { line: ownLine, col } = counter.linePos(node.range[0]);
			if (ownLine !== line || col !== column || !(isScalar(node) || isCollection(node))) return undefined;
			found = [];
			let child: unknown = node;
			for (const parent of above.toReversed()) {
				if (isPair(parent)) found.unshift(String((parent.key as { value: unknown }).value));
				else if (isCollection(parent) && !isPair(child)) found.unshift(parent.items.indexOf(child as never));
				child = isNode(parent) || isPair(parent) ? parent : child;
			}
			return visit.BREAK;
		}
	});
	return found;
}

/** The path within `figures.csv` of a cell; no cell of it is more than a line. */
export const figurePath = (line: number, column: number): PropertyKey[] => [
	line - 2,
	Object.keys(figure.shape)[column - 1] ?? 'id'
];

/**
 * Looks what a workbook that was filled in would change, and everything that is wrong in it: cells, schemas and rules
 * between files at once. Nothing is written.
 * @param root folder of the data
 * @param file name of the workbook, for telling where something is
 * @throws FetchProblem for a file that is no workbook or is broken
 */
export async function takeIn(root: string, slug: string, body: Uint8Array, file: string): Promise<TakenIn> {
	const folder = join(root, 'monitors', slug);
	const current = existsSync(folder) ? readFiles(folder) : new Map<string, MonitorFile>();
	const { rows, tell, problems: unread, isWhole, madeOf, others } = await readFilledIn(body, file);
	const since = changedSince(madeOf, current);
	if (!isWhole) return { differences: [], problems: unread, files: new Map(), since, others };
	const before = toRows(new Map([...current].map(([name, { value }]) => [name, value])));
	const built = build(rows, tell);
	const found = differences(before, rows);
	const after = new Map([...built.files].map(([name, value]) => [name, tidy(value)]));
	const files = changedFiles(current, after);
	const names = new Map(
		[...after.keys(), figuresFile].map((name) => [`data/monitors/${slug}/${fileName(name)}`, name])
	);
	const inWorkbook = (problem: Problem): Problem => {
		const name = names.get(problem.file);
		const text = name === undefined ? undefined : (files.get(fileName(name)) ?? current.get(name)?.text);
		if (name === undefined || text === undefined || problem.line === 0) return problem;
		const path =
			name === figuresFile
				? figurePath(problem.line, problem.column)
				: pathAt(text, problem.line, problem.column);
		const place = built.placeOf(name, path);
		if (!place) return problem;
		// What is not there has no place of its own: the column of the field that is asked for.
		const asked = /^voor "([^"]+)"/.exec(problem.expected)?.[1];
		const column = place.column ?? place.sheet.columns.find(({ field }) => field === asked);
		return tell({ ...place, column }, problem.expected.replace(quoted, ''), problem.value);
	};
	const { problems } = tryOut(root, slug, files);
	return {
		differences: found,
		problems: [...unread, ...built.problems, ...problems.map(inWorkbook)],
		files,
		since,
		others
	};
}
