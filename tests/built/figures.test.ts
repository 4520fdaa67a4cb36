import { readFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { group, sum } from 'd3';
import { beforeAll, describe, expect, test } from 'vitest';
import { predecessors } from '#lib/domain/expenditure.ts';
import { formatExact, formatNumber, missingSigns } from '#lib/domain/format.ts';
import type { Unit } from '#lib/schema/indicator.ts';
import type { Model } from '#lib/schema/model.ts';
import { missing } from '#lib/schema/observation.ts';
import type { DataElement } from '#scripts/finish/page.ts';
import { keptRows } from '../kept-citations.ts';
import { builtPages, type BuiltPage } from '../site.ts';
import { readSpending, spent, type Spending } from '../spending.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
const units = new Map<string, Unit>(model.indicators.map(({ id, unit }) => [id, unit]));
const ownAreas = new Map(
	model.monitors.flatMap(({ areas }) => areas?.areas ?? []).map(({ code, members }) => [code, members])
);

interface Row {
	table: string;
	value: number | null;
	status: string;
}

let pages: BuiltPage[];
/** By indicator, area, period and breakdown. */
const observations = new Map<string, Row[]>();
/** The same of what was worked out for other boundaries than those of its table; values only. */
const converted = new Map<string, number | null>();
let spending: Spending;

beforeAll(async () => {
	pages = builtPages();
	const instance = await DuckDBInstance.create('.cache/monitor.duckdb', { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	const rows = async (sql: string) =>
		(await connection.runAndReadAll(sql)).getRowObjectsJS() as Record<string, string>[];
	for (const row of await rows('select * from observation')) {
		const key = [row.indicator, row.area, row.period, row.breakdown].join('|');
		observations.set(key, [...(observations.get(key) ?? []), row as unknown as Row]);
	}
	for (const row of await rows('select * from converted'))
		converted.set(
			[row.indicator, row.area, row.period, row.breakdown].join('|'),
			row.value as unknown as number | null
		);
	spending = await readSpending(connection);
	connection.closeSync();
}, 120_000);

/** The rows that a figure may come from; those of the parts of an own area are added up. */
function rowsOf({ attributes }: DataElement): Row[] {
	const { 'data-indicator': id, 'data-area': area, 'data-period': period } = attributes;
	const { 'data-breakdown': breakdown = 'totaal', 'data-table': table } = attributes;
	const find = (code: string) => observations.get([id, code, period, breakdown].join('|')) ?? [];
	const members = ownAreas.get(area!);
	const rows = members
		? [...group(members.flatMap(find), (row) => row.table)].flatMap(([table, own]): Row[] =>
				own.length === members.length && own.every(({ value }) => value !== null)
					? [{ table, value: sum(own.map(({ value }) => value ?? 0)), status: 'estimate' }]
					: []
			)
		: find(area!);
	return table === undefined ? rows : rows.filter((row) => row.table === table);
}

function wrongMissing(element: DataElement, { html, path }: BuiltPage): string | undefined {
	const reason = missing.safeParse(element.attributes['data-missing']);
	if (!reason.success) return 'an empty value without data-missing';
	const { sign, meaning } = missingSigns[reason.data];
	// The sign that the page explains, or the reason in words.
	if (/^[^\d]{8,}$/.test(element.text.trim())) return undefined;
	if (element.text.trim() !== sign) return `missing is shown as "${element.text}", not as "${sign}"`;
	if (!html.includes(path.startsWith('/insluiten/') ? meaning.replace('deze site', 'Doelenboom') : meaning))
		return `the page does not say what "${sign}" means`;
	const { 'data-indicator': id } = element.attributes;
	if (id === undefined || id.startsWith('iv3-')) return undefined;
	const rows = rowsOf(element);
	if (rows.some(({ value }) => value !== null)) return `missing, and the database has ${rows[0]!.value}`;
	if (rows.length > 0 && !rows.some(({ status }) => status === reason.data))
		return `missing as ${reason.data}, and the database says ${rows[0]!.status}`;
	return undefined;
}

function wrongFigure({ attributes, text }: DataElement, rows: () => Row[]): string | undefined {
	const {
		value = '',
		'data-indicator': id = '',
		'data-area': area = '',
		'data-period': period = ''
	} = attributes;
	const number = Number(value);
	if (value.trim() !== value || Number.isNaN(number)) return `"${value}" is not a number`;
	if (id.startsWith('iv3-')) {
		const expected = spent(spending, id, area, period);
		if (expected === undefined) return 'not an id of expenditure';
		if (expected === null) return 'the database has no such amount';
		// Amounts are exact; an amount per inhabitant may be rounded.
		const slack = id.endsWith('-per-inwoner') ? 0.5 : 0.001;
		return Math.abs(expected - number) <= slack ? undefined : `the database has ${expected}`;
	}
	const unit = units.get(id);
	if (unit === undefined) return 'not an indicator';
	const found = rows().map((row) => String(row.value));
	if (found.length > 1) return `${found.length} tables have this figure, and no data-table says which`;
	if (!found.includes(value)) return `the database has ${found.join(' and ') || 'no such figure'}`;
	return text.includes(formatNumber(number, unit)) ? undefined : `shown as "${text}"`;
}

/** Every element with what is wrong with it; at most so many that a person can read them. */
function report(check: (element: DataElement, page: BuiltPage) => string | undefined): string[] {
	const problems = pages.flatMap((page) =>
		page.data.flatMap((element) => {
			const problem = check(element, page);
			return problem ? [`${page.path} ${JSON.stringify(element.attributes)}: ${problem}`] : [];
		})
	);
	return problems.length > 30 ? [...problems.slice(0, 30), `and ${problems.length - 30} more`] : problems;
}

test('there are figures to check', () => {
	expect(sum(pages.map(({ data }) => data.length))).toBeGreaterThan(30_000);
});

test('each figure equals the database, and is shown as it is', () => {
	expect(
		report((element) => {
			const { value, 'data-indicator': id, 'data-derived': derived } = element.attributes;
			return id === undefined || derived !== undefined || value === ''
				? undefined
				: wrongFigure(element, () => rowsOf(element));
		})
	).toEqual([]);
});

test('each figure that was worked out for other boundaries equals the database, and has its sign', () => {
	let checked = 0;
	const problems = report(({ attributes, text }) => {
		if (attributes['data-derived'] !== 'boundaries') return undefined;
		checked += 1;
		const key = ['indicator', 'area', 'period', 'breakdown']
			.map((name) => attributes[`data-${name}`])
			.join('|');
		const value = converted.get(key) ?? null;
		if (attributes.value !== String(value ?? '')) return `the database has ${value}`;
		return value === null || text.endsWith('°') ? undefined : `shown as "${text}"`;
	});
	expect(problems).toEqual([]);
	expect(checked).toBeGreaterThan(100);
});

test('each figure of a release equals what that release holds', () => {
	/** By day: each figure with its value, as `table,indicator,area,period,breakdown,value`; or of a document, or an amount. */
	const held = new Map<string, Set<string>>();
	const figuresOf = (day: string) => {
		const figures =
			held.get(day) ??
			new Set([
				...readFileSync(`data/releases/${day}/values.csv`, 'utf8')
					.split('\n')
					.map((row) => row.slice(0, row.lastIndexOf(','))),
				...keptRows(`data/releases/${day}`, 'figures.csv').map((row) =>
					[row['monitor'], row['id'], row['value']].join(',')
				),
				...keptRows(`data/releases/${day}`, 'amounts.csv').map((row) =>
					[row['municipality'], row['year'], row['report'], row['taakveld'], row['value']].join(',')
				)
			]);
		held.set(day, figures);
		return figures;
	};
	expect(
		report(({ attributes }) => {
			const { value, 'data-release': day, 'data-release-figure': figure } = attributes;
			if (day === undefined) return undefined;
			return figuresOf(day).has(`${figure},${value}`) ? undefined : 'not in that release';
		})
	).toEqual([]);
});

test('each figure says what it is: an indicator with area and period, a document, a release, or that it is derived', () => {
	expect(
		report(({ attributes }) => {
			if (attributes.value === undefined) return 'no value';
			// Counts of what the site itself holds, such as its terms or the size of a file.
			if (!Object.keys(attributes).some((name) => name.startsWith('data-'))) return undefined;
			if (attributes['data-missing'] !== undefined && attributes['data-indicator'] === undefined)
				return undefined;
			if (
				['data-source', 'data-derived', 'data-release', 'data-counted'].some(
					(name) => attributes[name] !== undefined
				)
			)
				return undefined;
			return ['data-indicator', 'data-area', 'data-period'].every((name) => attributes[name])
				? undefined
				: 'no data-source, data-derived, data-release, data-counted, or data-indicator with data-area and data-period';
		})
	).toEqual([]);
});

test('what is missing says why, is never 0, and is explained on the page', () => {
	expect(
		report((element, page) => {
			const isEmpty = element.attributes.value === '';
			if (isEmpty && element.attributes['data-derived'] === undefined) return wrongMissing(element, page);
			if (isEmpty) return element.attributes['data-missing'] ? undefined : 'no reason';
			return element.attributes['data-missing'] === undefined ? undefined : 'data-missing on a figure';
		})
	).toEqual([]);
});

describe.each(model.monitors.map(({ monitor, figures }) => ({ slug: monitor.slug, figures })))(
	'figures of the documents of $slug',
	({ slug, figures }) => {
		test('are all on a page of their monitor, with their value', () => {
			const shown = new Set(
				pages
					.filter(({ path }) => path.startsWith(`/${slug}/`))
					.flatMap(({ data }) =>
						data.map(({ attributes }) => `${attributes['data-source'] ?? ''}=${attributes.value ?? ''}`)
					)
			);
			expect(figures.filter(({ id, value }) => !shown.has(`${id}=${value}`)).map(({ id }) => id)).toEqual([]);
		});

		test('stand nowhere with another value', () => {
			const values = new Map(figures.map(({ id, value }) => [id, value]));
			const wrong = pages
				.filter(({ path }) => path.startsWith(`/${slug}/`))
				.flatMap(({ path, data }) =>
					data
						.filter(({ attributes, text }) => {
							const id = attributes['data-source'];
							if (id === undefined) return false;
							return (
								values.get(id) !== attributes.value || !text.includes(formatExact(Number(attributes.value)))
							);
						})
						.map(({ attributes, text }) => `${path} ${attributes['data-source'] ?? ''}: ${text}`)
				);
			expect(wrong).toEqual([]);
		});
	}
);

test.each(model.monitors.map(({ monitor }) => [monitor.slug, monitor.municipality] as const))(
	'every amount on a taakveld of %s and of the gemeenten before it is on its page, per inhabitant too',
	(slug, municipality) => {
		const shown = new Set(
			pages
				.find(({ path }) => path === `/${slug}/middelen/`)!
				.data.map(({ attributes }) =>
					[attributes['data-area'], attributes['data-period'], attributes['data-indicator']].join('|')
				)
		);
		const codes = [municipality, ...(predecessors[municipality]?.codes ?? [])];
		const wanted = [...spending].flatMap(([key, tasks]) => {
			const [area, period, report] = key.split('|');
			if (!codes.includes(area!)) return [];
			return tasks
				.filter(({ taakveld }) => taakveld.startsWith('6.'))
				.flatMap(({ taakveld }) =>
					['', '-per-inwoner'].map((end) => `${area}|${period}|iv3-${taakveld}-${report}${end}`)
				);
		});
		expect(wanted.length).toBeGreaterThan(200);
		expect(wanted.filter((each) => !shown.has(each))).toEqual([]);
	}
);

test.each([
	['/westerkwartier/middelen/', 'iv3-6-begroting', 'GM1969', '2020', '66871', '66.871'],
	['/westerkwartier/middelen/', 'iv3-6-jaarrekening', 'GM1969', '2020', '87307', '87.307']
])('%s shows %s of %s in %s', (path, id, area, period, value, text) => {
	const found = pages
		.find((page) => page.path === path)
		?.data.filter(
			({ attributes }) =>
				attributes['data-indicator'] === id &&
				attributes['data-area'] === area &&
				attributes['data-period'] === period
		);
	expect(found?.map(({ attributes }) => attributes.value)).toContain(value);
	expect(found?.some((each) => each.text.includes(text))).toBe(true);
});
