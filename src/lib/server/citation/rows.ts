import {
	citedText,
	hashOfAll,
	sha256,
	shownDigits,
	shownHashes,
	type Said
} from '#lib/domain/citation/hash.ts';
import type { FigureNow } from '#lib/domain/citation/now.ts';

/** A row of a table with what a release said and what is said now. */
export interface ShownRow<Current = unknown> {
	hash: string;
	/** What it is about, and what the other cells before its value say. */
	head: string;
	cells: string[];
	now: FigureNow<Current>;
}

/** A row of a release as it is shown: a figure of a document, or an amount. */
export interface CitedRow<Current = unknown> extends ShownRow<Current> {
	/** What makes it the same row in its file, for who holds the page against that file. */
	key: string;
	/** As the file has it, and as a reader sees it. */
	value: string;
	text: string;
}

/** Rows with the start of their hashes, which names their place on the page, and the hash of all. */
export async function withHashes<Row>(rows: readonly Row[], said: (row: Row) => Said) {
	const hashes = await Promise.all(rows.map((row) => sha256(citedText(said(row)))));
	const shown = shownHashes(hashes);
	return {
		hashed: rows.map((row, i) => ({ row, hash: shown[i]! })),
		hash: (await hashOfAll(hashes)).slice(0, shownDigits)
	};
}
