import { areaCode } from '#lib/schema/area.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { Missing, ObservationStatus } from '#lib/schema/observation.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { areaOf, wantedAreas } from './areas.ts';
import { withGemeenten } from './provinces.ts';
import { keep, namedGroups, type Dimension, type Kept } from './categories.ts';
import { findTopic, type Topic } from './names.ts';
import { FetchProblem } from './problem.ts';
import { saidStatus } from './said.ts';

type Part = 'value' | 'lower' | 'upper';

/** What a number of the table is: the figure itself of an indicator, or a bound of its margin. */
export interface Role {
	indicator: string;
	part: Part;
	/** Status of the figure, where the feed says it. */
	status?: ObservationStatus | undefined;
	/** Why it is missing, where the table does not say it. */
	missing?: Missing | undefined;
}

/** What a table says of itself. */
export interface Table {
	/** Address that problems with the table are told at. */
	file: string;
	/** Whether keys of measures end in a number that shifts. */
	shifting: boolean;
	topics: Topic[];
	dimensions: Dimension[];
	/** Year of all figures, where the table has no periods. */
	year?: number | undefined;
}

/** What a feed takes from a table. */
export interface Layout {
	table: Table;
	/** Name of the column with areas, and its keys as in the table. */
	area: { id: string; keys: string[] };
	/** Name of the column with periods; of each key its year, its name as a group, and whether it is final. */
	period?: { id: string; keys: Map<string, { year: string; label: string; isFinal: boolean }> };
	margin?: { id: string; keys: string[] };
	/** The other columns with dimensions. */
	others: Kept[];
	/** Measures as in the table. */
	topics: string[];
	/** What a number is, by the key of its measure and of its margin. */
	roles: Map<string, Role[]>;
	/** Year of all figures, where the table has no periods. */
	year?: string;
	remarks: string[];
	/** Number of rows with one measure, if nothing is missing: areas, periods, margins and groups. */
	places: number;
}

export const roleKey = (topic: string, margin = ''): string => `${topic}|${margin}`;

/** Keys of the table to ask for in one column, where not all of them are wanted. */
export const selections = (layout: Layout): { id: string; keys: string[] }[] => {
	const { period, margin, others } = layout;
	const named = [
		...(period ? [{ id: period.id, keys: new Set(period.keys.keys()) }] : []),
		...(margin ? [{ id: margin.id, keys: new Set(margin.keys) }] : []),
		...others.filter(({ isAll }) => !isAll).map(({ id, labels }) => ({ id, keys: new Set(labels.keys()) }))
	];
	return named.map(({ id, keys }) => ({ id, keys: verbatim(layout.table, id, keys) }));
};

const verbatim = ({ dimensions }: Table, id: string, keys: Set<string>): string[] =>
	dimensions
		.find((each) => each.id === id)!
		.categories.map(({ key }) => key)
		.filter((key) => keys.has(key.trim()));

const list = (items: readonly (string | number)[], most = 8): string =>
	items.slice(0, most).join(', ') + (items.length > most ? `, … (${items.length} in totaal)` : '');

function areasOf(feed: Feed, dimension: Dimension, remarks: string[], file: string): string[] {
	const areas = withGemeenten(feed, dimension, file);
	const isWanted = wantedAreas({ ...feed, areas });
	const keys = dimension.categories.map(({ key }) => key).filter((key) => isWanted(areaOf(key)));
	const unreadable = keys.find((key) => !areaCode.safeParse(areaOf(key)).success);
	if (unreadable !== undefined)
		throw FetchProblem.of(
			file,
			`in kolom "${dimension.id}" een gebiedscode als GM1783, WK178301 of BU17830101`,
			unreadable
		);
	const found = new Set(keys.map(areaOf));
	const missing = areas.filter((code) => !found.has(code));
	if (keys.length === 0)
		throw FetchProblem.of(file, `minstens één gebied dat in kolom "${dimension.id}" staat`, list(areas));
	if (missing.length > 0) remarks.push(`Deze gebieden staan niet in de tabel: ${list(missing)}.`);
	return keys;
}

function periodsOf(feed: Feed, { id, categories }: Dimension, file: string): NonNullable<Layout['period']> {
	const named = namedGroups(feed, id);
	const keys = new Map(
		categories.flatMap(({ key, status }) => {
			const [, year, kind] = /^(\d{4})(\w{4})$/.exec(key.trim()) ?? [];
			const label = named ? named[key.trim()] : kind === 'JJ00' ? '' : undefined;
			if (year === undefined || label === undefined) return [];
			if (feed.periods && !feed.periods.includes(Number(year))) return [];
			const isFinal = status === undefined || status === '' || status === 'Definitief';
			return [[key.trim(), { year, label: label === 'totaal' ? '' : label, isFinal }] as const];
		})
	);
	if (keys.size === 0)
		throw FetchProblem.of(
			file,
			`${feed.periods ? `een van de jaren ${list(feed.periods)}` : 'minstens één heel jaar'} in kolom "${id}"`,
			list(categories.map(({ key }) => key.trim()))
		);
	return { id, keys };
}

/** The category of margins that is the figure itself. */
function valueMargin({ categories }: Dimension): string | undefined {
	const found = categories.find(({ key, title }) => key.trim() === 'MW00000' || title === 'Waarde');
	return found?.key.trim();
}

function rolesOf(
	feed: Feed,
	{ topics, shifting, file }: Table,
	margin: Dimension | undefined
): { roles: Map<string, Role[]>; keys: Set<string>; margins: Set<string>; problems: Problem[] } {
	const roles = new Map<string, Role[]>();
	const keys = new Set<string>();
	const margins = new Set<string>();
	const problems: Problem[] = [];
	const value = margin && valueMargin(margin);
	const add = (topic: string, of: string | undefined, role: Role) => {
		const key = roleKey(topic, of);
		roles.set(key, [...(roles.get(key) ?? []), role]);
		keys.add(topic);
		if (of !== undefined) margins.add(of);
	};
	for (const measure of feed.measures) {
		const { name, indicator, lower, upper } = measure;
		const { topic, problem } = findTopic(name, topics, shifting, file);
		if (problem) problems.push(problem);
		if (!topic) continue;
		const said = { status: saidStatus(feed, measure), missing: measure.missing ?? feed.missing };
		add(topic.key, value, { indicator, part: 'value', ...said });
		for (const [part, bound] of [['lower', lower] as const, ['upper', upper] as const]) {
			if (bound === undefined) continue;
			const ofMargin = margin?.categories.find(({ key, title }) => [key.trim(), title].includes(bound));
			const column = ofMargin ? { topic } : findTopic(bound, topics, shifting, file);
			if (column.topic) add(column.topic.key, ofMargin ? ofMargin.key.trim() : value, { indicator, part });
			else if (column.problem) problems.push(column.problem);
		}
	}
	return { roles, keys, margins, problems };
}

/**
 * Holds a feed against a table: which columns, keys and measures it takes.
 * @throws a `FetchProblem` with everything that the table does not have
 */
export function layOut(feed: Feed, table: Table): Layout {
	const { dimensions, file } = table;
	const remarks: string[] = [];
	const problems: Problem[] = [];
	const [area, ...moreAreas] = dimensions.filter(({ kind }) => kind === 'area');
	if (!area || moreAreas.length > 0)
		throw FetchProblem.of(file, 'een tabel met één kolom met gebieden', list(dimensions.map(({ id }) => id)));
	const margin = dimensions.find((each) => each.kind === 'margin' && valueMargin(each) !== undefined);
	const periods = dimensions.find(({ kind }) => kind === 'period');
	for (const id of Object.keys(feed.breakdowns ?? {}))
		if (!dimensions.some((each) => each.id === id))
			problems.push({
				file,
				line: 0,
				column: 0,
				value: id,
				expected: `een indeling van deze tabel: ${list(dimensions.map((each) => each.id))}`
			});
	const others = dimensions
		.filter((each) => each !== area && each !== margin && each !== periods)
		.map((each) => {
			const { kept, remark, problems: own } = keep(each, feed.breakdowns?.[each.id], file);
			if (remark) remarks.push(remark);
			problems.push(...own);
			return kept;
		});
	const { roles, keys: topics, margins, problems: unknown } = rolesOf(feed, table, margin);
	problems.push(...unknown);
	if (problems.length > 0) throw new FetchProblem(problems);
	const keys = areasOf(feed, area, remarks, file);
	const period = periods && periodsOf(feed, periods, file);
	const [only, ...moreYears] = feed.periods ?? [];
	const year = table.year ?? (moreYears.length === 0 ? only : undefined);
	if (!period && year === undefined)
		throw FetchProblem.of(file, 'een jaar bij de feed (periods): deze tabel heeft geen perioden');
	const isSaid = [...roles.values()]
		.flat()
		.every(({ part, status }) => part !== 'value' || status !== undefined);
	if (!period && !isSaid)
		remarks.push('De tabel zegt niet of cijfers voorlopig zijn. Zij staan als definitief.');
	return {
		table,
		area: { id: area.id, keys },
		...(period && { period }),
		...(margin && { margin: { id: margin.id, keys: [...margins] } }),
		others,
		topics: [...topics],
		roles,
		...(!period && { year: String(year) }),
		remarks,
		places:
			keys.length *
			(period?.keys.size ?? 1) *
			Math.max(1, margins.size) *
			others.reduce((size, { labels }) => size * labels.size, 1)
	};
}
