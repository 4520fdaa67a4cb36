import { z } from 'zod';
import type { Query } from '../query.ts';

export const editionRow = z.object({ stamp: z.string() });
export type EditionRow = z.infer<typeof editionRow>;

/** Which edition a database is: pages ask only that of their own. */
export const edition: Query<EditionRow> = {
	name: 'edition',
	sql: 'select stamp from edition',
	params: [],
	row: editionRow
};
