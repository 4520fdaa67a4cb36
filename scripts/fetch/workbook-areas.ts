import type { AreaLevel } from '#lib/schema/area.ts';
import type { Answer } from './adapter.ts';
import { levelOf, toAreaCode } from '#lib/domain/area-code.ts';
import { findColumns } from './columns.ts';
import { FetchProblem } from './problem.ts';
import { openWorkbook, readXlsxTable } from './read-xlsx.ts';

/** An area as a workbook of RIVM names it. */
export interface WorkbookArea {
	code: string;
	level: AreaLevel;
	/** Name of its gemeente, or of the country. */
	municipality: string;
}

/** The areas of a workbook of RIVM, in its order; throws a `FetchProblem`. */
export async function areasIn(answer: Answer): Promise<WorkbookArea[]> {
	const areas: WorkbookArea[] = [];
	let at: [number, number] = [0, 0];
	await readXlsxTable(
		await openWorkbook(answer),
		{ headRow: 1, headRows: 1 },
		{
			head(names) {
				const [code, name] = ['WijkenEnBuurten', 'Gemeentenaam'].map(
					(wanted) => findColumns(names, wanted, 'numbered')[0]
				);
				if (code === undefined || name === undefined)
					throw FetchProblem.of(answer.address, 'de kolommen WijkenEnBuurten en Gemeentenaam');
				at = [code, name];
			},
			row(cells) {
				const code = toAreaCode(String(cells[at[0]] ?? ''));
				if (code !== undefined)
					areas.push({ code, level: levelOf(code), municipality: String(cells[at[1]] ?? '').trim() });
			},
			wrong: () => undefined
		}
	);
	return areas;
}
