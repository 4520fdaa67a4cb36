import { error } from '@sveltejs/kit';
import { newestOf } from '#lib/domain/boundaries.ts';
import { groupLabel } from '#lib/domain/groups.ts';
import { isSmall, sumMembers } from '#lib/domain/population.ts';
import { isRate, profileLines } from '#lib/domain/profile.ts';
import { weightedRate } from '#lib/domain/weighted.ts';
import { areasOf } from './areas.ts';
import { findMonitor, model } from './model.ts';
import { readingsOf, tableSources } from './readings.ts';
import { mapOf } from './shapes.ts';

/**
 * The profile of an area of the organisation itself: what it is made of, its counts added up, and the rates of its
 * members beside each other. Rates are those that a goal of the monitor is measured with, in the group of that goal.
 */
export async function loadOwnAreaPage(slug: string, code: string) {
	const { monitor, areas: ownAreas, goals } = findMonitor(slug);
	const own =
		ownAreas?.areas.find((each) => each.code === code) ?? error(404, `Er is geen gebied "${code}".`);
	const all = newestOf(await areasOf(monitor.municipality));
	const memberAreas = own.members.map((member) => all.find((each) => each.code === member)!);
	const gemeente = { code: monitor.municipality, label: monitor.name };
	const columns = [...own.members, gemeente.code];
	const readings = (await readingsOf(monitor.municipality)).filter(({ area }) => columns.includes(area));
	const used = new Set<string>();

	const counts = model.indicators
		.filter(({ unit }) => unit === 'aantal')
		.flatMap(({ id, title }) => {
			const ofIndicator = readings.filter(({ indicator }) => indicator === id);
			const sum = sumMembers(own.members, ofIndicator);
			if (!sum) return [];
			used.add(sum.table);
			return [{ id, title, ...sum }];
		});

	const measured = new Set(goals.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator)));
	const rates = model.indicators
		.filter(({ id, unit }) => isRate(unit) && measured.has(id))
		.flatMap((indicator) => {
			const { id, title, unit, breakdowns } = indicator;
			const [line] = own.members.flatMap((member) =>
				profileLines({ id, unit, breakdowns: breakdowns.slice(0, 1) }, member, [], readings).slice(0, 1)
			);
			if (!line) return [];
			used.add(line.table);
			const of = (area: string) =>
				profileLines({ id, unit, breakdowns: breakdowns.slice(0, 1) }, line.own.area, [area], readings)[0]!
					.wholes[0]!;
			return [
				{
					id,
					title,
					unit,
					breakdown: line.breakdown,
					group: groupLabel(line.breakdown, breakdowns),
					period: line.own.period,
					whole:
						own.members.length > 1
							? weightedRate(
									{
										members: own.members.map(of),
										period: line.own.period,
										breakdown: line.breakdown,
										denominator: indicator.denominator
									},
									readings
								)
							: undefined,
					cells: columns.map(of)
				}
			];
		});

	const small = memberAreas.flatMap(({ code: member, label }) => {
		const [line] = profileLines(
			{ id: 'inwoners', unit: 'aantal', breakdowns: ['totaal'] },
			member,
			[],
			readings
		);
		return line && isSmall(line.own) ? [{ label, residents: line.own }] : [];
	});

	const map = mapOf(monitor.municipality);
	return {
		kind: 'own' as const,
		area: {
			code,
			label: own.name,
			level: ownAreas!.level,
			boundaries: own.boundaries,
			origin: own.origin,
			why: own.why,
			note: ownAreas!.note,
			source: own.source && {
				title: model.sources.find(({ id }) => id === own.source!.document)!.title,
				place: own.source.place
			}
		},
		gemeente,
		members: memberAreas.map(({ code: member, label, labelDerived, level }) => ({
			code: member,
			label,
			labelDerived,
			level
		})),
		/** Members of which figures may jump. */
		small,
		counts,
		rates,
		map: memberAreas.some(({ level }) => level === 'wijk') ? map : undefined,
		sources: tableSources(used)
	};
}

export type OwnAreaPageData = Awaited<ReturnType<typeof loadOwnAreaPage>>;
