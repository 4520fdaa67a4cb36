import { smallFigures } from '#lib/domain/disclosure/rule.ts';
import type { Figure } from '#lib/schema/figure.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { duplicates, type Known } from './known.ts';
import type { Loaded, LoadedMonitor } from './load.ts';
import type { Names, Report } from './monitor-rules.ts';

/** Words that say that a figure counts people or their cases. */
const people =
	/inwoner|cli[eë]nt|person|jongere|kind|scholier|volwassene|oudere|plusser|huishouden|gezin|casus|indicatie|melding/i;

/** The indicators that count parts and wholes are there, and are counts. */
export function checkDisclosure({ indicators }: Loaded, known: Known, problems: Problem[]): void {
	for (const [i, { id, unit, denominator, disclosure }] of (indicators?.value?.indicators ?? []).entries()) {
		const report = (path: PropertyKey[], expected: string, value?: unknown) =>
			problems.push(indicators!.problemAt(['indicators', i, ...path], expected, value));
		const { numerator, parts = [] } = disclosure ?? {};
		const named = [
			{ path: ['denominator'], value: denominator },
			{ path: ['disclosure', 'numerator'], value: numerator },
			...parts.map((value, j) => ({ path: ['disclosure', 'parts', j], value }))
		];
		for (const { path, value } of named)
			if (value !== undefined && (value === id || known.indicators?.get(value)?.unit !== 'aantal'))
				report(path, 'een andere indicator uit deze lijst, met de eenheid aantal', value);
		const isShare = unit === 'procent' || unit === 'per-1000';
		if (!isShare && (numerator ?? denominator) !== undefined)
			report(['unit'], 'procent of per-1000, omdat er een numerator of denominator bij staat', unit);
		if (numerator !== undefined && denominator === undefined)
			report(
				['disclosure', 'numerator'],
				'ook een denominator: het aantal waar dit een deel van is',
				numerator
			);
		if (parts.length > 0 && unit !== 'aantal')
			report(['disclosure', 'parts'], 'parts alleen bij een aantal', unit);
	}
}

/** Own tables can be protected: shares have a whole, counts no margin, and one figure has one value. */
export function checkOwnTables({ observations }: Loaded, known: Known, problems: Problem[]): void {
	const values = new Map<string, number | null>();
	for (const { file, table, rows } of observations) {
		if (!known.own.has(table)) continue;
		for (const { line, row } of rows) {
			const indicator = known.indicators?.get(row.indicator);
			const isShare = indicator?.unit === 'procent' || indicator?.unit === 'per-1000';
			const at = (column: number, value: unknown, expected: string) =>
				problems.push({ file, line, column, value, expected });
			if (isShare && indicator.denominator === undefined)
				at(1, row.indicator, 'een indicator met denominator, want dit is een eigen tabel');
			for (const [i, name] of (['lower', 'upper', 'n'] as const).entries())
				if (indicator?.unit === 'aantal' && row[name] !== null)
					at(6 + i, row[name], `niets bij "${name}": een eigen telling heeft geen marge`);
			const key = [row.indicator, row.area, row.period, row.breakdown, known.boundaries.get(table)].join(
				', '
			);
			const first = values.get(key);
			if (first !== undefined && first !== row.value)
				at(5, row.value, `dezelfde waarde als in een andere eigen tabel (${first ?? 'leeg'})`);
			if (first === undefined) values.set(key, row.value);
		}
	}
}

function checkSmallFigures(
	{ files, figures, folder }: LoadedMonitor,
	small: ReadonlySet<Figure>,
	problems: Problem[]
): void {
	const declared = new Set(files['disclosure-exceptions']?.value?.map(({ figure }) => figure));
	for (const { line, row } of figures.rows) {
		const at = (column: number, value: string, expected: string) =>
			problems.push({ file: `${folder}/figures.csv`, line, column, value, expected });
		if (small.has(row) && !declared.has(row.id))
			at(
				8,
				row.value,
				'een klein aantal mensen of gevallen alleen met een reden in disclosure-exceptions.yaml van deze monitor'
			);
		const [couldBe] = smallFigures([{ ...row, unit: 'personen' }]);
		if (row.unit === 'aantal' && couldBe && people.test(`${row.subject} ${row.breakdown}`))
			at(9, row.unit, 'personen of gevallen als dit mensen telt; anders een onderwerp dat geen mensen noemt');
	}
}

/** Every small count of people in a document is declared, and every declaration is about one. */
export function checkExceptions(
	loaded: LoadedMonitor,
	known: Known,
	{ figures: ids }: Names,
	report: Report,
	problems: Problem[]
): void {
	const { files, figures } = loaded;
	const small = new Set(smallFigures(figures.rows.map(({ row }) => row)));
	const byId = new Map(figures.rows.map(({ row }) => [row.id, row]));
	const file = 'disclosure-exceptions';
	if (files[file] && !files[file].value) return;
	const exceptions = files[file]?.value ?? [];
	duplicates(
		exceptions.map((each, i) => ({ i, key: each.figure ?? Object.values(each.cell ?? {}).join(', ') })),
		({ key }) => key,
		({ i }, key) => report(file, [i], 'elke uitzondering één keer', key)
	);
	for (const [i, { source, figure, cell }] of exceptions.entries()) {
		const row = figure === undefined ? undefined : byId.get(figure);
		if (figure !== undefined && (row ? !small.has(row) : !ids.has(figure)))
			report(file, [i, 'figure'], 'een klein aantal personen of gevallen uit figures.csv', figure);
		if (row && row.document !== source)
			report(file, [i, 'source'], `de bron van dit cijfer: ${row.document}`, source);
		if (cell && !known.own.has(source))
			report(file, [i, 'source'], 'een eigen tabel (own: true in sources.yaml)', source);
		if (cell && known.indicators && !known.indicators.has(cell.indicator))
			report(file, [i, 'cell', 'indicator'], 'een indicator uit indicators.yaml', cell.indicator);
		if (cell && !known.codes.has(cell.area))
			report(file, [i, 'cell', 'area'], 'een gebied uit data/areas', cell.area);
	}
	checkSmallFigures(loaded, small, problems);
}
