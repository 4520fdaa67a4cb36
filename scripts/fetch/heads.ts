/**
 * The names of columns from one or more rows of names. Those of one column are joined with " / ", each once: under a
 * merged head `Eenzaam` with the years below it stand `Eenzaam / 2016` and `Eenzaam / 2020`.
 */
export function joinHeads(rows: readonly (readonly (string | number)[])[]): string[] {
	const width = Math.max(...rows.map((row) => row.length));
	return Array.from({ length: width }, (_, i) => {
		const parts = rows.map((row) => String(row[i] ?? '').trim()).filter((part) => part !== '');
		return parts.filter((part, j) => part !== parts[j - 1]).join(' / ');
	});
}
