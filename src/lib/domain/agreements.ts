import type { Agreement } from '../schema/monitor.ts';

/** A heading for each agreement: its partner, with a number where the same partner has more than one. */
export function agreementTitles(
	agreements: readonly Pick<Agreement, 'id' | 'partner'>[]
): Record<string, string> {
	return Object.fromEntries(
		agreements.map(({ id, partner }) => {
			const same = agreements.filter((other) => other.partner === partner);
			const position = same.findIndex((other) => other.id === id) + 1;
			return [id, same.length > 1 ? `${partner}, afspraak ${position}` : partner];
		})
	);
}
