import { identifier } from '#lib/domain/sql/write.ts';
import type { OpenTable } from '#lib/state/workbench.svelte.ts';

/** Tables of a file of the reader in the form in which the page has those of the site. */
export const describeOwn = (tables: readonly OpenTable[]) =>
	tables.map(({ written, rows, columns }) => ({
		name: written,
		written,
		meaning: 'uit uw eigen bestand',
		rows,
		columns: columns.map(({ name, type, note, optional }) => ({
			column: name,
			written: identifier(name),
			type: type.toLowerCase(),
			optional,
			note
		}))
	}));
