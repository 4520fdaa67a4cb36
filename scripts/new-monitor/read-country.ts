import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { feed } from '#lib/schema/feed.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import type { World } from '#scripts/fetch/adapter.ts';
import { areasIn, type WorkbookArea } from '#scripts/fetch/workbook-areas.ts';
import { fetchXlsx } from '#scripts/fetch/xlsx.ts';
import { NotMade } from './apply.ts';

/** Id of the table of the workbooks, in `sources.yaml`. */
export const table = '50090ned';

const where =
	'U downloadt ze op https://statline.rivm.nl/#/RIVM/nl/dataset/50090NED/table, als Excel, een werkmap per jaar voor heel Nederland.';

/** Full paths of the workbooks in a folder. */
export function workbooksIn(folder: string): string[] {
	if (folder === '')
		throw new NotMade(`Zeg met --from in welke map de werkmappen van RIVM (50090NED) staan. ${where}`);
	const names = existsSync(folder) ? readdirSync(folder).filter((name) => /^[^~.].*\.xlsx$/.test(name)) : [];
	if (names.length === 0) throw new NotMade(`In ${folder} staan geen werkmappen (.xlsx) van RIVM. ${where}`);
	return names.toSorted().map((name) => resolve(join(folder, name)));
}

/** A gemeente with its wijken and buurten, as the workbooks name them. */
export async function areasOf(
	gemeente: string,
	world: World,
	workbooks: readonly string[],
	boundaries: number
): Promise<WorkbookArea[]> {
	const all = await areasIn(await world.file(workbooks[0]!));
	const own = all.filter(({ code, level }) => level !== 'land' && code.slice(2, 6) === gemeente.slice(2));
	if (!own.some(({ code }) => code === gemeente)) {
		const count = all.filter(({ level }) => level === 'gemeente').length;
		throw new NotMade(
			`Gemeente ${gemeente} staat niet in de werkmappen van RIVM. Daarin staan de ${count} gemeenten van ${boundaries}. ` +
				'Een gemeente die pas later is ontstaan, staat er dus niet in.'
		);
	}
	return own;
}

/** Rows of series that were asked in a year at all: data has no row where a table does not have a question. */
function asked(rows: readonly TidyRow[]): TidyRow[] {
	const key = ({ indicator, period, breakdown }: TidyRow) => `${indicator} ${period} ${breakdown}`;
	const known = new Set(rows.filter(({ status }) => status !== 'not-asked').map(key));
	return rows.filter((row) => known.has(key(row)));
}

/** The figures of a gemeente, its wijken and its buurten in every workbook, for the indicators that the site has. */
export async function figuresOf(
	gemeente: string,
	world: World,
	workbooks: readonly string[],
	indicators: readonly Indicator[]
): Promise<TidyRow[]> {
	const measures = indicators.flatMap(({ id, tables }) =>
		tables[table] === undefined ? [] : [{ name: tables[table], indicator: id }]
	);
	const rows: TidyRow[] = [];
	const years = new Map<string, string>();
	for (const file of workbooks) {
		const fetched = await fetchXlsx(
			feed.parse({
				id: 'nieuw',
				adapter: 'xlsx',
				source: table,
				file,
				mapping: 'rivm-50090ned',
				measures,
				areas: [gemeente],
				levels: ['wijk', 'buurt']
			}),
			world
		);
		for (const year of new Set(fetched.rows.map(({ period }) => period))) {
			if (years.has(year))
				throw new NotMade(
					`Twee werkmappen gaan over ${year}: ${years.get(year)!} en ${file}. Haal er een weg.`
				);
			years.set(year, file);
		}
		rows.push(...asked(fetched.rows));
	}
	return rows;
}
