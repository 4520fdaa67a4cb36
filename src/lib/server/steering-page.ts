import { error } from '@sveltejs/kit';
import { areaNames } from '#lib/domain/area-names.ts';
import { newestOf } from '#lib/domain/boundaries.ts';
import { groupLabel } from '#lib/domain/groups.ts';
import { figuresOfArea, tellMeasured } from '#lib/domain/steering.ts';
import type { Steering } from '#lib/schema/tracker.ts';
import { areasOf } from './areas.ts';
import { documentTitles, pickFigures } from './documents.ts';
import { pagesOf } from './indicator-page.ts';
import { findIndicator, findMonitor } from './model.ts';
import { domainSpending } from './money.ts';
import { readingsOf } from './readings.ts';
import { verdictsOf } from './verdicts.ts';

type Column = Steering['columns'][number];

const measureOf = ({ indicator: id, breakdown, why }: Column['indicators'][number]) => {
	const { title, unit, breakdowns } = findIndicator(id);
	const own = breakdown ?? breakdowns[0]!;
	const group = groupLabel(own, breakdowns);
	return { id, title, unit, breakdown: own, group, why };
};

/** The organisation's own way of steering: for the whole and for each area what is known of each question. */
export async function loadSteeringPage(slug: string) {
	const data = findMonitor(slug);
	const { monitor, steering, areas: own, goals, tables } = data;
	if (!steering) error(404, `${monitor.name} heeft geen eigen manier van sturen.`);
	const verdicts = await verdictsOf(data);
	const readings = await readingsOf(monitor.municipality);
	const hasPage = await pagesOf(monitor.municipality);
	const division = newestOf(await areasOf(monitor.municipality));
	const labelOf = (code: string) => division.find((area) => area.code === code)?.label ?? code;
	const member = (code: string) => ({ code, label: labelOf(code) });
	const wijken = division.filter(({ level }) => level === 'wijk');
	const areas = own
		? own.areas.map(({ code, name, members }) => ({ code, label: name, members: members.map(member) }))
		: wijken.map(({ code, label }) => ({ code, label, members: [member(code)] }));
	const city = { code: monitor.municipality, label: monitor.name, members: [member(monitor.municipality)] };
	const spending = await domainSpending(
		data,
		steering.columns.flatMap(({ domains }) => domains)
	);
	const columns = steering.columns.map((column) => ({
		...column,
		measures: column.indicators.map((each) => {
			const measure = measureOf(each);
			return { ...measure, figures: (area: typeof city) => figuresOfArea(measure, area, readings) };
		})
	}));
	const rows = [city, ...areas].map((area) => ({
		code: area.code,
		label: area.label,
		isWhole: area === city,
		cells: columns.map((column) => ({
			column: column.id,
			measures: column.measures.map(({ id, title, unit, breakdown, group, figures }) => ({
				id,
				title,
				unit,
				breakdown,
				group,
				figures: figures(area)
			})),
			goals: (area === city ? column.goals : []).map((id) => {
				const { status, rule } = verdicts.get(id)!;
				return { id, title: goals.find((goal) => goal.id === id)!.title, verdict: { status, rule } };
			}),
			spending: area === city ? spending.filter(({ id }) => column.domains.includes(id)) : [],
			figures: area === city ? column.figures : [],
			tables: (area === city ? column.tables : []).flatMap((id) => {
				const table = tables.find((each) => each.id === id);
				return table ? [{ id, page: table.page, title: table.title }] : [];
			})
		}))
	}));
	return {
		title: steering.title,
		told: tellMeasured(
			rows
				.slice(1)
				.map(({ cells }) =>
					cells.map(({ measures }) =>
						measures.some(({ figures }) => figures.some(({ value }) => value !== null))
					)
				),
			own?.level.singular ?? areaNames.wijk.one
		),
		intro: steering.intro,
		source: steering.source,
		columns: columns.map(({ id, title, question, missing, measures }) => ({
			id,
			title,
			question,
			missing,
			measures: measures.map(({ id: indicator, title: name, group, why }) => ({
				id: indicator,
				title: name,
				group,
				hasPage: hasPage(indicator),
				why
			}))
		})),
		rows,
		outside: (own?.outside ?? []).map(({ code }) => member(code)),
		level: own?.level.plural ?? areaNames.wijk.more,
		documents: documentTitles(data),
		figures: pickFigures(
			data,
			columns.flatMap(({ figures }) => figures)
		)
	};
}
export type SteeringRow = Awaited<ReturnType<typeof loadSteeringPage>>['rows'][number];
