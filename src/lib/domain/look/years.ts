/** A column of years, with what tells it apart: `jaar`, `jaar_arm`, `jaar_2`. */
export const yearName = /^(?:jaar|year|periode|period)[ _-]?(.*)$/i;

/**
 * The column with the years of a figure, where an answer has more columns of years: named after it (`jaar_arm`), with
 * the same end (`jaar_2` and `waarde_2`, as after a join), or with a short end and beside it: before it, or behind it
 * where no other figure follows.
 * @param names of all columns
 * @param figure index of the column of the figure
 * @param years indices of the columns of years
 * @param figures indices of all columns with figures
 * @returns `undefined` where none of them is known to be of this figure
 */
export function yearsOf(
	names: readonly string[],
	figure: number,
	years: readonly number[],
	figures: readonly number[]
): number | undefined {
	const own = names[figure]!.toLowerCase();
	return years.find((at) => {
		const end = yearName.exec(names[at]!)?.[1]?.toLowerCase() ?? '';
		if (end.length > 2) return own.includes(end);
		const beside = figures.includes(at + 1) ? at + 1 : at - 1;
		return end !== '' && (own.endsWith(`_${end}`) || beside === figure);
	});
}
