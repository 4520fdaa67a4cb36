import { error } from '@sveltejs/kit';
import { placeSparkline } from '#lib/charts/sparkline.ts';
import type { ProfileRow } from '#lib/db/queries/index.ts';
import { byLabel, newestOf } from '#lib/domain/boundaries.ts';
import { populationOf } from '#lib/domain/population.ts';
import { largestDifferences, profileLines, standsOut, type ProfileLine } from '#lib/domain/profile.ts';
import type { Indicator } from '#lib/schema/indicator.ts';
import { groupLabel, groupNames } from '#lib/domain/groups.ts';
import { areasOf, below } from './areas.ts';
import { correctionsOf } from './corrections.ts';
import { indicatorsOf } from './indicator-page.ts';
import { findMonitor, model } from './model.ts';
import { readingsOf, tableSources } from './readings.ts';
import { mapOf } from './shapes.ts';

const byCode = (a: { code: string }, b: { code: string }): number => a.code.localeCompare(b.code);

/** One line of a profile as its table shows it. */
function toRow({ id, title, unit, breakdowns }: Indicator, line: ProfileLine) {
	const { breakdown, own, known, wholes, difference, doubled, boundaries, series, table } = line;
	return {
		id,
		title,
		unit,
		breakdown,
		/** Address of the choice of this group, and its name where the indicator has more than one. */
		choice: breakdown === breakdowns[0] ? undefined : groupNames[breakdown].path,
		group: groupLabel(breakdown, breakdowns),
		table,
		/** Year of the boundaries, where another line gives the same from another table. */
		boundaries: doubled ? boundaries : undefined,
		own,
		known,
		wholes,
		difference,
		sparkline: placeSparkline(series, unit)
	};
}

export type ProfileTableRow = ReturnType<typeof toRow>;

/** The tables of a profile by theme, with the indicators of which there is nothing. */
function themesOf(
	area: string,
	wholes: readonly string[],
	readings: readonly ProfileRow[],
	measured: ReadonlySet<string>
) {
	return model.themes.flatMap(({ id, title }) => {
		const indicators = model.indicators.filter(({ theme }) => theme === id);
		const rows = indicators.flatMap((indicator) =>
			profileLines(indicator, area, wholes, readings).map((line) => toRow(indicator, line))
		);
		const shown = new Set(rows.map((row) => row.id));
		const absent = indicators.filter((indicator) => !shown.has(indicator.id));
		return [
			{
				id,
				title,
				rows,
				largest: largestDifferences(rows.filter(({ unit }) => unit === 'procent')),
				absent: absent.map(({ id: own, title: name }) => ({
					id: own,
					title: name,
					/** Where the gemeente has no figures either, the indicator has no page. */
					hasPage: measured.has(own)
				}))
			}
		];
	});
}

/**
 * The profile of a gemeente, a wijk or a buurt.
 * @param code of the division of Statistics Netherlands, on any boundaries there are
 */
export async function loadAreaPage(slug: string, code: string) {
	const { monitor, areas: own } = findMonitor(slug);
	const areas = await areasOf(monitor.municipality);
	const all = newestOf(areas);
	const area = all.find((each) => each.code === code) ?? error(404, `Er is geen gebied "${code}".`);
	const gemeente = { code: monitor.municipality, label: monitor.name };
	const country = { code: 'NL01', label: 'Nederland' };
	const wholes = area.level === 'gemeente' ? [country] : [gemeente, country];
	const shown = [code, ...wholes.map((whole) => whole.code)];
	const every = await readingsOf(monitor.municipality);
	const readings = every.filter((reading) => shown.includes(reading.area));
	/** The same name under another code, on boundaries on which this code does not exist. */
	const twin = all.find(
		({ name, level, code: other, years }) =>
			name === area.name &&
			level === area.level &&
			other !== code &&
			!years.some((year) => area.years.includes(year))
	);
	const parent = all.find((each) => each.code === area.parent);
	const wijken = below(areas, monitor.municipality, 'wijk');
	const outliers =
		area.level === 'wijk'
			? standsOut(
					model.indicators,
					code,
					gemeente.code,
					wijken.map((wijk) => wijk.code),
					every
				)
			: undefined;
	const titled = (each: { indicator: string; line: ProfileLine; difference: number }) => ({
		...toRow(
			model.indicators.find(({ id }) => id === each.indicator)!,
			each.line
		),
		difference: each.difference,
		sparkline: undefined
	});
	const themes = themesOf(
		code,
		wholes.map((whole) => whole.code),
		readings,
		new Set((await indicatorsOf(monitor.municipality)).map(({ id }) => id))
	);
	const population = populationOf(
		(id) => profileLines({ id, unit: 'aantal', breakdowns: ['totaal'] }, code, [gemeente.code], readings)[0]
	);
	return {
		kind: 'division' as const,
		area: {
			code,
			label: area.label,
			labelDerived: area.labelDerived,
			level: area.level,
			years: area.years,
			/** Whether newer boundaries of the gemeente do not have it. */
			former: !area.years.includes(Math.max(...all.flatMap(({ years }) => years))),
			/** Names it had on older boundaries. */
			formerNames: area.names.filter((name) => name !== area.name),
			twin: twin && { code: twin.code, years: twin.years },
			parent: parent && { code: parent.code, label: parent.label, level: parent.level }
		},
		wholes,
		population: population && { ...population, source: tableSources(new Set([population.table]))[0]! },
		themes,
		outliers: outliers && {
			higher: outliers.higher.map(titled),
			lower: outliers.lower.map(titled)
		},
		parts: (area.level === 'buurt'
			? []
			: all.filter((each) => each.parent === code).toSorted(area.level === 'wijk' ? byLabel : byCode)
		).map(({ code: part, label, years }) => ({ code: part, label, years })),
		/** Areas of the organisation itself that this one belongs to. */
		memberOf: (own?.areas ?? [])
			.filter(({ members }) => members.includes(code))
			.map(({ code: id, name, origin }) => ({ code: id, label: name, level: own!.level.singular, origin })),
		map: area.level === 'wijk' ? mapOf(monitor.municipality) : undefined,
		corrections: correctionsOf(({ area: corrected }) => shown.includes(corrected)),
		sources: tableSources(new Set(themes.flatMap(({ rows }) => rows.map(({ table }) => table))))
	};
}

export type AreaPageData = Awaited<ReturnType<typeof loadAreaPage>>;
