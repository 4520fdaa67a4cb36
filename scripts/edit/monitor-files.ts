import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse } from 'yaml';
import { figure } from '#lib/schema/figure.ts';
import { editCsv } from './edit-csv.ts';
import { editYaml, writeYaml } from './edit-yaml.ts';
import { layoutOf } from './layout.ts';
import { tidy } from './rows.ts';
import { shapes } from './sheets.ts';

/** The one file of a monitor that is CSV. */
export const figuresFile = 'figures';
const columns = Object.keys(figure.shape);

/** A file of a monitor, as it stands. */
export interface MonitorFile {
	text: string;
	value: unknown;
}

export const fileName = (name: string): string => `${name}.${name === figuresFile ? 'csv' : 'yaml'}`;

/** What a file holds; it must be one that can be read. */
export const valueOf = (name: string, text: string): unknown =>
	name === figuresFile ? (parseCsv(text, { columns: true }) as unknown) : (parse(text) as unknown);

/** The files of a monitor's folder that sheets and forms are made of, by name; those that are not there are left out. */
export function readFiles(folder: string): Map<string, MonitorFile> {
	return new Map(
		Object.keys(shapes).flatMap((name) => {
			const path = join(folder, fileName(name));
			if (!existsSync(path)) return [];
			const text = readFileSync(path, 'utf8');
			return [[name, { text, value: valueOf(name, text) }] as const];
		})
	);
}

/**
 * The text of a file after a change; where nothing changes it is the same, byte for byte.
 * @param before text of the file, where there is one
 */
export function changeText(name: string, before: string | undefined, after: unknown): string {
	if (name === figuresFile) return editCsv(before ?? '', columns, (after ?? []) as Record<string, string>[]);
	return before === undefined ? writeYaml(after) : editYaml(before, after, layoutOf(name));
}

/** What a change does to files of a monitor: whole texts by their name in the folder, `null` for one that goes. */
export type FileChanges = ReadonlyMap<string, string | null>;

/**
 * The files that a change asks to be written.
 * @param after what each file has to hold; one without anything to hold stays away, or goes where it was no list
 */
export function changedFiles(
	files: ReadonlyMap<string, MonitorFile>,
	after: ReadonlyMap<string, unknown>
): Map<string, string | null> {
	const changed = new Map<string, string | null>();
	for (const [name, shape] of Object.entries(shapes)) {
		const before = files.get(name);
		const value = after.get(name);
		const isNeeded = before !== undefined || value !== undefined || name === figuresFile;
		if (!isNeeded || (before && isDeepStrictEqual(tidy(before.value), tidy(value)))) continue;
		const isGone = before !== undefined && value === undefined && shape.kind === 'group';
		const text = isGone ? null : changeText(name, before?.text, value ?? []);
		if (text !== before?.text) changed.set(fileName(name), text);
	}
	return changed;
}
