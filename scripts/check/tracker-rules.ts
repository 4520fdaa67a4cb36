import { readMarkdown } from '#scripts/read/markdown.ts';
import { figureUnits } from '#lib/domain/verdict/gather.ts';
import { periodEnd } from '#lib/domain/verdict/period.ts';
import type { Figure } from '#lib/schema/figure.ts';
import type { Goal, Target } from '#lib/schema/goal.ts';
import type { Known } from './known.ts';
import { checkMeasure, duplicates, namesOf } from './known.ts';
import type { LoadedMonitor } from './load.ts';
import type { Names, Path, Report } from './monitor-rules.ts';

const changes: readonly Target['wanted'][] = ['not-risen', 'not-fallen', 'rises', 'falls'];
const bounds: readonly Target['wanted'][] = ['at-least', 'at-most'];

/** The unit that a target is told in must be that of its indicator and of each figure that it names. */
function checkUnits(
	target: Target,
	path: Path,
	figures: ReadonlyMap<string, Figure>,
	known: Known,
	report: Report
) {
	const indicator = target.indicator ? known.indicators?.get(target.indicator) : undefined;
	if (indicator && target.unit && indicator.unit !== target.unit)
		report('goals', [...path, 'unit'], `de eenheid van de indicator: ${indicator.unit}`, target.unit);
	const first = figures.get(target.baseline?.figures[0] ?? '');
	const unit = indicator?.unit ?? target.unit ?? (first && figureUnits[first.unit]);
	const named = [
		...(target.baseline?.figures ?? []).map((id, k) => ({ id, path: [...path, 'baseline', 'figures', k] })),
		...(target.measured ?? []).map((id, k) => ({ id, path: [...path, 'measured', k] }))
	];
	for (const { id, path: own } of named) {
		const figure = figures.get(id);
		if (!figure) continue;
		const has = figureUnits[figure.unit];
		if (has === undefined || (unit !== undefined && has !== unit))
			report(
				'goals',
				own,
				`een cijfer in de eenheid van het doel: ${unit ?? 'procent, aantal, per 1000 of euro'}`,
				`${id} (${figure.unit})`
			);
	}
	if (unit === 'procent' && target.value !== undefined && (target.value < 0 || target.value > 100))
		report('goals', [...path, 'value'], 'een percentage van 0 tot en met 100', target.value);
}

/** What a promise must have to be judged. */
export function checkTarget(
	goal: Goal,
	target: Target,
	path: Path,
	figures: ReadonlyMap<string, Figure>,
	known: Known,
	report: Report
): void {
	const { indicator, breakdown, baseline, deadline, wanted } = target;
	if (indicator)
		checkMeasure({ indicator, breakdown }, known, (field, expected, value) =>
			report('goals', [...path, field], expected, value)
		);
	if (bounds.includes(wanted) !== (target.value !== undefined))
		report(
			'goals',
			[...path, 'wanted'],
			'een waarde (value) bij at-least en at-most, en alleen daar',
			wanted
		);
	if (changes.includes(wanted) && !baseline)
		report('goals', path, 'een uitgangswaarde (baseline)', target.id);
	if (deadline && baseline && periodEnd(deadline) <= periodEnd(baseline.date))
		report('goals', [...path, 'deadline'], `een datum na de uitgangswaarde (${baseline.date})`, deadline);
	const { deadlineOrigin, deadlineNote } = target;
	if (!deadline && (deadlineOrigin ?? deadlineNote) !== undefined)
		report('goals', [...path, 'deadlineOrigin'], 'alleen bij een datum (deadline)', target.id);
	if ((deadlineOrigin ?? 'source') !== 'source' && !deadlineNote)
		report('goals', path, 'waarom deze datum is gekozen (deadlineNote)', target.id);
	if (target.until && target.until < target.since)
		report('goals', [...path, 'until'], `een datum na het begin (${target.since})`, target.until);
	if (indicator && baseline && baseline.figures.length > 0 && !baseline.series)
		report(
			'goals',
			[...path, 'baseline'],
			'de reeks (series): indicator als de bron een cijfer van de indicator noemt, figures als het een eigen reeks is',
			target.id
		);
	checkUnits(target, path, figures, known, report);
	const same = goal.targets.filter(({ id, since }) => id === target.id && since === target.since);
	if (same.length > 1 && same[0] === target)
		report('goals', [...path, 'since'], 'één versie van een afspraak per begindatum', target.since);
}

function checkEvidence({ files }: LoadedMonitor, report: Report): void {
	const studies = files.voices?.value?.studies;
	const findings = new Set(
		(studies ?? []).flatMap(({ id, findings }) => findings.map((each) => `${id}/${each.id}`))
	);
	for (const [i, { evidence }] of (files.links?.value ?? []).entries())
		for (const [j, { finding, kind, source }] of evidence.entries()) {
			const path = [i, 'evidence', j];
			if (finding && studies && !findings.has(finding))
				report('links', [...path, 'finding'], 'een onderzoek en een bevinding uit voices.yaml', finding);
			if (finding && kind !== 'qualitative')
				report('links', [...path, 'kind'], 'qualitative: wat mensen zeiden is kwalitatief bewijs', kind);
			if (kind === 'causal-study' && !source)
				report('links', path, 'de bron (source) van een onderzoek naar oorzaak en gevolg', kind);
		}
}

/** Explanations, events, reports and steering name things that are there. */
export function checkTracker(loaded: LoadedMonitor, known: Known, names: Names, report: Report): void {
	const { files } = loaded;
	const checkIndicator = (id: string | undefined, file: Parameters<Report>[0], path: Path) => {
		if (id !== undefined && known.indicators && !known.indicators.has(id))
			report(file, path, 'een indicator uit indicators.yaml', id);
	};
	const ownAreas = namesOf(files.areas ? files.areas.value?.areas.map(({ code }) => code) : []);
	checkEvidence(loaded, report);
	for (const [i, { indicators, tables = [] }] of (files.events?.value ?? []).entries()) {
		for (const [j, id] of indicators.entries()) checkIndicator(id, 'events', [i, 'indicators', j]);
		for (const [j, id] of tables.entries())
			if (!known.sources.has(id))
				report('events', [i, 'tables', j], 'een bron die in sources.yaml staat', id);
	}
	const notes = files.notes?.value ?? [];
	duplicates(
		notes.map(({ id }, i) => ({ id, i })),
		({ id }) => id,
		({ i }, id) => report('notes', [i, 'id'], 'elke toelichting één keer', id)
	);
	for (const [i, { about, origin, source, text, date, until }] of notes.entries()) {
		if (until !== undefined && until < date)
			report('notes', [i, 'until'], `een dag op of na de dag van schrijven (${date})`, until);
		const path = [i, 'about'];
		for (const { line, column, found, expected } of readMarkdown(text).problems)
			report('notes', [i, 'text'], `${expected} (regel ${line}, teken ${column} van de tekst)`, found);
		checkIndicator(about.indicator, 'notes', [...path, 'indicator']);
		if (about.goal && !names.goals.has(about.goal))
			report('notes', [...path, 'goal'], 'een id uit goals.yaml', about.goal);
		if (about.figure && !names.figures.has(about.figure))
			report('notes', [...path, 'figure'], 'een id uit figures.csv', about.figure);
		if (about.area && !known.codes.has(about.area) && !ownAreas.has(about.area))
			report('notes', [...path, 'area'], 'een gebied uit data/areas of uit areas.yaml', about.area);
		if (origin === 'source' && !source)
			report('notes', [i], 'de plaats in de bron (source) van een toelichting uit een bron', origin);
	}
	for (const [i, column] of (files.steering?.value?.columns ?? []).entries()) {
		for (const [j, named] of column.indicators.entries())
			checkMeasure(named, known, (field, expected, value) =>
				report('steering', ['columns', i, 'indicators', j, field], expected, value)
			);
		for (const [j, domain] of column.domains.entries())
			if (!known.domains.has(domain))
				report('steering', ['columns', i, 'domains', j], 'een id uit domains.yaml', domain);
		for (const [j, figure] of column.figures.entries())
			if (!names.figures.has(figure))
				report('steering', ['columns', i, 'figures', j], 'een id uit figures.csv', figure);
		for (const [j, table] of column.tables.entries())
			if (files.tables?.value && !files.tables.value.some(({ id }) => id === table))
				report('steering', ['columns', i, 'tables', j], 'een id uit tables.yaml', table);
		for (const [j, goal] of column.goals.entries())
			if (!names.goals.has(goal))
				report('steering', ['columns', i, 'goals', j], 'een id uit goals.yaml', goal);
		const { indicators, domains, goals, figures, tables } = column;
		const parts = [indicators, domains, goals, figures, tables];
		if (parts.every(({ length }) => length === 0) && !column.missing)
			report(
				'steering',
				['columns', i],
				'een cijfer, een doel of een tabel, of anders waarom dit niet gemeten is (missing)',
				column.id
			);
	}
	duplicates(
		(files.reports?.value ?? []).map(({ period }, i) => ({ period, i })),
		({ period }) => period,
		({ i }, period) => report('reports', [i, 'period'], 'elke periode één keer', period)
	);
}
