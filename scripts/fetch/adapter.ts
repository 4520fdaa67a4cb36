import type { AreaChange, AreaLevel } from '#lib/schema/area.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { Labels } from '#lib/schema/receipt.ts';
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

/** How an address is asked. */
export interface Ask {
	/** The table that the answer is a part of: what was fetched of the same edition is not asked again. */
	part?: Pick<TableInfo, 'modified'>;
	/** Holds the answer against what is expected before it is kept; throws a `FetchProblem`. */
	check?: (answer: Answer) => void;
}

/** What an adapter may use of the world. */
export interface World {
	/** Fetches an address (or reads it from the cache), with retries; throws a `FetchProblem`. */
	get(address: string, ask?: Ask): Promise<Answer>;
	/** Reads a file of an editor into the cache; throws a `FetchProblem`. */
	file(path: string): Promise<Answer>;
	/** Tells how far the work is: rows done, rows expected where that is known. */
	progress(done: number, expected?: number): void;
}

/** The shape of an area in longitude and latitude (WGS84). */
export interface Boundary {
	code: string;
	name: string;
	level: AreaLevel;
	geometry: { type: 'Polygon' | 'MultiPolygon'; coordinates: unknown[] };
}

export interface Fetched {
	info: TableInfo;
	/** Unsorted. */
	rows: TidyRow[];
	/** Unsorted; only of an adapter that brings in boundaries. */
	boundaries?: Boundary[];
	/** Unsorted; of a table that says what changed in the borders, where the feed asks for it. */
	changes?: AreaChange[];
	/** What the publisher calls what was taken; left out where it has no names. */
	labels?: Labels;
	/** Remarks for the receipt, in Dutch. */
	remarks: string[];
}

export type Adapter = (feed: Feed, world: World) => Promise<Fetched>;
