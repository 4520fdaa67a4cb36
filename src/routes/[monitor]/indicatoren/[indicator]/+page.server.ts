import { indicatorsOf, loadIndicatorPage } from '#lib/server/indicator-page.ts';
import { model } from '#lib/server/model.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () => {
	const all = await Promise.all(
		model.monitors.map(async ({ monitor: { slug, municipality } }) =>
			(await indicatorsOf(municipality)).map(({ id }) => ({ monitor: slug, indicator: id }))
		)
	);
	return all.flat();
};

export const load = ({ params }) => loadIndicatorPage(params.monitor, params.indicator);
