/** Longest address that services are sure to take, in characters. */
const longest = 1800;

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A clause of OData that a column has one of these values. */
export const isOneOf = (column: string, values: readonly string[]): string =>
	`(${values.map((value) => `${column} eq ${quote(value)}`).join(' or ')})`;

/** A clause that keeps this many characters free for the others; a longer one is better left to this side. */
const longestClause = 500;

/**
 * Addresses that together ask for some values of one column, each short enough.
 * @param address where the filter comes behind, with its parameters so far
 * @param column of which the values may be spread over more addresses
 * @param others clauses that hold in each; one that is too long is left out
 * @returns each address with the values that it asks for
 */
export function filtered(
	address: string,
	column: string,
	values: readonly string[],
	others: readonly string[]
): { address: string; values: string[] }[] {
	const short = others.filter((clause) => encodeURIComponent(clause).length <= longestClause);
	const make = (own: readonly string[]): string => {
		const filter = [...short, isOneOf(column, own)].join(' and ');
		return `${address}${address.includes('?') ? '&' : '?'}$filter=${encodeURIComponent(filter)}`;
	};
	const parts: string[][] = [];
	for (const value of values) {
		const last = parts.at(-1);
		if (last && make([...last, value]).length <= longest) last.push(value);
		else parts.push([value]);
	}
	return parts.map((own) => ({ address: make(own), values: own }));
}
