import type { Ask } from '../../schema/ask.ts';
import { literal } from '../sql/write.ts';
import { allPeriods, areasFor, type Holdings } from './holdings.ts';
import { listOf, named } from './steps.ts';
import { titleOf } from './subjects.ts';
import { isTogether } from './together.ts';

export type PivotBy = 'period' | 'area' | 'subject';

/** Most columns that a pivot makes; with more of them a table cannot be read. */
export const mostColumns = 40;

const identity: Record<PivotBy, { column: string; rows: string[] }> = {
	period: { column: 'jaar', rows: ['onderwerp', 'code', 'gebied', 'gemeente'] },
	area: { column: 'code', rows: ['onderwerp', 'jaar'] },
	subject: { column: 'onderwerp', rows: ['code', 'gebied', 'gemeente', 'jaar'] }
};

/** What gets a column of its own: its value in the data, and its name. */
export function pivotColumns(
	ask: Ask,
	by: PivotBy,
	holdings: Holdings
): { value: string | number; name: string }[] {
	if (by === 'subject')
		return ask.subjects.map((subject) => {
			const title = titleOf(subject, holdings);
			return { value: title, name: title };
		});
	if (by === 'period') {
		const years = ask.periods.length > 0 ? ask.periods : allPeriods(ask, holdings);
		return years.toSorted((a, b) => a - b).map((year) => ({ value: year, name: String(year) }));
	}
	const areas = columnAreas(ask, holdings);
	const isDouble = (name: string) => areas.filter((each) => each.name === name).length > 1;
	return areas.map(({ code, name }) => ({ value: code, name: isDouble(name) ? `${name} (${code})` : name }));
}

/** The areas that get a column. */
function columnAreas(ask: Ask, holdings: Holdings) {
	if (ask.level === 'land') return [{ code: 'NL01', name: 'Nederland' }];
	const byGemeente =
		ask.level === 'gemeente' || (isTogether(ask) && ask.level !== 'own' && ask.together === 'gemeente');
	if (byGemeente)
		return [...holdings.gemeenten, ...holdings.spenders].filter(
			({ code }, i, all) => ask.within.includes(code) && all.findIndex((each) => each.code === code) === i
		);
	if (isTogether(ask) && ask.level !== 'own') return [{ code: 'samen', name: 'Samen' }];
	return areasFor(ask, holdings).filter(({ code }) => ask.only.length === 0 || ask.only.includes(code));
}

/** Figures with something of them in the columns. What is not there is empty, whatever the reason. */
export function pivoted(
	from: string,
	ask: Ask,
	by: PivotBy,
	decimals: number,
	shown: readonly string[],
	holdings: Holdings
): string {
	const { column, rows } = identity[by];
	const own = rows.filter((row) => shown.includes(row));
	const cells = pivotColumns(ask, by, holdings).map(({ value, name }) =>
		named(`round(max(waarde) filter (where ${column} = ${literal(value)}), ${decimals})`, name)
	);
	return `select ${[...own, ...cells].join(',\n  ')}
from ${from}
where ${column} in ${listOf(pivotColumns(ask, by, holdings).map(({ value }) => value))}
group by ${own.length > 0 ? own.join(', ') : 'all'}
order by ${own.map((row) => (row === 'jaar' ? 'jaar' : row)).join(', ') || '1'}`;
}
