import {
	chmodSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { toCsv } from '#lib/domain/csv.ts';
import { hashOf } from '#scripts/fetch/cache.ts';

/** The list of files, by which an earlier export is known. */
const listName = 'bestanden.csv';

/** Why nothing may be written in a folder, in Dutch; `undefined` where it may. */
export function objectionTo(folder: string): string | undefined {
	if (folder.trim() === '') return 'Geef bij --out een map.';
	if (!existsSync(folder)) return undefined;
	if (!statSync(folder).isDirectory()) return `--out "${folder}" is een bestand, en geen map.`;
	const names = readdirSync(folder);
	return names.length === 0 || names.includes(listName)
		? undefined
		: `De map "${folder}" is niet leeg, en het is geen eerdere export. Kies een andere map.`;
}

/**
 * Writes files in the place of a folder: all of them beside it first, and then the folders change places, so that
 * nothing is ever half there.
 * @param files text of each file by its path
 */
export function replaceFolder(folder: string, files: ReadonlyMap<string, string>): void {
	const full = resolve(folder);
	const parent = dirname(full);
	mkdirSync(parent, { recursive: true });
	const fresh = mkdtempSync(join(parent, `.${basename(full)}-`));
	// A temporary folder is for its owner only.
	chmodSync(fresh, 0o755);
	const old = `${fresh}-oud`;
	const list = [...files].map(([bestand, text]) => ({
		bestand,
		bytes: Buffer.byteLength(text),
		sha256: hashOf(text)
	}));
	try {
		for (const [name, text] of [...files, [listName, toCsv(['bestand', 'bytes', 'sha256'], list)] as const]) {
			mkdirSync(dirname(join(fresh, name)), { recursive: true });
			writeFileSync(join(fresh, name), text);
		}
		if (existsSync(full)) renameSync(full, old);
		try {
			renameSync(fresh, full);
		} catch (error) {
			if (existsSync(old)) renameSync(old, full);
			throw error;
		}
	} finally {
		for (const each of [fresh, old]) rmSync(each, { recursive: true, force: true });
	}
}
