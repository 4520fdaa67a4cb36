import { firstAsk } from '#lib/domain/ask/fit.ts';
import { loadHoldings } from '#lib/server/askable.ts';
import { describeTables } from '#lib/server/tables.ts';

export const load = async () => {
	const holdings = await loadHoldings();
	return { tables: await describeTables(), holdings, ask: firstAsk(holdings) };
};
