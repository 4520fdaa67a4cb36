import { releaseHistory } from '#lib/domain/since/release-figures.ts';
import { statuses } from '#lib/domain/verdict/status.ts';
import type { PublishedRelease, Snapshot } from '#lib/schema/model.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { duplicates } from './known.ts';
import type { Loaded, LoadedRelease } from './load.ts';

const known: ReadonlySet<string> = new Set(statuses);
const knownStatus = `een oordeel dat de site kent: ${statuses.join(', ')}`;

/** Each row of a file must be there once. */
function once<Row>(
	csv: { file: string; rows: readonly { line: number; row: Row }[] } | undefined,
	key: (row: Row) => string[],
	expected: string,
	problems: Problem[]
): void {
	duplicates(
		csv?.rows ?? [],
		({ row }) => key(row).join(', '),
		({ line }, value) => problems.push({ file: csv!.file, line, column: 1, value, expected })
	);
}

function checkRelease(
	{ day, release, values, figures, amounts, reportVerdicts }: LoadedRelease,
	problems: Problem[]
): void {
	once(
		values,
		(row) => [row.table, row.indicator, row.area, row.period, row.breakdown],
		'elk cijfer één keer',
		problems
	);
	once(figures, (row) => [row.monitor, row.id], 'elk cijfer één keer', problems);
	once(
		amounts,
		(row) => [row.municipality, row.year, row.report, row.taakveld, row.title],
		'elk bedrag één keer',
		problems
	);
	once(reportVerdicts, (row) => [row.monitor, row.period, row.goal], 'elk oordeel één keer', problems);
	if (!release?.value) return;
	const { problemAt, value } = release;
	const goals = new Set(value.monitors.flatMap((each) => each.goals.map(({ id }) => `${each.slug} ${id}`)));
	for (const { line, row } of reportVerdicts?.rows ?? []) {
		const { monitor, goal, status } = row;
		const at = (column: keyof typeof row) => ({
			file: reportVerdicts!.file,
			line,
			column: Object.keys(row).indexOf(column) + 1
		});
		if (!goals.has(`${monitor} ${goal}`))
			problems.push({ ...at('goal'), value: goal, expected: `een doel van ${monitor} in release.json` });
		if (!known.has(status)) problems.push({ ...at('status'), value: status, expected: knownStatus });
	}
	if (value.date !== day)
		problems.push(problemAt(['date'], `de dag van de map waar dit bestand in staat: ${day}`, value.date));
	for (const [i, { goals }] of value.monitors.entries())
		for (const [j, { verdict }] of goals.entries())
			if (!known.has(verdict.status))
				problems.push(
					problemAt(['monitors', i, 'goals', j, 'verdict', 'status'], knownStatus, verdict.status)
				);
}

/** What a release says of itself must be right: nobody writes it by hand, but it is kept for years. */
export function checkReleases({ releases }: Loaded, problems: Problem[]): void {
	for (const each of releases) checkRelease(each, problems);
}

/** Releases that are left out, a line each: on the day on which the site stands, they were not there yet. */
export const tellLaterReleases = ({ releases, asOf }: Loaded): string[] =>
	releases
		.filter(({ day }) => day > asOf)
		.map(({ day }) => `De uitgave van ${day} is van na ${asOf} en telt niet mee.`);

/** The releases up to the day on which the site stands, each compared with the one before it. */
export function publishedReleases(loaded: Loaded): PublishedRelease[] {
	const snapshots = loaded.releases
		.filter(({ day }) => day <= loaded.asOf)
		.flatMap(({ release, values }): Snapshot[] =>
			release?.value ? [{ release: release.value, values: values.rows.map(({ row }) => row) }] : []
		);
	const monitors = loaded.monitors.flatMap(({ files }) => files.monitor?.value ?? []);
	const areas = loaded.areas.flatMap(({ rows }) => rows.map(({ row }) => row));
	return releaseHistory(snapshots, monitors, {
		boundaries: new Map(
			(loaded.sources?.value ?? []).flatMap(({ id, boundaries }) =>
				boundaries === undefined ? [] : [[id, boundaries]]
			)
		),
		names: new Map(areas.map(({ code, boundaries, name }) => [`${code}/${boundaries}`, name]))
	});
}
