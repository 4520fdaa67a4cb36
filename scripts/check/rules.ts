import { applyCorrections } from '#lib/domain/corrections.ts';
import type { Border } from '#lib/schema/border.ts';
import type { Dataset, MonitorData } from '#lib/schema/model.ts';
import { sortProblems, type Problem } from '#scripts/read/problem.ts';
import { readMarkdown } from '#scripts/read/markdown.ts';
import { checkBorders } from './borders.ts';
import { checkDisclosure, checkOwnTables } from './disclosure-rules.ts';
import { checkMeasure, duplicates, namesOf, type Known } from './known.ts';
import { checkCorrections } from './corrections.ts';
import { checkFeeds } from './feeds.ts';
import type { Loaded } from './load.ts';
import { checkConversions } from './conversions.ts';
import { checkHouseStyle, houseStyle } from './house-style.ts';
import { fileColours, noTheme } from './theme/file-colours.ts';
import { checkMonitor } from './monitor-rules.ts';
import { checkForeignCodes } from './foreign-codes.ts';
import { checkTerms } from './terms.ts';
import { checkReceipts, shownReceipts } from './receipts.ts';
import { checkQuestions, shownQuestions } from './questions.ts';
import { checkReleases, publishedReleases } from './releases.ts';
import { checkTaken } from './taken.ts';
import { unfit } from './units.ts';

function collect(loaded: Loaded): Known {
	const sources = loaded.sources?.value;
	const wasRead = loaded.areas.length > 0 && loaded.areas.every(({ rows }) => rows.length > 0);
	const named = ({ rows, refused }: Loaded['areas'][number]) => [...rows.map(({ row }) => row), ...refused];
	const rows = wasRead ? loaded.areas.flatMap(named) : undefined;
	const indicators = loaded.indicators?.value?.indicators;
	return {
		sources: namesOf(sources?.map(({ id }) => id)),
		boundaries: new Map(
			(sources ?? []).flatMap(({ id, boundaries }) =>
				boundaries === undefined ? [] : [[id, boundaries] as const]
			)
		),
		own: new Set((sources ?? []).flatMap(({ id, own }) => (own ? [id] : []))),
		indicators: indicators && new Map(indicators.map((each) => [each.id, each])),
		areas: namesOf(rows?.map(({ code, boundaries }) => `${code}/${boundaries}`)),
		domains: namesOf(loaded.domains ? loaded.domains.value?.map(({ id }) => id) : []),
		codes: namesOf(rows?.map(({ code }) => code ?? '')),
		monitors: new Set([
			...loaded.slugs,
			...loaded.releases.flatMap(({ release }) => release?.value?.monitors.map(({ slug }) => slug) ?? [])
		])
	};
}

function checkAreas({ areas }: Loaded, known: Known, problems: Problem[]): void {
	for (const { file, rows } of areas) {
		duplicates(
			rows,
			({ row }) => `${row.code} (${row.boundaries})`,
			({ line }, value) =>
				problems.push({
					file,
					line,
					column: 1,
					value,
					expected: 'elk gebied één keer per jaar van de grenzen'
				})
		);
		for (const { line, row } of rows)
			if (row.parent !== '' && !known.areas.has(`${row.parent}/${row.boundaries}`))
				problems.push({
					file,
					line,
					column: 4,
					value: row.parent,
					expected: `een gebied op de grenzen van ${row.boundaries}`
				});
	}
}

function checkIndicators({ indicators, sources }: Loaded, known: Known, problems: Problem[]): void {
	if (!indicators?.value) return;
	const hasSources = sources?.value !== undefined;
	const { problemAt, value } = indicators;
	const themes = new Set(value.themes.map(({ id }) => id));
	duplicates(
		value.indicators.map((each, i) => ({ ...each, i })),
		({ id }) => id,
		({ i }, id) => problems.push(problemAt(['indicators', i, 'id'], 'elke indicator één keer', id))
	);
	for (const [i, { theme, tables, gaps }] of value.indicators.entries()) {
		for (const [j, { monitor }] of gaps.entries())
			if (monitor !== undefined && !known.monitors.has(monitor))
				problems.push(
					problemAt(
						['indicators', i, 'gaps', j, 'monitor'],
						'een monitor uit data/monitors of uit een uitgave',
						monitor
					)
				);
		if (!themes.has(theme))
			problems.push(
				problemAt(['indicators', i, 'theme'], `een thema uit deze lijst: ${[...themes].join(', ')}`, theme)
			);
		for (const table of Object.keys(tables))
			if (hasSources && !known.boundaries.has(table))
				problems.push(
					problemAt(
						['indicators', i, 'tables', table],
						'een bron in sources.yaml met het jaar van de grenzen (boundaries)',
						table
					)
				);
	}
}

function checkObservations({ observations, sources }: Loaded, known: Known, problems: Problem[]): void {
	if (!known.indicators || !sources?.value) return;
	for (const { file, table, rows } of observations) {
		const boundaries = known.boundaries.get(table);
		if (boundaries === undefined) {
			problems.push({
				file,
				line: 0,
				column: 0,
				value: table,
				expected: 'een bron met dit id in sources.yaml, met het jaar van de grenzen (boundaries)'
			});
			continue;
		}
		duplicates(
			rows,
			({ row }) => [row.indicator, row.area, row.period, row.breakdown].join(', '),
			({ line }, value) =>
				problems.push({ file, line, column: 1, value, expected: 'elke waarneming één keer' })
		);
		for (const { line, row } of rows) {
			const indicator = known.indicators.get(row.indicator);
			if (!indicator?.tables[table]) {
				problems.push({
					file,
					line,
					column: 1,
					value: row.indicator,
					expected: `een indicator die in indicators.yaml de tabel ${table} heeft`
				});
				continue;
			}
			if (!known.areas.has(`${row.area}/${boundaries}`))
				problems.push({
					file,
					line,
					column: 2,
					value: row.area,
					expected: `een gebied dat bestaat op de grenzen van ${boundaries}`
				});
			if (!indicator.breakdowns.includes(row.breakdown))
				problems.push({
					file,
					line,
					column: 4,
					value: row.breakdown,
					expected: `een groep van deze indicator: ${indicator.breakdowns.join(', ')}`
				});
			const wrong = unfit(indicator.unit, row.value);
			if (wrong) problems.push({ file, line, column: 5, value: row.value, expected: wrong });
		}
	}
}

function checkExpenditure({ expenditure }: Loaded, known: Known, problems: Problem[]): void {
	const { file, rows } = expenditure;
	duplicates(
		rows,
		({ row }) => [row.municipality, row.year, row.report, row.taakveld, row.title].join(', '),
		({ line }, value) =>
			problems.push({
				file,
				line,
				column: 1,
				value,
				expected: 'elk taakveld één keer per gemeente, jaar en verslag'
			})
	);
	for (const { line, row } of rows)
		if (!known.codes.has(row.municipality))
			problems.push({
				file,
				line,
				column: 1,
				value: row.municipality,
				expected: 'een gemeente uit data/areas'
			});
}

/** The figures beside spending are there, in a group that they have. */
function checkDomains({ domains }: Loaded, known: Known, problems: Problem[]): void {
	if (!domains?.value) return;
	duplicates(
		domains.value.map(({ id }, i) => ({ id, i })),
		({ id }) => id,
		({ i }, id) => problems.push(domains.problemAt([i, 'id'], 'elk domein één keer', id))
	);
	for (const [i, { indicators }] of domains.value.entries())
		for (const [j, named] of indicators.entries())
			checkMeasure(named, known, (field, expected, value) =>
				problems.push(domains.problemAt([i, 'indicators', j, field], expected, value))
			);
}

/**
 * A start that is said to be a measurement of the indicator must be equal to it. Where a file of figures was not read
 * whole, nothing can be said of it.
 */
function checkStarts({ monitors, observations }: Loaded, known: Known, problems: Problem[]): void {
	const isWhole = observations.every(({ rows, refused }) => rows.length > 0 && refused.length === 0);
	if (!isWhole) return;
	for (const { files, figures } of monitors)
		for (const [i, goal] of (files.goals?.value ?? []).entries())
			for (const [j, { indicator, breakdown, baseline }] of goal.targets.entries()) {
				const figure = figures.rows.find(({ row }) => row.id === baseline?.figures[0])?.row;
				const area = files.monitor?.value?.municipality;
				if (!figure || !indicator || !area || baseline?.series !== 'indicator') continue;
				const group = breakdown ?? known.indicators?.get(indicator)?.breakdowns[0];
				const measured = observations.flatMap(({ rows }) =>
					rows.flatMap(({ row }) =>
						row.indicator === indicator &&
						row.area === area &&
						row.period === baseline.date.slice(0, 4) &&
						row.breakdown === group
							? [row.value]
							: []
					)
				);
				if (!measured.includes(Number(figure.value)))
					problems.push(
						files.goals!.problemAt(
							[i, 'targets', j, 'baseline', 'figures', 0],
							`een cijfer dat gelijk is aan de meting van ${baseline.date} (${measured.join(', ') || 'die is er niet'})`,
							`${figure.id} (${figure.value})`
						)
					);
			}
}

/** The wijken of the newest map. */
function newestBorders({ borders }: Loaded): Border[] {
	const features = borders.at(-1)?.file?.value?.features ?? [];
	return features.filter(({ properties }) => properties.level === 'wijk');
}

function toDataset(loaded: Loaded): Dataset {
	const corrections = loaded.corrections?.value ?? [];
	return {
		model: {
			site: loaded.site!.value!,
			colours: fileColours(noTheme),
			sources: loaded.sources?.value ?? [],
			themes: loaded.indicators?.value?.themes ?? [],
			indicators: loaded.indicators?.value?.indicators ?? [],
			areas: loaded.areas.flatMap((file) => file.rows.map(({ row }) => row)),
			conversions: loaded.conversions.flatMap(({ rows, from, to }) =>
				rows.map(({ row }) => ({ ...row, fromBoundaries: from, toBoundaries: to }))
			),
			borders: newestBorders(loaded),
			asOf: loaded.asOf,
			corrections,
			receipts: shownReceipts(loaded),
			glossary: loaded.glossary?.value ?? [],
			events: loaded.events?.value ?? [],
			domains: loaded.domains?.value ?? [],
			questions: shownQuestions(loaded),
			monitors: loaded.monitors.flatMap((monitor): MonitorData[] => {
				const { files, figures } = monitor;
				return files.monitor?.value === undefined
					? []
					: [
							{
								monitor: files.monitor.value,
								...houseStyle(monitor),
								goals: files.goals?.value ?? [],
								links: files.links?.value ?? [],
								areas: files.areas?.value,
								figures: figures.rows.map(({ row }) => row),
								tables: files.tables?.value ?? [],
								services: files.services?.value,
								milestones: files.milestones?.value ?? [],
								agreements: files.agreements?.value ?? [],
								voices: files.voices?.value,
								profiles: files.profiles?.value ?? [],
								glossary: files.glossary?.value ?? [],
								events: files.events?.value ?? [],
								notes: (files.notes?.value ?? []).map((note) => ({
									...note,
									blocks: readMarkdown(note.text).blocks
								})),
								steering: files.steering?.value,
								reports: files.reports?.value ?? [],
								exceptions: files['disclosure-exceptions']?.value ?? [],
								swing: files.swing?.value ?? []
							}
						];
			}),
			releases: publishedReleases(loaded)
		},
		observations: applyCorrections(
			loaded.observations.flatMap(({ table, rows }) => rows.map(({ row }) => ({ ...row, table }))),
			corrections
		),
		expenditure: loaded.expenditure.rows.map(({ row }) => row)
	};
}

/**
 * Holds what the files say of each other against each other.
 * @returns the checked data, or all problems at once, those of reading included.
 */
export function check(loaded: Loaded): { dataset?: Dataset; problems: Problem[] } {
	const known = collect(loaded);
	const problems = [...loaded.problems];
	const { sources } = loaded;
	if (sources?.value)
		duplicates(
			sources.value.map(({ id }, i) => ({ id, i })),
			({ id }) => id,
			({ i }, id) => problems.push(sources.problemAt([i, 'id'], 'elke bron één keer', id))
		);
	checkAreas(loaded, known, problems);
	checkBorders(loaded, known, problems);
	checkConversions(loaded, known, problems);
	checkIndicators(loaded, known, problems);
	checkObservations(loaded, known, problems);
	checkDisclosure(loaded, known, problems);
	checkOwnTables(loaded, known, problems);
	checkExpenditure(loaded, known, problems);
	checkDomains(loaded, known, problems);
	checkFeeds(loaded, known, problems);
	checkCorrections(loaded, known, problems);
	checkReceipts(loaded, known, problems);
	checkQuestions(loaded, known, problems);
	checkTaken(loaded, problems);
	for (const monitor of loaded.monitors) {
		checkMonitor(monitor, known, problems);
		checkHouseStyle(monitor, problems);
		checkForeignCodes(monitor.files.swing, known, problems);
		checkTerms(loaded.glossary?.value ?? [], monitor.files.glossary, problems);
	}
	checkStarts(loaded, known, problems);
	checkReleases(loaded, problems);
	return problems.length > 0
		? { problems: sortProblems(problems) }
		: { dataset: toDataset(loaded), problems };
}
