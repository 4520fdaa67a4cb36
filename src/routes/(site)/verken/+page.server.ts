import { firstAsk } from '#lib/domain/ask/fit.ts';
import { loadHoldings } from '#lib/server/askable.ts';
import { workbenchFiles } from '#lib/server/downloads.ts';
import { model } from '#lib/server/model.ts';
import { listQuestions } from '#lib/server/questions.ts';
import { writableTables } from '#lib/server/words.ts';
import type { SourceMap } from '#lib/domain/question/sources.ts';

export const csr = true;

const documents = model.sources.filter(({ kind }) => kind === 'document').map(({ id }) => id);
const borders = model.sources.map(({ id }) => id).filter((id) => id.startsWith('wijken-en-buurten-'));

/** Where the rows of each table come from, for the files that a reader takes away. */
const sourceMap: SourceMap = {
	tables: {
		expenditure: ['iv3'],
		area: borders,
		conversion: borders,
		goal: documents,
		link: documents,
		figure: documents,
		goal_indicator: documents,
		goal_theme: documents,
		promise: documents,
		verdict: documents,
		verdict_then: documents,
		work: documents
	},
	indicators: Object.fromEntries(model.indicators.map(({ id, tables }) => [id, Object.keys(tables)]))
};

export const load = async () => {
	const holdings = await loadHoldings();
	return {
		...workbenchFiles(),
		holdings,
		ask: firstAsk(holdings),
		tables: await writableTables(),
		questions: listQuestions(),
		release: model.asOf,
		sourceMap,
		sources: model.sources.map(({ id, title, publisher, licence, url, code }) => ({
			...{ id, title, publisher, licence },
			...(url && { url }),
			...(code && { code })
		}))
	};
};
