import { coverage, measured } from '#lib/db/queries/index.ts';
import { areaLevels } from '#lib/domain/area-code.ts';
import { groupLabel } from '#lib/domain/groups.ts';
import { subjectCode } from '#lib/domain/swing/subject.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import type { Breakdown } from '#lib/schema/observation.ts';
import { areasOf, below } from './areas.ts';
import { run } from './database.ts';
import { choicesOf, indicatorsOf } from './indicator-page.ts';
import { model } from './model.ts';

/** The levels of which a gemeente has a figure of an indicator and a group, the country included. */
async function levelsOf({ id }: Indicator, breakdown: Breakdown, municipality: string) {
	const isOwn = (row: { indicator: string; breakdown: Breakdown }) =>
		row.indicator === id && row.breakdown === breakdown;
	const within = (await run(coverage, municipality)).filter((row) => isOwn(row) && row.figures > 0);
	const hasCountry = (await run(measured, 'NL01')).some((row) => isOwn(row) && row.value !== null);
	return areaLevels.filter((level) =>
		level === 'land' ? hasCountry : within.some((row) => row.level === level)
	);
}

/** The code of each group of an indicator that has a page, and the codes that the monitor's own portal has for them. */
async function subjectsOf(indicator: Indicator, { monitor, swing }: MonitorData) {
	const choices = await choicesOf(indicator, monitor.municipality);
	const usual = indicator.breakdowns[0]!;
	const subjects = choices
		.filter(({ wijk, boundaries }) => !wijk && !boundaries)
		.map(async ({ path, breakdown }) => {
			const foreign = swing
				.filter((each) => each.indicator === indicator.id && (each.breakdown ?? usual) === breakdown)
				.map(({ code }) => code.toLowerCase());
			const levels = await levelsOf(indicator, breakdown, monitor.municipality);
			return [subjectCode(indicator.id, breakdown), ...foreign].map((code) => ({
				code,
				indicator: indicator.id,
				title: indicator.title,
				group: groupLabel(breakdown, indicator.breakdowns),
				choice: path,
				levels
			}));
		});
	return (await Promise.all(subjects)).flat();
}

/** All monitors with the codes that lead to their pages. */
export const portals = () =>
	Promise.all(
		model.monitors.map(async (data) => {
			const { slug, name, municipality } = data.monitor;
			const areas = await areasOf(municipality);
			const subjects = [];
			for (const indicator of await indicatorsOf(municipality))
				subjects.push(...(await subjectsOf(indicator, data)));
			return {
				slug,
				name,
				municipality,
				wijken: below(areas, municipality, 'wijk').map(({ code }) => code),
				buurten: [...new Set(areas.filter(({ level }) => level === 'buurt').map(({ code }) => code))],
				own: Object.fromEntries(
					(data.areas?.areas ?? []).map(({ code, members }) => [
						code.toLowerCase().replaceAll('-', '_'),
						members
					])
				),
				subjects: subjects.toSorted((a, b) => (a.code < b.code ? -1 : 1))
			};
		})
	);
