import { latestOf, toFigure } from '#lib/domain/profile.ts';
import { boundaryChanges, byLabel, newestOf } from '#lib/domain/boundaries.ts';
import { areasOf } from './areas.ts';
import { findMonitor, model } from './model.ts';
import { readingsOf, tableSources } from './readings.ts';
import { mapOf } from './shapes.ts';

/** The areas of a monitor: its wijken with their buurten, its own areas, and what changed between boundaries. */
export async function loadAreaList(slug: string) {
	const { monitor, areas: own } = findMonitor(slug);
	const areas = await areasOf(monitor.municipality);
	const all = newestOf(areas);
	const labelOf = new Map(all.map(({ code, label }) => [code, label]));
	const readings = (await readingsOf(monitor.municipality)).filter(
		({ indicator }) => indicator === 'inwoners'
	);
	const placed = (code: string) => ({ code, label: labelOf.get(code) ?? code });
	const years = [...new Set(areas.map(({ boundaries }) => boundaries))].toSorted((a, b) => a - b);
	const newest = years.at(-1);
	const changes = boundaryChanges(areas);
	const named = ({ code, name, parent }: (typeof areas)[number]) => ({
		code,
		name,
		parent: parent === null ? '' : (labelOf.get(parent) ?? '')
	});
	const wijken = all
		.filter(({ level }) => level === 'wijk')
		.map(({ code, label, labelDerived }) => {
			const residents = latestOf(readings.filter(({ area }) => area === code));
			return {
				code,
				label,
				labelDerived,
				/** Number of buurten on the newest boundaries. */
				current: all.filter((each) => each.parent === code && each.boundaries === newest).length,
				residents: residents && { ...toFigure(residents, readings), table: residents.table },
				buurten: all
					.filter(({ parent, level }) => parent === code && level === 'buurt')
					.toSorted(byLabel)
					.map(({ code: buurt, label: name, years }) => ({ code: buurt, label: name, years }))
			};
		});
	const documentOf = (id: string) => model.sources.find((source) => source.id === id)!.title;
	return {
		wijken,
		years,
		map: mapOf(monitor.municipality),
		/** What the map is called where it stands by itself. */
		mapTitle: `De wijken van ${monitor.name}`,
		own: own && {
			level: own.level,
			note: own.note,
			source: { title: documentOf(own.source.document), place: own.source.place },
			areas: own.areas.map(({ code, name, members, origin, why }) => ({
				code,
				name,
				origin,
				why,
				members: members.map(placed)
			})),
			outside: own.outside.map(({ code, origin, why }) => ({ ...placed(code), origin, why }))
		},
		changes: changes && {
			from: changes.from,
			to: changes.to,
			gone: changes.gone.map(named),
			added: changes.added.map(named),
			renamed: changes.renamed.map(({ before, after }) => ({ before: named(before), after: named(after) })),
			recoded: changes.recoded.map(({ before, after }) => ({ before: named(before), after: named(after) }))
		},
		/** The tables with figures per area, with the boundaries that each of them stands on. */
		tables: tableSources(new Set((await readingsOf(monitor.municipality)).map(({ table }) => table))),
		residentsSource: tableSources(new Set(wijken.flatMap(({ residents }) => residents?.table ?? [])))
	};
}

export type AreaListData = Awaited<ReturnType<typeof loadAreaList>>;
