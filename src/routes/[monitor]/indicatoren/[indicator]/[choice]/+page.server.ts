import { choicesOf, indicatorsOf, loadIndicatorPage } from '#lib/server/indicator-page.ts';
import { model } from '#lib/server/model.ts';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () => {
	const all: { monitor: string; indicator: string; choice: string }[] = [];
	for (const { monitor } of model.monitors)
		for (const indicator of await indicatorsOf(monitor.municipality))
			for (const { path } of await choicesOf(indicator, monitor.municipality))
				if (path) all.push({ monitor: monitor.slug, indicator: indicator.id, choice: path });
	return all;
};

export const load = ({ params }) => loadIndicatorPage(params.monitor, params.indicator, params.choice);
