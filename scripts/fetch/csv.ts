import type { Adapter } from './adapter.ts';
import { mapTable } from './map-table.ts';
import { readCsvTable } from './read-csv.ts';
import { chosenMapping, sourceFile } from './source-file.ts';

/** Fetches the figures of a CSV; its mapping says which column is what. */
export const fetchCsv: Adapter = async (feed, world) => {
	const mapping = await chosenMapping(feed, world);
	const answer = await sourceFile(feed, world);
	const table = mapTable(mapping, feed, answer.address, (lines) => world.progress(lines));
	const guesses = readCsvTable(answer, mapping, table);
	const { rows, remarks } = table.finish();
	const { title, publisher, licence } = mapping;
	return {
		info: { table: feed.table ?? feed.source, title, publisher, licence },
		rows,
		remarks: [...guesses, ...remarks]
	};
};
