import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Answer } from './adapter.ts';

/** SHA-256 in hexadecimal. */
export const hashOf = (bytes: Uint8Array | string): string =>
	createHash('sha256').update(bytes).digest('hex');

/** Writes a file whole or not at all: beside its place, and then in it. */
export function writeWhole(path: string, bytes: Uint8Array | string): void {
	mkdirSync(dirname(path), { recursive: true });
	const beside = `${path}.${randomUUID()}.tmp`;
	try {
		writeFileSync(beside, bytes);
		renameSync(beside, path);
	} finally {
		rmSync(beside, { force: true });
	}
}

const entry = z.object({
	address: z.string(),
	/** Of the body; left out where the service refused. */
	hash: z.string().optional(),
	refused: z.number().optional(),
	type: z.string(),
	/** Edition of the table that this is a part of. */
	modified: z.string().optional(),
	/** Day and time of fetching, in UTC. */
	fetched: z.string()
});
export type Entry = z.infer<typeof entry>;

const run = z.object({ feed: z.string(), edition: z.string(), started: z.number() });

/** How long a run that was broken off may be continued, in milliseconds. */
const longestBreak = 24 * 60 * 60 * 1000;

function readJsonFile<T extends z.ZodType>(path: string, schema: T): z.output<T> | undefined {
	if (!existsSync(path)) return undefined;
	try {
		return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
	} catch {
		return undefined;
	}
}

/** Answers by their content: `objects/<hash>`, and by address which content that was: `index/<hash of address>.json`. */
export class Cache {
	readonly folder: string;

	constructor(folder: string) {
		this.folder = folder;
	}

	entry(address: string): Entry | undefined {
		return readJsonFile(this.#indexPath(address), entry);
	}

	/** The answer of an entry, or nothing where its body is gone or damaged. */
	answer({ address, hash, type }: Entry): Answer | undefined {
		if (hash === undefined || !existsSync(this.#objectPath(hash))) return undefined;
		const body = readFileSync(this.#objectPath(hash));
		return hashOf(body) === hash ? { address, type, body, hash } : undefined;
	}

	keep(found: Entry, body?: Uint8Array): void {
		if (body && found.hash !== undefined) writeWhole(this.#objectPath(found.hash), body);
		writeWhole(this.#indexPath(found.address), `${JSON.stringify(found, null, '\t')}\n`);
	}

	/** Name of the run of a feed that says no edition itself; the same one after a break. */
	openRun(feed: string, hash: string): string {
		const path = this.#runPath(hash);
		const open = readJsonFile(path, run);
		if (open && Date.now() - open.started < longestBreak) return open.edition;
		const edition = randomUUID();
		writeWhole(path, JSON.stringify({ feed, edition, started: Date.now() }));
		return edition;
	}

	closeRun(hash: string): void {
		rmSync(this.#runPath(hash), { force: true });
	}

	#indexPath(address: string): string {
		return join(this.folder, 'index', `${hashOf(address)}.json`);
	}

	#objectPath(hash: string): string {
		return join(this.folder, 'objects', hash);
	}

	#runPath(hash: string): string {
		return join(this.folder, 'runs', `${hash}.json`);
	}
}
