import type { Indicator } from '#lib/schema/indicator.ts';

/** Names that may be used; any name at all where the file that gives them could not be read. */
export type NameList = Pick<ReadonlySet<string>, 'has'>;

const anything: NameList = { has: () => true };

/** The names of a file, or any name where the file could not be read: one mistake is one message. */
export const namesOf = (names: readonly string[] | undefined): NameList =>
	names === undefined ? anything : new Set(names);

export interface Known {
	sources: NameList;
	boundaries: Map<string, number>;
	/** Tables with the municipality's own counts. */
	own: ReadonlySet<string>;
	/** Not there where the file could not be read. */
	indicators?: Map<
		string,
		Pick<Indicator, 'tables' | 'unit' | 'denominator' | 'disclosure'> & { breakdowns: readonly string[] }
	>;
	/** Domains of `domains.yaml`. */
	domains: NameList;
	/** Codes with their boundary year, as `WK178301/2024`. */
	areas: NameList;
	/** Codes, whatever the year. */
	codes: NameList;
	/** Slugs of all monitors, those included that only a release still holds. */
	monitors: NameList;
}

/** The first of equal keys stays; every later one is a problem. */
export function duplicates<T>(
	rows: readonly T[],
	key: (row: T) => string,
	report: (row: T, key: string) => void
): void {
	const seen = new Set<string>();
	for (const row of rows) {
		const own = key(row);
		if (seen.has(own)) report(row, own);
		seen.add(own);
	}
}

/** An indicator that is named must be there, and the group of residents one of its own. */
export function checkMeasure(
	{ indicator, breakdown }: { indicator: string; breakdown?: string },
	{ indicators }: Known,
	report: (field: 'indicator' | 'breakdown', expected: string, value: string) => void
): void {
	const found = indicators?.get(indicator);
	if (indicators && !found) report('indicator', 'een indicator uit indicators.yaml', indicator);
	if (found && breakdown && !found.breakdowns.includes(breakdown))
		report('breakdown', `een groep van deze indicator: ${found.breakdowns.join(', ')}`, breakdown);
}
