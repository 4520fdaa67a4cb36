import type { Feed } from '#lib/schema/feed.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';

/** What a publisher says of the table that was fetched. */
export interface TableInfo {
	table: string;
	title: string;
	publisher?: string;
	/** As the publisher writes it; compared as a text. */
	modified?: string;
	licence?: string;
}

/** An answer of a publisher or a file of an editor, as bytes. */
export interface Answer {
	/** Address, or path of the file. */
	address: string;
	/** As the publisher named it, without parameters. */
	type: string;
	body: Uint8Array;
	/** SHA-256 of the body, in hexadecimal. */
	hash: string;
}

/** What an adapter may use of the world. */
export interface World {
	/** Fetches an address (or reads it from the cache), with retries; throws a `FetchProblem`. */
	get(address: string): Promise<Answer>;
	/** Reads a file of an editor into the cache; throws a `FetchProblem`. */
	file(path: string): Promise<Answer>;
	/** Tells how far the work is: rows done, rows expected where that is known. */
	progress(done: number, expected?: number): void;
}

export interface Fetched {
	info: TableInfo;
	/** Unsorted. */
	rows: TidyRow[];
	/** Remarks for the receipt, in Dutch. */
	remarks: string[];
}

export type Adapter = (feed: Feed, world: World) => Promise<Fetched>;
