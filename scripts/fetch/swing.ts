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
import type { TableSink } from './table.ts';

/** The signs of Swing for what is missing. Empty is that nobody was asked for it, as an empty cell is. */
const missing: Mapping['missing'] = {
	'': 'not-asked',
	'-99996': 'not-asked',
	'-99997': 'suppressed',
	'-99998': 'not-applicable',
	'-99999': 'unknown'
};

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
		measures: feed.measures.map(({ name, indicator, lower, upper }) => ({
			name,
			indicator,
			lower,
			upper,
			breakdown: groups?.[name] ?? 'totaal'
		})),
		status: feed.estimates ? 'estimate' : 'definitive',
		missing,
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
 * each subject code. A mapping is only needed to name a sheet or a way of writing.
 */
export const fetchSwing: Adapter = async (feed, world) => {
	if (feed.measures.length === 0)
		throw FetchProblem.of(`feed "${feed.id}"`, 'minstens één onderwerpcode (measures)');
	const rules = (await readMapping(feed, world, swingMapping)) ?? swingMapping.parse({});
	const answer = await sourceFile(feed, world);
	const mapping = mappingOf(feed, rules);
	const table = mapTable(mapping, feed, answer.address, (lines) => world.progress(lines), 'small');
	const wanted = [...fixed, ...mapping.measures.map(({ name }) => name)];
	const guesses = await readUpload(answer, rules, wanted, table);
	const { rows, remarks } = table.finish();
	return {
		info: { table: feed.table ?? feed.source, title: mapping.title },
		rows,
		remarks: [...guesses, ...remarks]
	};
};
