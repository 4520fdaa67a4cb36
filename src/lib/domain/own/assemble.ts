import { count } from '../format.ts';
import { freeNames } from '../free-names.ts';
import { findCodes, tellCodes, tellNone, tellRowsWithout } from './area-column.ts';
import { knownAreas, type KnownAreas } from './known-areas.ts';
import { recognise } from './recognise.ts';
import {
	OwnFileProblem,
	ownLimits,
	tableName,
	type GivenTable,
	type OwnColumn,
	type OwnTable
} from './table.ts';

function refuseLarge({ heads, columns }: GivenTable): void {
	const rows = columns[0]?.length ?? 0;
	if (heads.length > ownLimits.columns)
		throw new OwnFileProblem(
			`Dit bestand heeft ${count(heads.length, 'kolom', 'kolommen')}. Hier passen er ${ownLimits.columns}.`
		);
	if (rows > ownLimits.rows || rows * heads.length > ownLimits.cells)
		throw new OwnFileProblem(
			`Dit bestand is te groot: het heeft ${count(rows, 'regel', 'regels')} en ${count(heads.length, 'kolom', 'kolommen')}. Neem alleen wat u nodig hebt, of splits het.`
		);
	if (rows === 0)
		throw new OwnFileProblem('In dit bestand staan geen regels onder de namen van de kolommen.');
}

/** More columns than this are told of beside the column only. */
const mostTold = 8;

const tellTogether = (remarks: readonly string[]): string[] =>
	remarks.length <= mostTold
		? [...remarks]
		: [
				...remarks.slice(0, mostTold),
				`Bij nog ${count(remarks.length - mostTold, 'kolom', 'kolommen')} staat in de lijst hieronder hoe ze gelezen zijn.`
			];

/**
 * Makes a table of what was read: recognises types, years, days and codes of areas. The cells of the file stay as they
 * are; codes that had to be completed or looked up come in a column of their own.
 * @param file name of the file, from which the table gets its name
 * @param areas those of the site, by which names and bare numbers are recognised
 * @throws OwnFileProblem where it is too large or empty
 */
export function toOwnTable(given: GivenTable, file: string, areas: KnownAreas = knownAreas([])): OwnTable {
	refuseLarge(given);
	const heads = given.heads.map((head) => head.replace(/\s+/g, ' ').trim().slice(0, 100));
	const found = findCodes(heads, given.columns, areas);
	const names = freeNames([...heads, ...(found?.codes.exact === false ? ['gebiedscode'] : [])]);
	const first = given.columns.map((cells, i) => recognise(cells, names[i]!, given.decimal, given.isTyped));
	const sure = first.map(({ decimal }) => decimal).find((each) => each === '.' || each === ',');
	const recognised = first.map((each, i) =>
		each.decimal === 'open' && sure !== undefined && sure !== given.decimal
			? recognise(given.columns[i]!, names[i]!, sure, given.isTyped)
			: each
	);
	const columns = recognised.map(({ kind, cells, note }, i): OwnColumn => ({
		name: names[i]!,
		kind,
		cells,
		note
	}));
	if (found) {
		const { at, codes } = found;
		const column: OwnColumn = {
			name: names[codes.exact ? at : heads.length]!,
			kind: 'area',
			cells: codes.cells,
			note: tellCodes(codes, heads[at]!)
		};
		columns[codes.exact ? at : heads.length] = column;
	}
	const period = columns.find(({ kind }) => kind === 'year') ?? columns.find(({ kind }) => kind === 'day');
	return {
		name: tableName(file),
		rows: given.columns[0]!.length,
		columns,
		remarks: [
			...given.remarks,
			...tellTogether(recognised.flatMap(({ remark }, i) => (remark && i !== found?.at ? [remark] : []))),
			...(found ? tellRowsWithout(found.codes, heads[found.at]!) : [tellNone(heads)])
		],
		...(found && { area: columns[found.codes.exact ? found.at : heads.length]!.name }),
		...(period && { period: { name: period.name, kind: period.kind as 'year' | 'day' } })
	};
}
