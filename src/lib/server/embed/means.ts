import { error } from '@sveltejs/kit';
import { loadMeansPage } from '../means-page.ts';
import { citedFrame } from '../citation/framed.ts';
import { model } from '../model.ts';
import { sourcesNamed } from './sources.ts';

/** The addresses of all charts about money that have figures. */
export async function meansChartEntries(): Promise<{ monitor: string; chart: string }[]> {
	const all = await Promise.all(
		model.monitors.map(async ({ monitor: { slug } }) =>
			Object.keys((await loadMeansPage(slug)).charts).map((chart) => ({ monitor: slug, chart }))
		)
	);
	return all.flat();
}

/** One chart about money, with what it is drawn from. */
export async function loadMeansChart(slug: string, chart: string) {
	const { charts, spending, domains } = await loadMeansPage(slug);
	const title = charts[chart] ?? error(404, `Er is geen grafiek "${chart}" over geld.`);
	const domain = domains.find(({ id }) => chart === `domein-${id}`);
	const tables = domain?.outcomes.flatMap(({ points }) => points.map(({ table }) => table)) ?? [];
	return {
		chart,
		title,
		spending,
		domain,
		sources: sourcesNamed(['iv3', ...tables]),
		cited: await citedFrame(slug, { part: tables.length > 0 ? '' : '#stukken-en-bedragen' })
	};
}
