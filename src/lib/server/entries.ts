import { choicesOf, indicatorsOf } from './indicator-page.ts';
import { model } from './model.ts';

/** The addresses of all monitors, for the pages that each of them has once. */
export const monitorEntries = () => model.monitors.map(({ monitor }) => ({ monitor: monitor.slug }));

/** The addresses of all indicators of which a monitor has figures. */
export async function indicatorEntries(): Promise<{ monitor: string; indicator: string }[]> {
	const all = await Promise.all(
		model.monitors.map(async ({ monitor: { slug, municipality } }) =>
			(await indicatorsOf(municipality)).map(({ id }) => ({ monitor: slug, indicator: id }))
		)
	);
	return all.flat();
}

/** The addresses of all choices of an indicator that have a page of their own. */
export async function choiceEntries(): Promise<{ monitor: string; indicator: string; choice: string }[]> {
	const all: { monitor: string; indicator: string; choice: string }[] = [];
	for (const { monitor } of model.monitors)
		for (const indicator of await indicatorsOf(monitor.municipality))
			for (const { path } of await choicesOf(indicator, monitor.municipality))
				if (path) all.push({ monitor: monitor.slug, indicator: indicator.id, choice: path });
	return all;
}
