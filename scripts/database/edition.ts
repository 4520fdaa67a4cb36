import { createHash } from 'node:crypto';
import type { Dataset } from '#lib/schema/model.ts';
import { tables } from './tables.ts';

/**
 * What tells one database from another: a hash of its tables and of all that is put in them.
 * @param judged what the site says of the data by its own rules, which may change while the data stay
 * @returns 16 hexadecimal digits, the same for the same data whenever and wherever it is built
 */
export function editionOf(
	{ model, observations, expenditure }: Dataset,
	judged: readonly unknown[] = []
): string {
	const hash = createHash('sha256');
	// One row at a time: all observations of a large country are no single text.
	const parts = [tables, model, 'observations', ...observations, 'expenditure', ...expenditure, ...judged];
	for (const part of parts) hash.update(`${JSON.stringify(part)}\n`);
	return hash.digest('hex').slice(0, 16);
}
