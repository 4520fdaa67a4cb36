import type { Area } from '#lib/schema/area.ts';
import type { World } from '#scripts/fetch/adapter.ts';
import { toAreaCode } from '#lib/domain/area-code.ts';
import { findColumns } from '#scripts/fetch/columns.ts';
import { FetchProblem } from '#scripts/fetch/problem.ts';
import { readCsvTable } from '#scripts/fetch/read-csv.ts';
import type { WorkbookArea } from '#scripts/fetch/workbook-areas.ts';

/**
 * Names of wijken and buurten from a CSV with the columns `Key` and `Title`, as CBS gives them with its tables of
 * wijken and buurten. The workbooks of RIVM have only codes.
 */
export async function readNames(world: World, path: string): Promise<Map<string, string>> {
	const names = new Map<string, string>();
	let at: [number, number] = [0, 0];
	readCsvTable(
		await world.file(path),
		{ headRow: 1, headRows: 1 },
		{
			head(heads) {
				const [key, title] = ['Key', 'Title'].map((wanted) => findColumns(heads, wanted, 'small')[0]);
				if (key === undefined || title === undefined) throw FetchProblem.of(path, 'de kolommen Key en Title');
				at = [key, title];
			},
			row(cells) {
				const code = toAreaCode(String(cells[at[0]] ?? ''));
				const name = String(cells[at[1]] ?? '').trim();
				if (code !== undefined && name !== '') names.set(code, name);
			},
			wrong: (problem) => {
				throw new FetchProblem([problem]);
			}
		}
	);
	return names;
}

/** Its code, where the name of an area is not known. `Wijk 00` would be a wijk to which CBS itself gives no name. */
const withCode = ({ code, level }: WorkbookArea): string => `${level === 'wijk' ? 'Wijk' : 'Buurt'} ${code}`;

/** The areas of a gemeente as rows of `areas/`. */
export const toAreas = (
	areas: readonly WorkbookArea[],
	names: ReadonlyMap<string, string>,
	boundaries: number
): Area[] =>
	areas.map((each) => ({
		code: each.code,
		name: each.level === 'gemeente' ? each.municipality : (names.get(each.code) ?? withCode(each)),
		level: each.level,
		parent:
			each.level === 'gemeente'
				? ''
				: each.level === 'wijk'
					? `GM${each.code.slice(2, 6)}`
					: `WK${each.code.slice(2, 8)}`,
		boundaries
	}));
