import { keyOf } from '#lib/domain/disclosure/cells.ts';
import { protect, type Protection } from '#lib/domain/disclosure/protect.ts';
import type { Exposed } from '#lib/domain/disclosure/suppress.ts';
import { formatValue } from '#lib/domain/format.ts';
import type { Dataset } from '#lib/schema/model.ts';
import type { Loaded } from '#scripts/check/load.ts';
import { sortProblems, type Problem } from '#scripts/read/problem.ts';
import { readable } from './readable.ts';
import { loadSolver } from './solver.ts';

/** The data as it may be published, or why nothing may be published. */
export interface Publishable {
	dataset?: Dataset;
	problems: Problem[];
	/** What was hidden, a line each; empty where there are no own counts. */
	told: string[];
}

/** How many figures of own tables were hidden. */
function tell({ cells, missing, primary, secondary }: Protection['counts']): string {
	const share = cells === 0 ? 0 : ((primary + secondary) / cells) * 100;
	return (
		`Kleine aantallen: van de ${cells} eigen cijfers zijn er ${primary} verborgen om de grens, ` +
		`en ${secondary} om die niet terug te kunnen rekenen (samen ${formatValue(share, 'procent')}). ` +
		`Bij ${missing} was er al geen waarde.`
	);
}

/** The problem of a count that cannot be kept secret, at the row that it is in or is left over from. */
function problemOf({ variable, interval, from }: Exposed, { observations }: Loaded): Problem {
	const rows = observations.flatMap(({ file, rows }) => rows.map(({ line, row }) => ({ file, line, row })));
	const { file, line, row } = rows[variable.row ?? 0]!;
	const { low, high } = interval;
	const found = low === high ? `is precies ${low}` : `ligt van ${low} tot en met ${high}`;
	const what = variable.cell === undefined ? 'een klein aantal dat hieruit volgt' : 'dit kleine aantal';
	const by = from.length === 0 ? 'wat de site laat zien' : `wat al openbaar is (${from.join(', ')})`;
	return {
		file,
		line,
		column: 5,
		value: row.value ?? '',
		expected:
			`een cijfer dat geheim kan blijven; ${what} (${keyOf(variable.key)}) is terug te rekenen uit ${by}: ` +
			`het ${found}. Haal het weg, of zet het met een reden in disclosure-exceptions.yaml`
	};
}

/**
 * Hides the small counts of own tables before anything is written for publication. Data without own tables are given
 * back as they are.
 * @param making the day of the release that is being made: an earlier try at it is no release
 */
export async function publishable(loaded: Loaded, dataset: Dataset, making?: string): Promise<Publishable> {
	const { model, observations } = dataset;
	const own = new Set(model.sources.flatMap((source) => (source.own ? [source.id] : [])));
	if (!observations.some(({ table }) => own.has(table))) return { dataset, problems: [], told: [] };
	const releases = loaded.releases
		.filter(({ day }) => day !== making)
		.map(({ day, values }) => ({ day, values: values.rows.map(({ row }) => row) }));
	const protection = protect(
		{
			observations,
			indicators: model.indicators,
			own,
			boundaries: new Map(
				model.sources.flatMap(({ id, boundaries }) => (boundaries === undefined ? [] : [[id, boundaries]]))
			),
			known: readable(dataset, own, releases),
			exceptions: new Set(
				model.monitors.flatMap(({ exceptions }) =>
					exceptions.flatMap(({ cell }) => (cell ? [keyOf(cell)] : []))
				)
			)
		},
		model.areas,
		await loadSolver()
	);
	const problems = protection.exposed.map((each) => problemOf(each, loaded));
	if (problems.length > 0) return { problems: sortProblems(problems), told: [] };
	return {
		dataset: { ...dataset, observations: protection.observations },
		problems,
		told: [tell(protection.counts)]
	};
}
