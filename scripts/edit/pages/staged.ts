import { join } from 'node:path';
import { readFiles, valueOf, type MonitorFile } from '../monitor-files.ts';

/** A file as it will be once all that belongs together is there, and as it was on disk before. */
export interface StagedFile {
	text: string;
	base: string | undefined;
}

/**
 * Changes that wait for others, by the name of their file: a figure must be shown somewhere, and whatever shows it must
 * find it, so that neither can be saved before the other.
 */
export type Staged = ReadonlyMap<string, StagedFile>;

/** The files of a monitor with what waits in them. */
export function filesWith(root: string, monitor: string, staged: Staged): Map<string, MonitorFile> {
	const files = readFiles(join(root, 'monitors', monitor));
	for (const [name, { text }] of staged) files.set(name, { text, value: valueOf(name, text) });
	return files;
}

/** Whether no file in which something waits was changed by somebody else. */
export function isUntouched(root: string, monitor: string, staged: Staged): boolean {
	const files = readFiles(join(root, 'monitors', monitor));
	return [...staged].every(([name, { base }]) => files.get(name)?.text === base);
}
