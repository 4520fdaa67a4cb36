import type { Ask } from '../../schema/ask.ts';
import { allPeriods, areasFor, type Holdings } from './holdings.ts';
import { listOf, named, type Steps } from './steps.ts';
import { titleOf } from './subjects.ts';
import { isTogether } from './together.ts';

export type PivotBy = 'period' | 'area' | 'subject';

/** Most columns that a pivot may make; with more of them a table cannot be read. */
export const mostColumns = 40;

/** What goes into the columns, and what stays in the rows. */
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

/**
 * Figures with something of them in the columns. Why a cell is empty, and what is odd about one, stands in a column at
 * the end, with the name of the column that it is about.
 */
export function pivoted(
	steps: Steps,
	from: string,
	ask: Ask,
	by: PivotBy,
	decimals: number,
	shown: readonly string[],
	holdings: Holdings
): string {
	const { column, rows } = identity[by];
	const own = rows.filter((row) => shown.includes(row));
	const columns = pivotColumns(ask, by, holdings);
	const values = columns.map(({ value, name }, i) => listOf([i, value, name]));
	const names = steps.add(
		'kolommen',
		`select * from (values\n  ${values.join(',\n  ')}\n) v(nr, ${column}, kolom)`
	);
	const grid = steps.add(
		'vakken',
		`select ${own.map((row) => `r.${row}`).join(', ')}, k.nr, k.kolom, t.waarde, t.opmerking,
  case when t.waarde is null then coalesce(t.waarom_leeg, 'geen cijfer') end as reden
from (select distinct ${own.join(', ')} from ${from} where ${column} in (select ${column} from ${names})) r
cross join ${names} k
left join ${from} t on t.${column} = k.${column}${own.map((row) => ` and t.${row} is not distinct from r.${row}`).join('')}`,
		'Elk vak van de tabel, ook als er geen cijfer is.'
	);
	const cells = columns.map(({ name }, i) =>
		named(`round(max(waarde) filter (where nr = ${i}), ${decimals})`, name)
	);
	const told = (what: string) => `string_agg(kolom || ': ' || ${what}, '; ' order by nr)`;
	const about = [named(told('reden'), 'waarom_leeg'), named(told('opmerking'), 'opmerking')];
	return `select ${[...own, ...cells, ...about].join(',\n  ')}
from ${grid}
group by ${own.join(', ')}
order by ${own.join(', ')}`;
}
