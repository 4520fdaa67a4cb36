import { existsSync, readFileSync } from 'node:fs';
import { csvParse, group } from 'd3';
import { predecessors } from '#lib/domain/expenditure.ts';
import { lies } from '#lib/domain/since/release-figures.ts';
import type {
	Release,
	ReleasedAmount,
	ReleasedFigure,
	ReleasedReportVerdict,
	ReleasedValue
} from '#lib/schema/release.ts';
import { findMonitor, model } from '../model.ts';

/** The country, whose figures stand beside those of every gemeente. */
const nationwide = 'NL01';

function remembered<Answer>(make: (key: string) => Answer): (key: string) => Answer {
	const known = new Map<string, Answer>();
	return (key) => {
		if (!known.has(key)) known.set(key, make(key));
		return known.get(key)!;
	};
}

const pathOf = (day: string, file: string): string => `static/data/${day}/${file}`;
const read = (day: string, file: string): string => readFileSync(pathOf(day, file), 'utf8');

/** Whether a release has a file: releases of before spending and figures of documents were kept have two. */
export const keepsFile = (day: string, file: string): boolean => existsSync(pathOf(day, file));

/**
 * A release as its file is published, which was checked before the build. Not what the model holds: there a field has its
 * default where the file is silent, and the hash would follow today's schema.
 * @param day of a release of the model
 */
export const keptRelease = remembered((day) => JSON.parse(read(day, 'release.json')) as Release);

const rowsOf = remembered((day) => [...csvParse(read(day, 'values.csv'))] as unknown as ReleasedValue[]);

/** The figures of a release that concern a monitor, by indicator: of its gemeente, all areas in it, and the country. */
const byIndicator = remembered((key) => {
	const [day, slug] = key.split(' ') as [string, string];
	const isOwn = lies(findMonitor(slug).monitor.municipality);
	return group(
		rowsOf(day).filter((row) => row.area === nationwide || isOwn(row)),
		({ indicator }) => indicator
	);
});

/** Whether a release has the figures of documents and spending too. */
export const keepsAll = (day: string): boolean =>
	keepsFile(day, 'figures.csv') && keepsFile(day, 'amounts.csv');

const rowsIfKept = <Row>(file: string) =>
	remembered((day) => (keepsFile(day, file) ? ([...csvParse(read(day, file))] as unknown as Row[]) : []));
const documentRows = rowsIfKept<ReleasedFigure>('figures.csv');
const amountRows = rowsIfKept<ReleasedAmount>('amounts.csv');
const reportRows = rowsIfKept<ReleasedReportVerdict>('report-verdicts.csv');

/** The figures of documents that a release keeps of a monitor, by document. */
export const keptDocuments = (day: string, slug: string): Map<string, ReleasedFigure[]> =>
	group(
		documentRows(day).filter(({ monitor }) => monitor === slug),
		({ document }) => document
	);

/** The amounts that a release keeps of the gemeente of a monitor and of those that it was made of, by year. */
export function keptAmounts(day: string, slug: string): Map<string, ReleasedAmount[]> {
	const { municipality } = findMonitor(slug).monitor;
	const own = [municipality, ...(predecessors[municipality]?.codes ?? [])];
	return group(
		amountRows(day).filter((row) => own.includes(row.municipality)),
		({ year }) => year
	);
}

/** The verdicts that a release keeps of the day of each report of a monitor, by the period of the report. */
export const keptReports = (day: string, slug: string): Map<string, ReleasedReportVerdict[]> =>
	group(
		reportRows(day).filter(({ monitor }) => monitor === slug),
		({ period }) => period
	);

/** The reports of which a release keeps verdicts, with their day, the newest first. */
export const citedReports = (slug: string, day: string): { period: string; date: string }[] =>
	[...keptReports(day, slug)].map(([period, [first]]) => ({ period, date: first!.date })).toReversed();

/** Whether a release has the verdicts of reports. */
export const keepsReports = (day: string): boolean => keepsFile(day, 'report-verdicts.csv');

/** The figures of one indicator in a release that concern a monitor. */
export const keptFigures = (day: string, slug: string, indicator: string): ReleasedValue[] =>
	byIndicator(`${day} ${slug}`).get(indicator) ?? [];

/** The indicators of a release of which it has a figure about the gemeente of a monitor or an area in it. */
export function citedIndicators(day: string, slug: string) {
	const isCited = (id: string) =>
		keptFigures(day, slug, id).some(({ area, value }) => area !== nationwide && value !== '');
	return keptRelease(day).indicators.filter(({ id }) => isCited(id));
}

/** Days of the releases that hold a monitor, the oldest first. */
export const releasesOf = (slug: string): string[] =>
	model.releases
		.filter(({ monitors }) => monitors.some((each) => each.slug === slug))
		.map(({ date }) => date);

/** Address of every release of every monitor. */
export const releaseEntries = () =>
	model.monitors.flatMap(({ monitor: { slug } }) =>
		releasesOf(slug).map((release) => ({ monitor: slug, release }))
	);

/** Address of every indicator in every release of every monitor. */
export const citedEntries = () =>
	releaseEntries().flatMap(({ monitor, release }) =>
		citedIndicators(release, monitor).map(({ id }) => ({ monitor, release, indicator: id }))
	);

/** Address of every document with figures in every release of every monitor. */
export const documentEntries = () =>
	releaseEntries().flatMap(({ monitor, release }) =>
		[...keptDocuments(release, monitor).keys()].map((document) => ({ monitor, release, document }))
	);

/** Address of every year of spending in every release of every monitor. */
export const amountEntries = () =>
	releaseEntries().flatMap(({ monitor, release }) =>
		[...keptAmounts(release, monitor).keys()].map((year) => ({ monitor, release, year }))
	);

/** Address of every report with verdicts in every release of every monitor. */
export const citedReportEntries = () =>
	releaseEntries().flatMap(({ monitor, release }) =>
		[...keptReports(release, monitor).keys()].map((period) => ({ monitor, release, period }))
	);
