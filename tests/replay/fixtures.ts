import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

/** Literal answers of publishers; they stand beside the project, and not everywhere. */
const shared = resolve('../shared/fixtures');

export const literal = (path: string): string => join(shared, path);
export const hasLiteral = (path: string): boolean => existsSync(literal(path));

/** Answers that were written from the documentation, since no literal ones are to be had. */
export const written = (path: string): string => join('tests/replay/written', path);
export const readWritten = (path: string): Record<string, unknown> =>
	JSON.parse(readFileSync(written(path), 'utf8')) as Record<string, unknown>;

/** The rows of one. */
export const writtenRows = (path: string): Record<string, unknown>[] =>
	readWritten(path)['value'] as Record<string, unknown>[];

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An empty folder that is gone after the tests. */
export function emptyFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'doelenboom-fetch-'));
	made.push(folder);
	return folder;
}
