import { findCycle, rank } from '#lib/domain/tree.ts';
import type { Figure } from '#lib/schema/figure.ts';
import type { Goal } from '#lib/schema/goal.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { checkExceptions } from './disclosure-rules.ts';
import { duplicates, namesOf, type Known, type NameList } from './known.ts';
import type { LoadedMonitor } from './load.ts';
import { checkTarget, checkTracker } from './tracker-rules.ts';

export type Path = readonly PropertyKey[];
export type Report = (
	file:
		| 'monitor'
		| 'goals'
		| 'links'
		| 'areas'
		| 'tables'
		| 'services'
		| 'milestones'
		| 'agreements'
		| 'voices'
		| 'profiles'
		| 'glossary'
		| 'events'
		| 'notes'
		| 'steering'
		| 'reports'
		| 'disclosure-exceptions',
	path: Path,
	expected: string,
	value?: unknown,
	/** Other paths where it can be mended as well, with what stands there. */
	also?: readonly { path: Path; value: unknown }[]
) => void;

/** What is named in a monitor, and which figures are shown by what was walked through. */
export interface Names {
	goals: NameList;
	themes: NameList;
	figures: NameList;
	shown: Set<string>;
}

function reporter({ files }: LoadedMonitor, problems: Problem[]): Report {
	return (file, path, expected, value, also) => {
		const read = files[file];
		if (!read) return;
		const problem = read.problemAt(path, expected, value);
		const places = also?.map((each) => read.problemAt(each.path, expected, each.value));
		problems.push(places ? { ...problem, also: places } : problem);
	};
}

/** Every document that is named must be a source. */
function checkPlaces(
	value: unknown,
	file: Parameters<Report>[0],
	path: Path,
	known: Known,
	report: Report
): void {
	if (value === null || typeof value !== 'object') return;
	if ('document' in value && 'place' in value && !known.sources.has(String(value.document)))
		report(file, [...path, 'document'], 'een bron die in sources.yaml staat', value.document);
	for (const [key, child] of Object.entries(value))
		checkPlaces(child, file, [...path, Array.isArray(value) ? Number(key) : key], known, report);
}

function checkFigures(
	ids: readonly string[],
	file: Parameters<Report>[0],
	path: Path,
	names: Names,
	report: Report
): void {
	for (const [i, id] of ids.entries()) {
		names.shown.add(id);
		if (!names.figures.has(id)) report(file, [...path, i], 'een id uit figures.csv', id);
	}
}

function checkGoalNames(
	ids: readonly string[],
	file: Parameters<Report>[0],
	path: Path,
	names: Names,
	report: Report
): void {
	for (const [i, id] of ids.entries())
		if (!names.goals.has(id)) report(file, [...path, i], 'een id uit goals.yaml', id);
}

function checkGoal(
	goal: Goal,
	i: number,
	figures: ReadonlyMap<string, Figure>,
	known: Known,
	names: Names,
	report: Report
): void {
	for (const [j, theme] of goal.themes.entries())
		if (!names.themes.has(theme)) report('goals', [i, 'themes', j], 'een thema uit monitor.yaml', theme);
	for (const [j, { indicator, breakdown }] of goal.indicators.entries()) {
		const found = known.indicators?.get(indicator);
		if (!known.indicators) continue;
		if (!found)
			report('goals', [i, 'indicators', j, 'indicator'], 'een indicator uit indicators.yaml', indicator);
		else if (breakdown && !found.breakdowns.includes(breakdown))
			report(
				'goals',
				[i, 'indicators', j, 'breakdown'],
				`een groep van deze indicator: ${found.breakdowns.join(', ')}`,
				breakdown
			);
	}
	checkFigures(goal.figures, 'goals', [i, 'figures'], names, report);
	if (goal.money)
		for (const part of ['budget', 'actual', 'share'] as const)
			if (goal.money[part]) checkFigures([goal.money[part]], 'goals', [i, 'money', part], names, report);
	for (const [j, target] of goal.targets.entries()) {
		const path = ['targets', j];
		checkFigures(target.baseline?.figures ?? [], 'goals', [i, ...path, 'baseline', 'figures'], names, report);
		checkFigures(target.measured ?? [], 'goals', [i, ...path, 'measured'], names, report);
		checkTarget(goal, target, [i, ...path], figures, known, report);
	}
}

function checkTree({ files, figures }: LoadedMonitor, known: Known, names: Names, report: Report): void {
	const goals = files.goals?.value ?? [];
	const levelOf = new Map(goals.map(({ id, level }) => [id, level]));
	duplicates(
		goals.map(({ id }, i) => ({ id, i })),
		({ id }) => id,
		({ i }, id) => report('goals', [i, 'id'], 'elk doel één keer', id)
	);
	const figuresById = new Map(figures.rows.map(({ row }) => [row.id, row]));
	for (const [i, goal] of goals.entries()) checkGoal(goal, i, figuresById, known, names, report);
	const links = files.links?.value ?? [];
	duplicates(
		links.map(({ from, to }, i) => ({ key: `${from} → ${to}`, i })),
		({ key }) => key,
		({ i }, key) => report('links', [i], 'elke verbinding één keer', key)
	);
	for (const [i, { from, to }] of links.entries()) {
		const [lower, upper] = [levelOf.get(from), levelOf.get(to)];
		if (!names.goals.has(from)) report('links', [i, 'from'], 'een id uit goals.yaml', from);
		if (!names.goals.has(to)) report('links', [i, 'to'], 'een id uit goals.yaml', to);
		if (lower && upper && rank(lower) < rank(upper))
			report(
				'links',
				[i, 'to'],
				`een doel op hetzelfde niveau als "${from}" (${lower}) of hoger`,
				`${to} (${upper})`
			);
	}
	const cycle = findCycle(links);
	if (cycle) {
		const [first, ...others] = cycle.slice(0, -1).map((value, i) => {
			const index = links.findIndex(({ from, to }) => from === value && to === cycle[i + 1]);
			return { path: [index, 'from'], value };
		});
		report('links', first!.path, `verbindingen zonder kring (${cycle.join(' → ')})`, first!.value, others);
	}
	for (const [i, { level, empty }] of (files.monitor?.value?.levels ?? []).entries()) {
		if (!files.goals?.value) continue;
		const isEmpty = !goals.some((goal) => goal.level === level);
		if (isEmpty !== (empty !== undefined))
			report(
				'monitor',
				['levels', i],
				isEmpty ? 'een reden (empty) voor een niveau zonder doelen' : 'geen empty bij een niveau met doelen',
				level
			);
	}
}

function checkOwnAreas({ files }: LoadedMonitor, known: Known, report: Report): void {
	const own = files.areas?.value;
	if (!own) return;
	duplicates(
		own.areas.map(({ code }, i) => ({ code, i })),
		({ code }) => code,
		({ i }, code) => report('areas', ['areas', i, 'code'], 'elk gebied één keer', code)
	);
	const members = own.areas.flatMap(({ members, boundaries }, i) =>
		members.map((code, j) => ({ code, i, j, boundaries }))
	);
	duplicates(
		members,
		({ code }) => code,
		({ i, j }, code) => report('areas', ['areas', i, 'members', j], 'elk deel in één gebied', code)
	);
	for (const { code, i, j, boundaries } of members)
		if (!known.areas.has(`${code}/${boundaries}`))
			report(
				'areas',
				['areas', i, 'members', j],
				`een gebied dat bestaat op de grenzen van ${boundaries}`,
				code
			);
}

function checkTables({ files }: LoadedMonitor, names: Names, report: Report): void {
	for (const [i, table] of (files.tables?.value ?? []).entries()) {
		const rows = table.rows.map((row, j) => ({ row, path: ['rows', j] as Path }));
		if (table.total) rows.push({ row: table.total, path: ['total'] });
		for (const { row, path } of rows) {
			if (row.cells.length !== table.columns.length - 1)
				report(
					'tables',
					[i, ...path, 'cells'],
					`${table.columns.length - 1} cellen, zoveel als er kolommen zijn na de eerste`,
					row.cells.length
				);
			for (const [k, cell] of row.cells.entries())
				if (typeof cell === 'object')
					checkFigures([cell.figure], 'tables', [i, ...path, 'cells', k], names, report);
		}
	}
}

function checkRegisters({ files }: LoadedMonitor, names: Names, report: Report): void {
	for (const [i, group] of (files.services?.value?.groups ?? []).entries())
		for (const [j, service] of group.services.entries()) {
			const path = ['groups', i, 'services', j];
			checkFigures(service.figures, 'services', [...path, 'figures'], names, report);
			checkGoalNames(service.goals, 'services', [...path, 'goals'], names, report);
		}
	for (const [i, { amounts, goals }] of (files.agreements?.value ?? []).entries()) {
		checkFigures(amounts, 'agreements', [i, 'amounts'], names, report);
		checkGoalNames(goals, 'agreements', [i, 'goals'], names, report);
	}
	for (const [i, { goals }] of (files.milestones?.value ?? []).entries())
		checkGoalNames(goals, 'milestones', [i, 'goals'], names, report);
	for (const [i, { goals }] of (files.profiles?.value ?? []).entries())
		checkGoalNames(goals, 'profiles', [i, 'goals'], names, report);
	for (const [i, study] of (files.voices?.value?.studies ?? []).entries()) {
		if (study.people.figure)
			checkFigures([study.people.figure], 'voices', ['studies', i, 'people'], names, report);
		for (const [j, { goals }] of study.findings.entries())
			checkGoalNames(goals, 'voices', ['studies', i, 'findings', j, 'goals'], names, report);
	}
	const agreements = files.agreements?.value;
	for (const [i, { agreement }] of (files.monitor?.value?.statements ?? []).entries())
		if (agreement && agreements && !agreements.some(({ id }) => id === agreement))
			report('monitor', ['statements', i, 'agreement'], 'een id uit agreements.yaml', agreement);
	for (const [i, { figures }] of (files.monitor?.value?.contradictions ?? []).entries())
		checkFigures(figures, 'monitor', ['contradictions', i, 'figures'], names, report);
}

/** Rules between the files of one monitor, and between them and what is shared. */
export function checkMonitor(loaded: LoadedMonitor, known: Known, problems: Problem[]): void {
	const { files, figures, slug, folder } = loaded;
	const report = reporter(loaded, problems);
	const file = `${folder}/figures.csv`;
	const wasRead = !problems.some(
		(problem) => problem.file.startsWith(`${folder}/`) && problem.file.endsWith('.yaml')
	);
	const hasFigures = figures.rows.length > 0 || !problems.some((problem) => problem.file === file);
	const figureIds = [
		...figures.rows.map(({ row }) => row.id),
		...figures.refused.flatMap(({ id }) => id ?? [])
	];
	const names: Names = {
		goals: namesOf(files.goals?.value?.map(({ id }) => id)),
		themes: namesOf(files.monitor?.value?.themes.map(({ id }) => id)),
		figures: namesOf(hasFigures ? figureIds : undefined),
		shown: new Set()
	};
	const monitor = files.monitor?.value;
	if (monitor && monitor.slug !== slug)
		report('monitor', ['slug'], `de naam van de map (${slug})`, monitor.slug);
	if (monitor && !known.codes.has(monitor.municipality))
		report('monitor', ['municipality'], 'een gemeente uit data/areas', monitor.municipality);
	for (const [i, document] of (monitor?.documents ?? []).entries())
		if (!known.sources.has(document))
			report('monitor', ['documents', i], 'een bron die in sources.yaml staat', document);
	for (const [name, file] of Object.entries(files))
		if (file?.value !== undefined) checkPlaces(file.value, name as Parameters<Report>[0], [], known, report);
	checkTree(loaded, known, names, report);
	checkOwnAreas(loaded, known, report);
	checkTables(loaded, names, report);
	checkRegisters(loaded, names, report);
	checkTracker(loaded, known, names, report);
	checkExceptions(loaded, known, names, report, problems);
	duplicates(
		figures.rows,
		({ row }) => row.id,
		({ line }, value) => problems.push({ file, line, column: 1, value, expected: 'elk cijfer één keer' })
	);
	for (const { line, row } of figures.rows) {
		if (!known.sources.has(row.document))
			problems.push({
				file,
				line,
				column: 2,
				value: row.document,
				expected: 'een bron die in sources.yaml staat'
			});
		if (wasRead && !names.shown.has(row.id))
			problems.push({
				file,
				line,
				column: 1,
				value: row.id,
				expected: 'dat dit cijfer ergens getoond wordt: in een tabel, bij een doel of bij een afspraak'
			});
	}
}
