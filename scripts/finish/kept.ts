import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { belongsTo, engineName, isEngine, keepableFile, keepListFile } from '#lib/domain/kept/choose.ts';
import type { Keepable, KeepFile, KeepList, KeepPart } from '#lib/schema/kept.ts';
import type { Manifest } from '#lib/schema/manifest.ts';
import { sha256 } from '../verify/manifest.ts';

/** A built site, for what a reader can keep of it. */
export interface Built {
	folder: string;
	/** The hashes of all its files. */
	manifest: Manifest;
	monitors: readonly { slug: string; name: string }[];
	/** Day of the newest release, as `2026-11-26`. */
	day: string;
}

type Entry = readonly [path: string, file: KeepFile];

/** A short hash of files with their content, for telling one release from another. */
function idOf(entries: readonly Entry[]): string {
	const lines = entries
		.filter(([path]) => !path.endsWith('.gz'))
		.map(([path, file]) => `${file.sha256} ${path}`);
	return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
}

function listOf(what: string, name: string, entries: readonly Entry[], day: string): KeepList {
	return {
		what,
		name,
		id: idOf(entries),
		day,
		pages: entries.filter(([path]) => path.endsWith('.html')).length,
		files: entries.length,
		bytes: entries.reduce((sum, [, file]) => sum + file.bytes, 0),
		entries: Object.fromEntries(entries)
	};
}

/**
 * The lists of what a reader can keep, by path from the root of the site: one for each monitor with all that its pages
 * need, one for the engine, and one that names these with their sizes.
 */
export function keepFiles({ folder, manifest, monitors, day }: Built): Map<string, string> {
	const read = (path: string) => readFileSync(join(folder, path));
	const slugs = monitors.map(({ slug }) => slug);
	const entries = Object.entries(manifest.files).map(([path, file]): Entry => {
		if (!path.endsWith('.gz')) return [path, file];
		return [path, { ...file, unpacked: sha256(gunzipSync(read(path))) }];
	});
	const engine = entries.filter(([path]) => isEngine(path, () => read(path).toString('utf8')));
	const engineFiles = new Set(engine.map(([path]) => path));
	const ofPages = (slug: string) =>
		entries.filter(
			([path]) => !engineFiles.has(path) && ['all', slug].includes(belongsTo(path, slugs) ?? '')
		);
	const lists = [
		...monitors.map(({ slug, name }) => listOf(slug, name, ofPages(slug), day)),
		listOf(engineName, 'De rekenmodule', engine, day)
	];
	const part = ({ what, name, id, pages, files, bytes }: KeepList): KeepPart => ({
		what,
		name,
		id,
		pages,
		files,
		bytes
	});
	const all: Keepable = { format: 1, day, parts: lists.map(part) };
	return new Map([
		[keepableFile, `${JSON.stringify(all)}\n`],
		...lists.map((list) => [keepListFile(list.what), `${JSON.stringify(list)}\n`] as const)
	]);
}
