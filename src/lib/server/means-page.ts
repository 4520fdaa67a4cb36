import { placeBars } from '#lib/charts/bars.ts';
import { list } from '#lib/db/query.ts';
import { expenditure } from '#lib/db/queries/index.ts';
import { agreementTitles } from '#lib/domain/agreements.ts';
import { concernsMoney } from '#lib/domain/contradictions.ts';
import {
	documentMatches,
	eras,
	lastComplete,
	overBudget,
	perInhabitantId,
	predecessors,
	reports,
	seriesId,
	tellWithout,
	yearTotals,
	type Amount,
	type Era,
	type Report,
	type YearTotal
} from '#lib/domain/expenditure.ts';
import { run } from './database.ts';
import { documentTitles, idsInTables, pickFigures, tablesOn } from './documents.ts';
import { findMonitor, model } from './model.ts';
import { goalMoney, spendingBesideOutcome, type DomainData } from './money.ts';

const bothSeries = (name: (report: Report) => string): Record<Report, string> => ({
	begroting: name('begroting'),
	jaarrekening: name('jaarrekening')
});

/** Pairs of bars per year, of all of 6.x. */
function barsPerYear(totals: readonly YearTotal[], measure: 'total' | 'perInhabitant') {
	const name = measure === 'perInhabitant' ? perInhabitantId : seriesId;
	const rows = totals.map((row) => ({
		key: String(row.year),
		label: String(row.year),
		period: row.year,
		series: bothSeries((report) => name(report)),
		amounts: reports.map((report) => row[measure][report])
	}));
	return placeBars(rows, ({ amounts }) => amounts);
}

/** Pairs of bars per taakveld in one year, the largest expenditure first. */
function barsPerTaakveld({ rows, columns }: Era, year: number) {
	const at = (cells: readonly Amount[], report: Report): Amount =>
		cells[columns.findIndex((column) => column.year === year && column.report === report)] ?? {
			value: null,
			missing: 'unknown'
		};
	const all = rows
		.map(({ taakveld, title, cells }) => ({
			key: taakveld,
			label: `${title} (${taakveld})`,
			title,
			period: year,
			series: bothSeries((report) => seriesId(report, taakveld)),
			amounts: reports.map((report) => at(cells, report))
		}))
		.toSorted((a, b) => (b.amounts[1]!.value ?? 0) - (a.amounts[1]!.value ?? 0));
	return placeBars(all, ({ amounts }) => amounts);
}

/** The gemeenten that a monitor's gemeente was made of, with what each of them spent. */
async function loadFormer(municipality: string) {
	const before = predecessors[municipality];
	if (!before) return undefined;
	const rows = await run(expenditure, list(before.codes));
	const gemeenten = before.codes.map((code) => ({
		code,
		name: model.areas.find((area) => area.code === code)?.name ?? code,
		partly: before.partly.includes(code),
		totals: yearTotals(rows, code),
		/** One division into taakvelden: all of them lie before 2023. */
		eras: eras(rows, code)
	}));
	return { until: before.until, gemeenten };
}

/** The charts, by the last part of the address of their frame, each with its title where it stands by itself. */
const chartTitles = (
	name: string,
	hasYears: boolean,
	taakveldYear: number | undefined,
	domains: readonly DomainData[]
): Record<string, string> => ({
	...(hasYears && {
		'per-jaar': `Sociaal domein in ${name}: begroting en jaarrekening per jaar`,
		'per-inwoner': `Sociaal domein in ${name}: begroting en jaarrekening per inwoner`
	}),
	...(taakveldYear && { taakvelden: `Sociaal domein in ${name}: bedragen per taakveld in ${taakveldYear}` }),
	...Object.fromEntries(
		domains.map(({ id, title, outcomes }) => [
			`domein-${id}`,
			outcomes.length > 0
				? `${title} in ${name}: uitgaven en uitkomst`
				: `${title} in ${name}: uitgaven per inwoner`
		])
	)
});

/** All that the page about money shows. */
export async function loadMeansPage(slug: string) {
	const data = findMonitor(slug);
	const { monitor, goals, agreements } = data;
	const rows = await run(expenditure, monitor.municipality);
	const totals = yearTotals(rows, monitor.municipality);
	const allEras = eras(rows, monitor.municipality);
	const last = lastComplete(totals);
	const lastEra = allEras.find(({ years }) => last && years.includes(last.year));
	const tables = tablesOn(data, 'middelen');
	const means = goals.filter(({ level, kind }) => level === 'input' || kind === 'means');
	const titles = agreementTitles(agreements);
	const withAmounts = agreements.filter(({ amounts }) => amounts.length > 0);
	const everyFigure = pickFigures(
		data,
		data.figures.map(({ id }) => id)
	);
	const contradictions = monitor.contradictions.filter((each) => concernsMoney(each, everyFigure));
	const money = goalMoney(data);
	const domains = await spendingBesideOutcome(data);
	const taakvelden = last && lastEra ? barsPerTaakveld(lastEra, last.year) : undefined;
	const source = model.sources.find(({ id }) => id === 'iv3');
	return {
		spending: {
			totals,
			sumNotes: totals.flatMap((total) => tellWithout(total)),
			first: totals.find(({ total }) => total.jaarrekening.value !== null),
			last,
			over: overBudget(totals),
			bars: barsPerYear(totals, 'total'),
			barsPerInhabitant: barsPerYear(totals, 'perInhabitant'),
			eras: allEras,
			taakvelden,
			former: await loadFormer(monitor.municipality),
			matches: documentMatches(tables, everyFigure, totals)
		},
		source: source && {
			title: source.title,
			publisher: source.publisher,
			licence: source.licence,
			url: source.url,
			note: source.note
		},
		tables,
		told: idsInTables(tables),
		money: money.rows,
		domains,
		charts: chartTitles(monitor.name, totals.length > 0, taakvelden && last?.year, domains),
		means: means.map(({ id, title, text, remark, figures }) => ({ id, title, text, remark, figures })),
		noMeans: monitor.levels.find(({ level }) => level === 'input')?.empty,
		agreements: withAmounts.map(({ id, partner, task, amounts }) => ({
			id,
			title: titles[id] ?? partner,
			task,
			amounts
		})),
		contradictions,
		documents: documentTitles(data),
		figures: pickFigures(data, [
			...idsInTables(tables),
			...money.figures,
			...means.flatMap(({ figures }) => figures),
			...withAmounts.flatMap(({ amounts }) => amounts),
			...contradictions.flatMap(({ figures }) => figures)
		])
	};
}

export type MeansPageData = Awaited<ReturnType<typeof loadMeansPage>>;
