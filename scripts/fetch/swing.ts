import { missingReasons } from '#lib/domain/swing/missing.ts';
import type { Feed } from '#lib/schema/feed.ts';
import { swingMapping, type Mapping, type SwingMapping } from '#lib/schema/mapping.ts';
import { namedGroups } from './categories.ts';
import type { Adapter, Answer } from './adapter.ts';
import { findColumns } from './columns.ts';
import { mapTable } from './map-table.ts';
import { FetchProblem } from './problem.ts';
import { isZip } from './read-bytes.ts';
import { readCsvTable } from './read-csv.ts';
import { openWorkbook, readXlsxTable, type OpenWorkbook } from './read-xlsx.ts';
import { readMapping, sourceFile } from './source-file.ts';
import { applyBeside } from './swing-beside.ts';
import { readLabels } from './swing-labels.ts';
import { oneTable } from './swing-files.ts';
import type { TableSink } from './table.ts';

/** Every Swing upload has these columns, in any order and with or without capitals. */
const fixed = ['geolevel', 'geoitem', 'period'];

/** Group of the figures of a subject: that of the feed's `breakdowns.onderwerp`, or else everyone. */
function mappingOf(feed: Feed, rules: SwingMapping): Mapping {
	const groups = namedGroups(feed, 'onderwerp');
	return {
		...rules,
		title: feed.table ?? feed.source,
		area: { column: 'geoitem', levelColumn: 'geolevel', skip: [] },
		period: { column: 'period', form: 'year' },
		measures: feed.measures.map(({ name, indicator, lower, upper, n }) => ({
			name,
			indicator,
			lower,
			upper,
			n,
			breakdown: groups?.[name] ?? 'totaal'
		})),
		status: feed.estimates ? 'estimate' : 'definitive',
		missing: { ...missingReasons },
		where: {}
	};
}

/** The names of the sheets that have every column that is asked for. */
async function sheetsWith(workbook: OpenWorkbook, rules: SwingMapping, wanted: string[]): Promise<string[]> {
	if (workbook.sheets.length === 1) return [workbook.sheets[0]!.name];
	const found: string[] = [];
	for (const { name } of workbook.sheets)
		await readXlsxTable(
			workbook,
			{ ...rules, sheet: name },
			{
				head(names) {
					if (wanted.every((each) => findColumns(names, each, 'small').length > 0)) found.push(name);
				},
				row: () => undefined,
				wrong: () => undefined
			}
		);
	return found;
}

async function readUpload(
	answer: Answer,
	rules: SwingMapping,
	wanted: string[],
	sink: TableSink
): Promise<string[]> {
	if (!isZip(answer)) return readCsvTable(answer, rules, sink);
	const workbook = await openWorkbook(answer);
	const sheets = rules.sheet === undefined ? await sheetsWith(workbook, rules, wanted) : [rules.sheet];
	if (sheets.length > 1)
		throw FetchProblem.of(
			answer.address,
			`één blad met deze onderwerpen, of een mapping met de naam van het blad (sheet); er zijn: ${sheets.join(', ')}`
		);
	const sheet = sheets[0] ?? workbook.sheets[0]!.name;
	await readXlsxTable(workbook, { ...rules, sheet }, sink);
	return workbook.sheets.length > 1 ? [`Gelezen is het blad "${sheet}".`] : [];
}

/**
 * Fetches the figures of a flat Swing upload, as CSV or as a workbook: a row for each area and period, a column for
 * each subject code. A mapping is only needed to name a sheet or a way of writing. An upload may be more files, and may
 * have tables beside it with what a cell cannot say (`swing` of the feed).
 */
export const fetchSwing: Adapter = async (feed, world) => {
	if (feed.measures.length === 0)
		throw FetchProblem.of(`feed "${feed.id}"`, 'minstens één onderwerpcode (measures)');
	const rules = (await readMapping(feed, world, swingMapping)) ?? swingMapping.parse({});
	const { more = [], skipEmpty = false, beside } = feed.swing ?? {};
	const answers = [await sourceFile(feed, world)];
	for (const file of more) answers.push(await sourceFile({ ...feed, file }, world));
	const mapping = mappingOf(feed, rules);
	const spread = more.length > 0;
	const table = mapTable(mapping, feed, answers[0]!.address, (lines) => world.progress(lines), {
		naming: 'small',
		skipEmpty,
		spread
	});
	const wanted = [...fixed, ...mapping.measures.map(({ name }) => name)];
	const guesses: string[] = [];
	for (const [i, answer] of answers.entries())
		guesses.push(...(await readUpload(answer, rules, wanted, spread ? oneTable(table, answers, i) : table)));
	const { rows, remarks } = table.finish();
	const told =
		beside === undefined
			? { rows, remarks: [] }
			: applyBeside(await sourceFile({ ...feed, file: beside }, world), rows, mapping.measures, feed);
	const labels = await readLabels(feed, world);
	return {
		info: { table: feed.table ?? feed.source, title: mapping.title },
		rows: told.rows,
		...(labels && { labels }),
		remarks: [...guesses, ...remarks, ...told.remarks]
	};
};
