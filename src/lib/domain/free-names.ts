/**
 * Names for columns that no two share, whatever the case of their letters. One that is empty becomes `kolom_3`, after its
 * place; the second one of a name becomes `name_2`.
 */
export function freeNames(given: readonly string[]): string[] {
	const taken = new Set<string>();
	/** The number with which to go on for a name, so that thousands of columns of one name take no time. */
	const turns = new Map<string, number>();
	const freeName = (name: string): string => {
		for (let turn = turns.get(name) ?? 1; ; turn++) {
			const tried = turn === 1 ? name : `${name}_${turn}`;
			if (taken.has(tried.toLowerCase())) continue;
			turns.set(name, turn + 1);
			taken.add(tried.toLowerCase());
			return tried;
		}
	};
	return given.map((each, i) => {
		// Programs end a name at a NUL.
		const name = each.replaceAll('\0', '');
		return freeName(name.trim() === '' ? `kolom_${i + 1}` : name);
	});
}
