import { restore } from '#lib/domain/csv.ts';
import type { Feed } from '#lib/schema/feed.ts';
import type { MappedMeasure } from '#lib/schema/mapping.ts';
import { missing, status, type ObservationStatus } from '#lib/schema/observation.ts';
import type { TidyRow } from '#lib/schema/tidy.ts';
import { toAreaCode } from '#lib/domain/area-code.ts';
import { toLevel } from '#lib/domain/swing/place.ts';
import type { Answer } from './adapter.ts';
import { namedRows, type NamedRow } from './named-rows.ts';
import { problemList } from './problem-list.ts';

/** The columns of the table beside an upload; without an area, a row is about every figure of its subject. */
export const besideColumns = [
	'onderwerp',
	'geolevel',
	'geoitem',
	'period',
	'status',
	'waarde',
	'toelichting'
] as const;
type Told = NamedRow<(typeof besideColumns)[number]>;
type Field = 'value' | 'lower' | 'upper' | 'n';

const number = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;
const isMissing = (name: string): boolean => missing.safeParse(name).success;

/** Which measure and which of its columns each code is. */
function columnsOf(
	measures: readonly MappedMeasure[]
): Map<string, { measure: MappedMeasure; field: Field }> {
	const found = new Map<string, { measure: MappedMeasure; field: Field }>();
	for (const measure of measures) {
		const names = { value: measure.name, lower: measure.lower, upper: measure.upper, n: measure.n };
		for (const [field, name] of Object.entries(names))
			if (name !== undefined) found.set(name.toLowerCase(), { measure, field: field as Field });
	}
	return found;
}

const seriesOf = ({ indicator, breakdown }: { indicator: string; breakdown?: string }): string =>
	`${indicator} ${breakdown}`;
const keyOf = (series: string, area: string, period: string): string => `${series} ${area} ${period}`;

/** A note as a remark of the receipt, with what it is about. */
function remarkOf({ onderwerp, geolevel, geoitem, period, toelichting }: Told['cells']): string {
	const about = [onderwerp, [geolevel, geoitem].filter(Boolean).join(' '), period].filter(Boolean);
	return `${about.join(', ') || 'Alle cijfers'}: ${restore(toelichting)}`;
}

/**
 * Gives figures what their cells could not say: whether they are provisional or an estimate, a reason of absence that
 * Swing has no code for, a figure that looks like such a code, and notes.
 * @param rows as they were read from the upload
 * @returns the rows, with the notes as remarks; throws a `FetchProblem` with all that is wrong
 */
export function applyBeside(
	answer: Answer,
	rows: readonly TidyRow[],
	measures: readonly MappedMeasure[],
	feed: Feed
): { rows: TidyRow[]; remarks: string[] } {
	const problems = problemList();
	const columns = columnsOf(measures);
	const byKey = new Map(rows.map((row) => [keyOf(seriesOf(row), row.area, row.period), { ...row }]));
	const told = namedRows(answer, besideColumns);
	const refuse = ({ line }: Told, column: (typeof besideColumns)[number], expected: string, value?: string) =>
		problems.add({ file: answer.address, line, column: besideColumns.indexOf(column) + 1 }, expected, value);

	/** The status that a row gives; a problem where there is none of that name. */
	function statusOf(each: Told): ObservationStatus | undefined {
		if (each.cells.status === '') return undefined;
		const found = status.safeParse(each.cells.status);
		if (!found.success) refuse(each, 'status', `een status: ${status.options.join(', ')}`, each.cells.status);
		return found.data;
	}

	function applyTo(row: TidyRow, field: Field, each: Told): void {
		const { waarde } = each.cells;
		if (waarde !== '') {
			if (number.test(waarde)) row[field] = Number(waarde);
			else refuse(each, 'waarde', 'een getal', waarde);
		}
		const named = statusOf(each);
		if (named === undefined) return;
		if (isMissing(named) === (row.value === null)) row.status = named;
		else
			refuse(
				each,
				'status',
				row.value === null ? 'een reden waarom het cijfer ontbreekt' : 'de status van een cijfer dat er is',
				named
			);
	}

	/** Whether a row is about figures that the feed does not ask for. */
	const isPassed = ({ cells: { onderwerp, geolevel, period } }: Told): boolean => {
		const level = geolevel === '' ? undefined : toLevel(geolevel);
		const isOther =
			geolevel !== '' &&
			(!level ||
				(feed.boundaries !== undefined && (level.boundaries ?? feed.boundaries) !== feed.boundaries));
		const isOtherYear = period !== '' && feed.periods !== undefined && !feed.periods.includes(Number(period));
		return isOther || isOtherYear || (onderwerp !== '' && !columns.has(onderwerp.toLowerCase()));
	};

	const areas = new Set(rows.map(({ area }) => area));
	const ours = told.filter((each) => !isPassed(each));
	const isGeneral = ({ cells: { geoitem, period } }: Told): boolean => geoitem === '' && period === '';
	for (const each of ours.filter(isGeneral)) {
		const named = statusOf(each);
		const { measure } = columns.get(each.cells.onderwerp.toLowerCase()) ?? {};
		if (named === undefined) continue;
		if (isMissing(named)) refuse(each, 'status', 'de status van cijfers die er zijn', named);
		else
			for (const row of byKey.values())
				if (row.value !== null && (!measure || seriesOf(measure) === seriesOf(row))) row.status = named;
	}
	for (const each of ours.filter((other) => !isGeneral(other))) {
		const { onderwerp, geolevel, geoitem, period, status: named, waarde } = each.cells;
		if (named === '' && waarde === '') continue;
		const code = toAreaCode(geoitem, toLevel(geolevel)?.level);
		const column = columns.get(onderwerp.toLowerCase());
		const row = code && column && byKey.get(keyOf(seriesOf(column.measure), code, period));
		if (row) applyTo(row, column.field, each);
		else if (code === undefined || areas.has(code))
			refuse(
				each,
				'geoitem',
				'een cijfer dat in de upload staat',
				[onderwerp, geolevel, geoitem, period].join(', ')
			);
	}
	problems.refuse();
	return {
		rows: [...byKey.values()],
		remarks: ours.filter(({ cells }) => cells.toelichting !== '').map(({ cells }) => remarkOf(cells))
	};
}
