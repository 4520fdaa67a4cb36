import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import type { TableObservation } from '#lib/schema/model.ts';
import { readPage } from '#scripts/finish/page.ts';
import { filesIn } from '#scripts/finish/rules.ts';

/** A figure that somebody finds in a built site, and the file it stands in. */
export interface Found {
	file: string;
	indicator: string;
	area: string;
	period: string;
	breakdown: string;
	value: number;
}

const isArea = (text: unknown): text is string =>
	typeof text === 'string' && /^(NL01|(GM|WK|BU)\d{4}\w*)$/.test(text);

/** The rows of a CSV of the site. */
export const csvRows = (folder: string, name: string): Record<string, string>[] =>
	parse(readFileSync(join(folder, 'data', name), 'utf8'), { columns: true }) as Record<string, string>[];

/** The rows of a CSV with figures, as observations. */
export const csvFigures = (folder: string, table: string): TableObservation[] =>
	csvRows(folder, `waarnemingen-${table}.csv`).map((row) => ({
		...(row as unknown as TableObservation),
		value: row['value'] === '' ? null : Number(row['value']),
		...{ lower: null, upper: null, n: null }
	}));

/** Rows that a query finds in the database that the site offers. */
export async function databaseRows(folder: string, sql: string): Promise<Record<string, unknown>[]> {
	const path = join(folder, 'data/monitor.duckdb');
	const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	const rows = (await connection.runAndReadAll(sql)).getRowObjectsJS();
	connection.closeSync();
	instance.closeSync();
	return rows;
}

/** Figures in `<data>` elements, those that the site worked out left out. */
function elementFigures(file: string, html: string): Found[] {
	return readPage(html).data.flatMap(({ attributes }) => {
		const {
			value = '',
			'data-indicator': indicator,
			'data-area': area,
			'data-derived': derived
		} = attributes;
		const { 'data-period': period = '', 'data-breakdown': breakdown = 'totaal' } = attributes;
		if (indicator === undefined || !isArea(area) || value === '' || derived !== undefined) return [];
		return [{ file, indicator, area, period, breakdown, value: Number(value) }];
	});
}

/** What a page gives its script: values stand in one list, and objects and lists name their places in it. */
function unpack(list: unknown[], at = 0): unknown {
	const made = new Map<number, unknown>();
	const read = (place: number): unknown => {
		if (place < 0) return undefined;
		if (made.has(place)) return made.get(place);
		const value = list[place];
		if (value === null || typeof value !== 'object') return value;
		if (Array.isArray(value)) {
			const own: unknown[] = [];
			made.set(place, own);
			if (typeof value[0] === 'string') return own;
			for (const each of value as number[]) own.push(read(each));
			return own;
		}
		const own: Record<string, unknown> = {};
		made.set(place, own);
		for (const [name, each] of Object.entries(value as Record<string, number>)) own[name] = read(each);
		return own;
	};
	return read(at);
}

/** Every number called `value` in what a page gives its script, with the area and indicator that it stands under. */
function scriptFigures(file: string, text: string, indicators: ReadonlySet<string>): Found[] {
	const found: Found[] = [];
	const nodes = (JSON.parse(text) as { nodes?: ({ data?: unknown[] } | null)[] }).nodes ?? [];
	const named = file.split('/').find((part) => indicators.has(part));
	const seen = new Set<object>();
	const visit = (
		node: unknown,
		area: string | undefined,
		indicator: string | undefined,
		period: string
	): void => {
		if (node === null || typeof node !== 'object' || seen.has(node)) return;
		seen.add(node);
		if (Array.isArray(node)) {
			for (const each of node) visit(each, area, indicator, period);
			return;
		}
		const own = node as Record<string, unknown>;
		const code = [own['area'], own['code']].find(isArea) ?? area;
		const about = [own['indicator'], own['id']].find((each) => typeof each === 'string');
		const when = typeof own['period'] === 'number' ? String(own['period']) : period;
		const at = about ?? indicator;
		if (code !== undefined && at !== undefined && typeof own['value'] === 'number')
			found.push({ file, indicator: at, area: code, period: when, breakdown: 'totaal', value: own['value'] });
		for (const [name, each] of Object.entries(own))
			// How many people live there is a figure of another indicator, which is not named.
			if (name !== 'residents') visit(each, code, at, when);
	};
	for (const node of nodes) if (node?.data) visit(unpack(node.data), undefined, named, '');
	return found;
}

/**
 * Every figure of some indicators in the pages of a built site, in their elements and in what they give their script.
 * @param indicators ids of what is looked for
 */
export function pageFigures(folder: string, indicators: ReadonlySet<string>): Found[] {
	const read = (file: string) => readFileSync(join(folder, file), 'utf8');
	return [
		...filesIn(folder, '.html').flatMap((file) => elementFigures(file, read(file))),
		...filesIn(folder, '__data.json').flatMap((file) => scriptFigures(file, read(file), indicators))
	].filter(({ indicator }) => indicators.has(indicator));
}

/** The bytes of every file of a built site, what is packed unpacked. */
export const builtFiles = (folder: string): { file: string; bytes: Buffer }[] =>
	filesIn(folder, '').map((file) => {
		const bytes = readFileSync(join(folder, file));
		if (file.endsWith('.br')) return { file, bytes: brotliDecompressSync(bytes) };
		return { file, bytes: file.endsWith('.gz') ? gunzipSync(bytes) : bytes };
	});
