import { firstAsk } from '#lib/domain/ask/fit.ts';
import { loadHoldings } from '#lib/server/askable.ts';
import { workbenchFiles } from '#lib/server/downloads.ts';
import { model } from '#lib/server/model.ts';
import { listQuestions } from '#lib/server/questions.ts';
import { sourceMap } from '#lib/server/source-map.ts';
import { writableTables } from '#lib/server/words.ts';

export const csr = true;

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
