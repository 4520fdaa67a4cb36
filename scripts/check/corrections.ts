import { correctedKey } from '#lib/domain/corrections.ts';
import type { Correction } from '#lib/schema/correction.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { duplicates, type Known } from './known.ts';
import type { Loaded } from './load.ts';
import { unfit } from './units.ts';

/** What a correction should say, where it does not fit the figure that it is about. */
function wrong(
	{ table, published, value, indicator }: Correction,
	row: { value: number | null } | undefined,
	known: Known
): [field: keyof Correction, expected: string, value: unknown] | undefined {
	if (known.own.has(table))
		return ['table', 'een open tabel; verander een eigen telling in haar eigen bestand', table];
	if (!row)
		return [
			'indicator',
			`een cijfer dat in data/observations/${table}.csv staat, met gebied, jaar en groep`,
			indicator
		];
	if (row.value === null)
		return ['published', 'een cijfer met een waarde; wat de bron niet geeft, blijft leeg', published];
	if (row.value !== published)
		return [
			'published',
			`de waarde die nu in data/observations/${table}.csv staat (${row.value}); kijk of de correctie nog nodig is`,
			published
		];
	if (value === published) return ['value', 'een andere waarde dan die van de bron', value];
	const expected = unfit(known.indicators?.get(indicator)?.unit ?? '', value);
	return expected === undefined ? undefined : ['value', expected, value];
}

/** Corrections are about a figure that is there, that has the value they say, and that has no other correction. */
export function checkCorrections(
	{ corrections, observations }: Loaded,
	known: Known,
	problems: Problem[]
): void {
	if (!corrections?.value) return;
	const wanted = new Set(corrections.value.map(correctedKey));
	const rows = new Map(
		observations.flatMap(({ table, rows: own }) =>
			own.flatMap(({ row }) => {
				const key = correctedKey({ ...row, table });
				return wanted.has(key) ? [[key, row] as const] : [];
			})
		)
	);
	const all = corrections.value.map((each, i) => ({ ...each, i }));
	duplicates(all, correctedKey, ({ i }, key) =>
		problems.push(corrections.problemAt([i, 'table'], 'elk cijfer één keer', key))
	);
	for (const { i, ...each } of all) {
		const found = wrong(each, rows.get(correctedKey(each)), known);
		if (found) problems.push(corrections.problemAt([i, found[0]], found[1], found[2]));
	}
}
