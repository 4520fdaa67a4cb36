import { OwnFileProblem } from '../domain/own/table.ts';
import { knownAreas } from '../domain/own/known-areas.ts';
import type { OwnFileAnswer, OwnFileQuestion } from '../domain/own/message.ts';
import { createSql, toEngineCsv, typeOf } from '../domain/own/write.ts';
import { readOwnFile } from '../own/read-file.ts';

/** Reads a file of a reader apart from the page, so that it can be ended. */
async function read({ bytes, name, as, areas }: OwnFileQuestion): Promise<OwnFileAnswer> {
	try {
		const table = await readOwnFile(bytes, name, knownAreas(areas));
		const columns = table.columns.map(({ name: column, kind, note, cells }) => ({
			name: column,
			kind,
			type: typeOf({ kind }),
			note,
			optional: cells.includes(null)
		}));
		return {
			table: { ...table, columns },
			rows: new Blob([...toEngineCsv(table)]),
			sql: createSql(table, as)
		};
	} catch (error) {
		if (error instanceof OwnFileProblem) return { problem: error.message };
		throw error;
	}
}

addEventListener('message', ({ data }: MessageEvent<OwnFileQuestion>) => {
	read(data).then(postMessage, () =>
		postMessage({ problem: 'Dit bestand is niet te lezen.' } satisfies OwnFileAnswer)
	);
});
postMessage('ready');
