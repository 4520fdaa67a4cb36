import { levelOf } from '#lib/domain/area-code.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { MappedMeasure, Mapping } from '#lib/schema/mapping.ts';
import type { Missing, ObservationStatus } from '#lib/schema/observation.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import { namedGroups } from './categories.ts';
import { findColumns, namedColumns, namesOf, type Naming } from './columns.ts';
import { firstTimes } from './first-time.ts';
import { problemList } from './problem-list.ts';
import { FetchProblem } from './problem.ts';
import { areaReader } from './read-area.ts';
import { figureExpectation, readFigure, type FigureRules } from './read-figure.ts';
import { periodExpectation, periodReader } from './read-period.ts';
import { saidStatus } from './said.ts';
import type { Cell, Places, TableSink } from './table.ts';

/** A table that is being mapped. */
export interface MappedTable extends TableSink {
	/** All rows, and what was left out in words for the receipt; throws a `FetchProblem` with all that is wrong. */
	finish(): { rows: TidyRow[]; remarks: string[] };
}

/** How a table is read, apart from what its mapping says. */
export interface Reading {
	/** How names of columns are compared; `numbered` where it is left out. */
	naming?: Naming;
	/** Whether an empty cell is no figure at all. */
	skipEmpty?: boolean;
	/** Whether the columns may be spread over more files, of which each comes with a head. */
	spread?: boolean;
}

/** A line that is being read. */
interface Line {
	cells: readonly (Cell | undefined)[];
	line: number;
	places: Places;
}

/** How the figures of one measure are written, and what status they have. */
interface Rules extends FigureRules {
	status: ObservationStatus;
}

function measureRules(mapping: Mapping, feed: Feed, { name, indicator, missing }: MappedMeasure): Rules {
	const asked = feed.measures.find((each) => each.name === name && each.indicator === indicator);
	return {
		decimal: mapping.decimal,
		missing: { ...mapping.missing, ...missing },
		status: saidStatus(feed, asked) ?? mapping.status
	};
}

const textOf = (cell: Cell): string => String(cell).trim();

const told = (counts: ReadonlyMap<string, number>): string =>
	[...counts]
		.slice(0, 5)
		.map(([name, count]) => `"${name}" (${count})`)
		.join(', ') + (counts.size > 5 ? ' en meer' : '');

const count = (counts: Map<string, number>, name: string): void => {
	counts.set(name, (counts.get(name) ?? 0) + 1);
};

/**
 * Makes tidy rows of a table by its mapping. Only the areas and years of the feed are kept; of those nothing may be
 * wrong: an unknown text where a figure belongs, a figure that is given twice, or a name that is not there.
 * @param file path or address of the table, for what is said of it as a whole
 * @param progress is told how many lines were read
 */
export function mapTable(
	mapping: Mapping,
	feed: Feed,
	file: string,
	progress: (lines: number) => void,
	{ naming = 'numbered', skipEmpty = false, spread = false }: Reading = {}
): MappedTable {
	const { area: areas, breakdown, period, long } = mapping;
	const groups =
		breakdown && 'column' in breakdown
			? new Map(Object.entries(namedGroups(feed, breakdown.column) ?? breakdown.groups))
			: undefined;
	const filters = Object.entries(mapping.where).map(([name, texts]) => ({ name, texts: new Set(texts) }));
	const years = feed.periods && new Set(feed.periods.map(String));
	const byName = new Map<string, MappedMeasure[]>();
	for (const each of mapping.measures) byName.set(each.name, [...(byName.get(each.name) ?? []), each]);
	const rulesOf = new Map(mapping.measures.map((each) => [each, measureRules(mapping, feed, each)]));
	const isBelow = (code: string) => /^(WK|BU)/.test(code) && (feed.levels ?? []).includes(levelOf(code));
	const readArea = areaReader(areas, feed);
	const readPeriod = periodReader();
	const givenBefore = firstTimes();
	const problems = problemList();
	const columns = new Map<string, number>();
	const wanted = namedColumns(mapping);
	const foundNames = new Set<string>();
	/** Columns that only some of the files need to have. */
	const ofFigures = new Set(spread ? mapping.measures.flatMap((each) => namesOf(each)) : []);
	/** Columns that are not asked for, where files together have to hold what is: a wrong name hides figures. */
	const unread = new Map<string, number>();
	const rows: TidyRow[] = [];
	const seen = {
		areas: new Set<string>(),
		/** Gemeenten of which wijken or buurten were seen. */
		above: new Set<string>(),
		years: new Set<string>(),
		groups: new Set<string>(),
		names: new Set<string>()
	};
	const passedLevels = new Map<string, number>();
	const passedGroups = new Map<string, number>();
	let lines = 0;
	/** Whether every line could be read: else what is not there may stand on another one. */
	let isWhole = true;

	const cell = ({ cells }: Line, name: string): Cell => cells[columns.get(name)!] ?? '';
	const placeOf = ({ places, line }: Line, name: string) => places.at(line, columns.get(name)! + 1);

	function groupOf(line: Line): string | undefined {
		if (!breakdown || 'group' in breakdown) return breakdown?.group;
		const category = textOf(cell(line, breakdown.column));
		seen.groups.add(category);
		const group = groups!.get(category);
		if (group === undefined) count(passedGroups, category);
		return group;
	}

	/** The area of a line, where the feed asks for it. */
	function areaOf(line: Line): string | undefined {
		const written = textOf(cell(line, areas.column));
		const level = areas.levelColumn === undefined ? '' : textOf(cell(line, areas.levelColumn));
		const found = readArea(written, level);
		if (found === 'passed') return undefined;
		if (found === 'other-level') count(passedLevels, level);
		else if ('expected' in found) problems.add(placeOf(line, areas.column), found.expected, written);
		else return found.code;
		return undefined;
	}

	function periodOf(line: Line): string | undefined {
		if (!period) return undefined;
		if ('year' in period) return String(period.year);
		const written = cell(line, period.column);
		const found = readPeriod(written, period.form);
		if (found === undefined)
			problems.add(placeOf(line, period.column), periodExpectation(period.form), written);
		return found;
	}

	function figureOf(line: Line, name: string, rules: Rules, factor?: number): number | Missing | undefined {
		const written = cell(line, name);
		const found = readFigure(written, rules, factor);
		if (found === undefined) problems.add(placeOf(line, name), figureExpectation(rules), written);
		return found;
	}

	/** A bound of the margin, or the number of people: only beside a figure that is there. */
	function besideOf(line: Line, name: string | undefined, rules: Rules, factor?: number): number | null {
		const found = name === undefined ? undefined : figureOf(line, name, rules, factor);
		return typeof found === 'number' ? found : null;
	}

	function add(
		line: Line,
		measure: MappedMeasure,
		area: string,
		shared: string | undefined,
		group: string | undefined
	) {
		const year = measure.period === undefined ? shared : String(measure.period);
		if (year !== undefined && years && !years.has(year)) return;
		const { indicator, factor } = measure;
		const rules = rulesOf.get(measure)!;
		const name = long ? long.value : measure.name;
		if (!columns.has(name) || (skipEmpty && textOf(cell(line, name)) === '')) return;
		const found = figureOf(line, name, rules, factor);
		const own = measure.breakdown ?? group;
		if (year === undefined || own === undefined || found === undefined) return;
		seen.years.add(year);
		const isThere = typeof found === 'number';
		const row: TidyRow = {
			indicator,
			area,
			period: year,
			breakdown: own,
			value: isThere ? found : null,
			lower: isThere ? besideOf(line, measure.lower, rules, factor) : null,
			upper: isThere ? besideOf(line, measure.upper, rules, factor) : null,
			n: isThere ? besideOf(line, measure.n, rules) : null,
			status: isThere ? rules.status : found
		};
		const before = givenBefore(row, line.line);
		if (before === undefined) rows.push(row);
		else
			problems.add(
				placeOf(line, name),
				`elk cijfer één keer; dit staat ook op ${line.places.tell(before, columns.get(name)! + 1)}`,
				`${indicator}, ${area}, ${year}, ${own}`
			);
	}

	return {
		wrong({ expected, value, ...place }) {
			isWhole = false;
			problems.add(place, expected, value);
		},
		head(names, line, places) {
			columns.clear();
			for (const name of wanted) {
				const own = findColumns(names, name, naming);
				if (own.length === 1) {
					columns.set(name, own[0]!);
					foundNames.add(name);
				} else if (own.length > 1)
					problems.add(places.at(line, own[1]! + 1), `maar één kolom met de naam "${name}"`, names[own[1]!]);
				else if (!ofFigures.has(name)) problems.add(places.at(line, 1), `een kolom met de naam "${name}"`);
			}
			problems.refuse();
			const read = new Set(columns.values());
			if (spread)
				for (const [i, name] of names.entries()) if (!read.has(i) && textOf(name) !== '') count(unread, name);
		},
		row(cells, number, places) {
			if (++lines % 5000 === 0) progress(lines);
			const line = { cells, line: number, places };
			if ([...columns.values()].every((i) => textOf(cells[i] ?? '') === '')) return;
			if (!filters.every(({ name, texts }) => texts.has(textOf(cell(line, name))))) return;
			const group = groupOf(line);
			if (groups && group === undefined) return;
			const name = long && textOf(cell(line, long.column));
			if (name !== undefined) seen.names.add(name);
			const measures = name === undefined ? mapping.measures : (byName.get(name) ?? []);
			const area = measures.length > 0 ? areaOf(line) : undefined;
			if (area === undefined) return;
			seen.areas.add(area);
			if (isBelow(area)) seen.above.add(`GM${area.slice(2, 6)}`);
			const year = periodOf(line);
			for (const measure of measures) add(line, measure, area, year, group);
		},
		finish() {
			progress(lines);
			if (foundNames.size === 0) throw FetchProblem.of(file, 'een rij met de namen van de kolommen');
			if (!isWhole) problems.refuse();
			const absent = (names: Iterable<string>, there: ReadonlySet<string>, say: (name: string) => string) => {
				for (const name of names) if (!there.has(name)) problems.add({ file, line: 0, column: 0 }, say(name));
			};
			absent(ofFigures, foundNames, (name) => `een kolom met de naam "${name}"`);
			absent(
				feed.areas,
				new Set([...seen.areas, ...seen.above]),
				(code) => `cijfers over het gebied ${code}; dat staat er niet in`
			);
			absent(years ?? [], seen.years, (year) => `cijfers over het jaar ${year}; dat staat er niet in`);
			absent(
				groups?.keys() ?? [],
				seen.groups,
				(name) => `rijen met de groep "${name}"; die staan er niet in`
			);
			if (long)
				absent(byName.keys(), seen.names, (name) => `rijen met de indicator "${name}"; die staan er niet in`);
			problems.refuse();
			const without = feed.areas.filter((code) => seen.above.has(code) && !seen.areas.has(code));
			const remarks =
				without.length > 0 ? [`Zonder cijfer voor de hele gemeente: ${without.join(', ')}.`] : [];
			if (unread.size > 0)
				remarks.push(`Kolommen die niet zijn gelezen, met het aantal bestanden: ${told(unread)}.`);
			if (passedLevels.size > 0) remarks.push(`Overgeslagen niveaus: ${told(passedLevels)}.`);
			if (passedGroups.size > 0) remarks.push(`Overgeslagen groepen: ${told(passedGroups)}.`);
			return { rows, remarks };
		}
	};
}
