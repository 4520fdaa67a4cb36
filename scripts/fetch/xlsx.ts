import type { Adapter } from './adapter.ts';
import { mapTable } from './map-table.ts';
import { openWorkbook, readXlsxTable } from './read-xlsx.ts';
import { chosenMapping, sourceFile } from './source-file.ts';

/** Fetches the figures of a workbook; its mapping says which sheet and column is what. */
export const fetchXlsx: Adapter = async (feed, world) => {
	const mapping = await chosenMapping(feed, world);
	const answer = await sourceFile(feed, world);
	const table = mapTable(mapping, feed, answer.address, (lines) => world.progress(lines));
	await readXlsxTable(await openWorkbook(answer), mapping, table);
	const { rows, remarks } = table.finish();
	const { title, publisher, licence } = mapping;
	return { info: { table: feed.table ?? feed.source, title, publisher, licence }, rows, remarks };
};
