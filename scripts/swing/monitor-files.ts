import { ascending, group } from 'd3';
import { toCsv } from '#lib/domain/csv.ts';
import type { Dataset, MonitorData, TableObservation } from '#lib/schema/model.ts';
import { areaLines, compositionLines, isPartOf, placeOf } from './areas.ts';
import { besideCsv, besideFigures } from './beside.ts';
import { feedsYaml } from './feeds.ts';
import { flatFiles, toFlat } from './flat.ts';
import { correctionNotes, monitorNotes } from './notes.ts';
import { ownSums } from './own-sums.ts';
import { sourceLines, subjectLines } from './subjects.ts';

type Cells = Record<string, string | number | null>;

/** Rows as a CSV with a head that is always there, in a fixed order. */
const csvOf = <Row extends Cells>(columns: readonly (keyof Row & string)[], rows: readonly Row[]): string =>
	toCsv(columns, rows);

const periodLines = (rows: readonly { period: string }[]) =>
	[...new Set(rows.map(({ period }) => period))].toSorted(ascending).map((period) => ({
		period,
		naam: period,
		soort: 'jaar',
		begin: `${period}-01-01`,
		eind: `${period}-12-31`
	}));

/** The tables of a monitor: published figures of its own areas and of the country, with the organisation's own areas. */
function tablesOf({ model, observations }: Dataset, data: MonitorData) {
	const isOurs = isPartOf(data.monitor.municipality);
	const ours = group(
		observations.filter(({ area }) => isOurs(area)),
		({ table }) => table
	);
	return [...ours]
		.toSorted(([a], [b]) => ascending(a, b))
		.map(([table, figures]: [string, TableObservation[]]) => {
			const source = model.sources.find(({ id }) => id === table)!;
			const boundaries = source.boundaries!;
			const division = figures.map((row) => toFlat(row, placeOf(row.area, boundaries)));
			const rows = [...division, ...ownSums(figures, boundaries, model.indicators, data)];
			return { table, source, boundaries, division, rows, areas: figures.map(({ area }) => area) };
		});
}

/**
 * All files for Swing of one monitor, by name. They hold what the data of the site hold after small numbers were hidden,
 * and the sums of own areas that follow from it.
 * @param dataset as it may be published
 */
export function monitorUpload(dataset: Dataset, data: MonitorData): Map<string, string> {
	const { model } = dataset;
	const { slug, municipality } = data.monitor;
	const tables = tablesOf(dataset, data);
	const years = new Set([
		...tables.map(({ boundaries }) => boundaries),
		...(data.areas?.areas ?? []).map(({ boundaries }) => boundaries)
	]);
	const areas = areaLines(model.areas, data, years);
	const known = new Set(areas.map(({ gebied, grenzen }) => `${gebied} ${grenzen}`));
	const files = new Map<string, string>();
	const uploads = tables.map(({ table, boundaries, division, rows, areas: codes }) => {
		const names = flatFiles(rows).map(({ geolevel, part, parts, text }) => {
			const name = `cijfers-${table}-${geolevel}${parts > 1 ? `-${part}` : ''}.csv`;
			files.set(name, text);
			return { geolevel, name };
		});
		const beside = `aanvulling-${table}.csv`;
		files.set(
			beside,
			besideCsv([
				...besideFigures(rows),
				...correctionNotes(model, table, boundaries, isPartOf(municipality)),
				...monitorNotes(data, rows, boundaries, known, model.asOf)
			])
		);
		return {
			...{ table, boundaries, municipality, areas: codes, beside },
			rows: division,
			files: names.filter(({ geolevel }) => !geolevel.startsWith('eigen_')).map(({ name }) => name)
		};
	});
	const subjects = subjectLines(tables, model.indicators, slug);
	const sources = sourceLines(tables);
	files.set('onderwerpen.csv', csvOf(Object.keys(subjects[0] ?? {}) as never[], subjects));
	files.set('bronnen.csv', csvOf(Object.keys(sources[0] ?? {}) as never[], sources));
	files.set(
		'perioden.csv',
		csvOf(['period', 'naam', 'soort', 'begin', 'eind'], periodLines(tables.flatMap(({ rows }) => rows)))
	);
	files.set(
		'gebieden.csv',
		toCsv(['geolevel', 'geoitem', 'naam', 'boven_geolevel', 'boven_geoitem', 'gebied', 'grenzen'], areas)
	);
	if (data.areas)
		files.set(
			'samenstelling.csv',
			toCsv(
				['geolevel', 'geoitem', 'deel_geolevel', 'deel_geoitem', 'herkomst', 'waarom'],
				compositionLines(data)
			)
		);
	files.set('feeds.yaml', feedsYaml(uploads));
	return files;
}
