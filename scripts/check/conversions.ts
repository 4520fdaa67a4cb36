import { rollups, sum } from 'd3';
import type { Problem } from '#scripts/read/problem.ts';
import type { Known } from './known.ts';
import type { Loaded } from './load.ts';

/** How far the shares of an area may be from its whole: they are rounded. */
const slack = 0.001;

/**
 * Checks conversions: each area exists on the boundaries of its year, no area goes to the same one twice, what is not
 * counted goes over whole, and an area is divided wholly.
 */
export function checkConversions({ conversions }: Loaded, known: Known, problems: Problem[]): void {
	for (const { file, rows, from, to } of conversions) {
		const at = (line: number, column: number, value: unknown, expected: string) =>
			problems.push({ file, line, column, value, expected });
		const seen = new Set<string>();
		for (const { line, row } of rows) {
			if (!known.areas.has(`${row.from}/${from}`))
				at(line, 1, row.from, `een gebied op de grenzen van ${from}`);
			if (!known.areas.has(`${row.to}/${to}`)) at(line, 2, row.to, `een gebied op de grenzen van ${to}`);
			if (row.from.length !== row.to.length)
				at(line, 2, row.to, `een gebied van hetzelfde niveau als ${row.from}`);
			if (!['residents', 'addresses', 'surface'].includes(row.basis) && row.share !== 1)
				at(line, 3, row.share, `1, omdat "${row.basis}" zegt dat het gebied heel overgaat`);
			const key = `${row.from} naar ${row.to}`;
			if (seen.has(key)) at(line, 1, key, 'elke omrekening één keer');
			seen.add(key);
		}
		for (const [code, total] of rollups(
			rows,
			(own) => sum(own, ({ row }) => row.share),
			({ row }) => row.from
		))
			if (Math.abs(total - 1) > slack)
				at(
					rows.find(({ row }) => row.from === code)!.line,
					3,
					`samen ${Math.round(total * 1e6) / 1e6}`,
					`delen van ${code} die samen 1 zijn`
				);
	}
}
