import type { DuckDBConnection } from '@duckdb/node-api';
import { z } from 'zod';

/** What two ways of building the same database must have in common, with what each of them cost. */
export const outcome = z.strictObject({
	figures: z.int(),
	known: z.int(),
	total: z.number(),
	areas: z.int(),
	indicators: z.int(),
	seconds: z.number(),
	megabytes: z.number()
});
export type Outcome = z.infer<typeof outcome>;

const sql = `select count(*)::int as figures, count(value)::int as known, sum(value)::double as total,
	count(distinct area)::int as areas, count(distinct indicator)::int as indicators from observation`;

/** Prints what a database of observations holds and what it cost, for the process that asked for it. */
export async function tellOutcome(connection: DuckDBConnection, seconds: number): Promise<void> {
	const [found] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
	const megabytes = process.resourceUsage().maxRSS / 1024;
	console.log(JSON.stringify(outcome.parse({ ...found, seconds, megabytes })));
}
