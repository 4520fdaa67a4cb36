import { error } from '@sveltejs/kit';
import { groups } from 'd3';
import { expenditure } from '#lib/db/queries/index.ts';
import { tellWithout, yearTotals } from '#lib/domain/expenditure.ts';
import { levelNames } from '#lib/domain/goal-names.ts';
import type { MoneyRow } from '#lib/domain/money.ts';
import { notesAbout } from '#lib/domain/notes.ts';
import {
	begunBy,
	byTheme,
	documentKnownOn,
	figureKnownOn,
	heldOn,
	noteHeldOn,
	spendingKnownOn,
	workUnder
} from '#lib/domain/report.ts';
import { levels } from '#lib/domain/tree.ts';
import { tellVerdicts, type GoalVerdict } from '#lib/domain/verdict/judge.ts';
import { rowsKnownOn } from '#lib/domain/verdict/known.ts';
import type { Published } from '#lib/domain/verdict/period.ts';
import { statusNames } from '#lib/domain/verdict/status.ts';
import type { Goal } from '#lib/schema/goal.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import type { Note, Report } from '#lib/schema/tracker.ts';
import { areasOf, below } from './areas.ts';
import { run } from './database.ts';
import { documentTitles, pickFigures, sourcesOf } from './documents.ts';
import { findMonitor, model } from './model.ts';
import { readingsOf, tableSources } from './readings.ts';
import { areaTable, measureOn, type Known } from './report-figures.ts';
import { verdictsOf } from './verdicts.ts';

/** Another day than that of `reports.yaml`, for the one report that `npm run report` builds apart. */
const otherDay = process.env.REPORT_AS_OF;

/** The addresses of all reports. */
export const reportEntries = () =>
	model.monitors.flatMap(({ monitor, reports }) =>
		reports.map(({ period }) => ({ monitor: monitor.slug, period }))
	);

/** The reports of a monitor, the newest period first. */
export const reportsOf = (slug: string): Report[] =>
	findMonitor(slug).reports.toSorted((a, b) => b.period.localeCompare(a.period));

interface Given extends Known {
	sources: Published;
	verdicts: ReadonlyMap<string, GoalVerdict>;
	/** Explanations that held on the day and have not found their place yet. */
	notes: Note[];
	/** Where each piece of work is told in full: under the first goal that it belongs to. */
	toldUnder: Map<string, Pick<Goal, 'id' | 'code' | 'title'>>;
}

/** The explanations that fit, each given once. */
function takeNotes(given: Given, fits: (about: Note['about']) => boolean) {
	const taken = notesAbout(given.notes, given.asOf, fits);
	given.notes = given.notes.filter(({ about }) => !fits(about));
	return taken;
}

const workRow = ({ id, kind, title, owner, deadline, period }: Goal, verdict: GoalVerdict) => ({
	id,
	kind,
	title,
	owner,
	deadline,
	period,
	verdict: { status: verdict.status, rule: verdict.rule, sentence: verdict.sentence }
});

export type ReportWork = ReturnType<typeof workRow>;

function workOf({ data, verdicts, asOf, toldUnder }: Given, goal: Goal) {
	const all = workUnder(goal.id, data.goals, data.links).filter((each) => begunBy(each, asOf));
	const own = all.filter(({ id }) => !toldUnder.has(id));
	const direct = new Set(data.links.filter(({ to }) => to === goal.id).map(({ from }) => from));
	const told = all.flatMap(({ id, title }) => {
		const under = toldUnder.get(id);
		return under && direct.has(id) ? [{ title, under: under.code ?? under.title }] : [];
	});
	const elsewhere = groups(told, ({ under }) => under).map(([under, same]) => ({
		under,
		titles: same.map(({ title }) => title)
	}));
	for (const { id } of own) toldUnder.set(id, { id: goal.id, code: goal.code, title: goal.title });
	return { work: own.map((each) => workRow(each, verdicts.get(each.id)!)), elsewhere };
}

/** Money of goals of which the documents gave an amount that was known on the day. */
function moneyOf({ data, sources, asOf }: Given, goals: readonly Goal[]): MoneyRow[] {
	const figures = pickFigures(
		data,
		data.figures.filter((figure) => figureKnownOn(figure, sources, asOf)).map(({ id }) => id)
	);
	const known = (id: string | undefined) => (id === undefined ? undefined : figures[id]);
	return goals.flatMap(({ id, title, money, source }) => {
		if (!money) return [];
		const [budget, actual, share] = [known(money.budget), known(money.actual), known(money.share)];
		return (budget ?? actual ?? share)
			? [{ id, title, period: money.period, source, budget, actual, share }]
			: [];
	});
}

function goalPart(given: Given, goal: Goal) {
	const { data, sources, verdicts, asOf } = given;
	const { status, rule, sentence, remarks, targets } = verdicts.get(goal.id)!;
	const promises =
		targets.length > 1 ? targets.map(({ target, verdict }) => ({ title: target.title, verdict })) : [];
	const measures = goal.indicators.map(({ indicator }) => indicator);
	const figures = data.figures.filter(
		(figure) => goal.figures.includes(figure.id) && figureKnownOn(figure, sources, asOf)
	);
	const direct = new Set(data.links.filter(({ to }) => to === goal.id).map(({ from }) => from));
	return {
		id: goal.id,
		level: goal.level,
		code: goal.code,
		name: goal.name,
		title: goal.title,
		text: goal.text,
		source: goal.source,
		noIndicator: goal.noIndicator,
		otherThemes: data.monitor.themes
			.filter(({ id }) => goal.themes.indexOf(id) > 0)
			.map(({ title }) => title),
		pressure:
			goal.pressure && documentKnownOn(goal.pressure.source.document, sources, asOf)
				? goal.pressure
				: undefined,
		verdict: {
			status,
			rule,
			sentence,
			remarks: [...new Set([...remarks, ...promises.flatMap(({ verdict }) => verdict.remarks)])],
			asOf
		},
		promises,
		indicators: goal.indicators.map((each) => measureOn(given, goal, each)),
		figures,
		...workOf(given, goal),
		money: moneyOf(
			given,
			data.goals.filter(({ id, level }) => level === 'input' && direct.has(id))
		),
		notes: takeNotes(
			given,
			(about) =>
				about.goal === goal.id ||
				(about.goal === undefined && about.indicator !== undefined && measures.includes(about.indicator))
		)
	};
}

export type ReportGoal = ReturnType<typeof goalPart>;

const isOwnGoal = ({ level }: Goal): boolean => level === 'impact' || level === 'outcome';

/** How all of it stood on the day, in a few sentences: counted, never averaged. */
function summaryOf({ goals }: MonitorData, verdicts: Given['verdicts']): string[] {
	const told = (wanted: (goal: Goal) => boolean, name: string, one: string) => {
		const own = goals.filter(wanted).map(({ id }) => verdicts.get(id)!);
		if (own.length === 1) return [`${one}: ${statusNames[own[0]!.status].label}.`];
		return own.length > 0 ? [tellVerdicts(own, { one, more: name })] : [];
	};
	return [
		...told(
			({ level }) => level === 'impact',
			'doelen voor de hele gemeente (impact)',
			'Het doel voor de hele gemeente (impact)'
		),
		...told(
			({ level }) => level === 'outcome',
			'doelen voor inwoners (outcome)',
			'Het doel voor inwoners (outcome)'
		),
		...told(
			({ level }) => level === 'output' || level === 'throughput',
			'diensten, resultaten, projecten en acties',
			'De ene dienst of actie'
		)
	];
}

/** All that a report on a period shows: only what was known on its day. */
export async function loadReportPage(slug: string, period: string) {
	const whole = findMonitor(slug);
	const found = whole.reports.find((each) => each.period === period);
	if (!found) error(404, `Er is geen rapport over "${period}".`);
	const asOf = otherDay ?? found.asOf;
	const sources = sourcesOf(whole);
	const goals = whole.goals.filter((goal) => heldOn(goal, sources, asOf));
	const data = { ...whole, goals };
	const { monitor } = data;
	const readings = rowsKnownOn(await readingsOf(monitor.municipality), model.sources, asOf);
	const given: Given = {
		data,
		sources,
		readings,
		wijken: below(await areasOf(monitor.municipality), monitor.municipality, 'wijk').filter(({ code }) =>
			readings.some(({ area, value }) => area === code && value !== null)
		),
		asOf,
		verdicts: await verdictsOf(whole, asOf),
		notes: data.notes.filter((note) => noteHeldOn(note, asOf)),
		toldUnder: new Map()
	};
	const own = goals.filter(isOwnGoal);
	const themes = byTheme(monitor.themes, own).map(({ goals: inTheme, ...theme }) => ({
		...theme,
		goals: inTheme.map((goal) => goalPart(given, goal))
	}));
	const money = moneyOf(given, goals);
	const areas = areaTable(given, own);
	const shown = themes.flatMap((theme) => theme.goals.flatMap(({ indicators }) => indicators));
	const used = readings.filter(({ indicator, breakdown }) =>
		shown.some((each) => each.id === indicator && each.breakdown === breakdown)
	);
	const totals = yearTotals(await run(expenditure, monitor.municipality), monitor.municipality);
	const spending = spendingKnownOn(totals, asOf);
	return {
		report: { ...found, asOf, usual: asOf === found.asOf ? undefined : found.asOf },
		summary: summaryOf(data, given.verdicts),
		statuses: levels.flatMap((level) =>
			goals
				.filter((goal) => goal.level === level)
				.map(({ id }) => ({ level, status: given.verdicts.get(id)!.status }))
		),
		themes,
		money,
		spending,
		sumNotes: spending.flatMap((total) => tellWithout(total)),
		areas,
		notes: takeNotes(given, () => true),
		documents: documentTitles(data),
		papers: model.sources
			.filter(({ id }) => monitor.documents.includes(id) && documentKnownOn(id, given.sources, asOf))
			.map(({ id, title, publisher, published }) => ({ id, title, publisher, published })),
		sources: tableSources(new Set([...used.map(({ table }) => table), 'iv3'])),
		levelLabels: monitor.levels.map(({ level, label }) => ({ level, name: levelNames[level].label, label }))
	};
}

export type ReportPageData = Awaited<ReturnType<typeof loadReportPage>>;
