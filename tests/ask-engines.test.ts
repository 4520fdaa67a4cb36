import type { DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fit } from '#lib/domain/ask/fit.ts';
import { levelsFor, type Holdings } from '#lib/domain/ask/holdings.ts';
import { objection } from '#lib/domain/ask/objection.ts';
import { askedSentence } from '#lib/domain/ask/sentence.ts';
import { write } from '#lib/domain/ask/write.ts';
import { objection as objectionToSql } from '#lib/domain/sql/allowed.ts';
import { splitStatements } from '#lib/domain/sql/split.ts';
import { ask as askSchema, type Ask, type Make, type Subject } from '#lib/schema/ask.ts';
import { loadHoldings } from '#lib/server/askable.ts';
import { startNative, startWasm, wasmRows, type Wasm } from './engines.ts';

let native: DuckDBConnection;
let wasm: Wasm;
const holdings: Holdings = await loadHoldings();

beforeAll(async () => {
	native = await startNative();
	wasm = await startWasm();
}, 60_000);
afterAll(() => {
	native.closeSync();
	wasm.close();
});

const indicator = (
	id: string,
	breakdown: '18+' | '65+' | 'totaal',
	of?: string,
	scale: 100 | 1000 = 1000
): Subject => ({
	kind: 'indicator',
	indicator: id,
	breakdown,
	...(of && { per: { of, scale } })
});
const spending = (of: string, perInhabitant: boolean): Subject => ({
	kind: 'spending',
	of,
	report: 'jaarrekening',
	perInhabitant
});

const subjects: Record<string, Subject[]> = {
	share: [indicator('eenzaamheid', '18+')],
	'share of two tables': [indicator('ervaren-gezondheid', '18+')],
	'share of the elderly': [indicator('roken', '65+')],
	count: [indicator('bijstand', 'totaal')],
	'count per 1,000': [indicator('bijstand', 'totaal', 'inwoners')],
	'count per 100 households': [indicator('eenpersoonshuishoudens', 'totaal', 'huishoudens', 100)],
	'rate with a denominator': [indicator('wmo-clienten', 'totaal')],
	'groups of one indicator': [indicator('eenzaamheid', '18+'), indicator('eenzaamheid', '65+')],
	'two indicators': [indicator('eenzaamheid', '18+'), indicator('roken', '18+')],
	'two counts': [indicator('inwoners-65plus', 'totaal'), indicator('inwoners', 'totaal')],
	'all spending': [spending('6', true)],
	'a domain in total': [spending('inkomen', false)],
	'a taakveld': [spending('6.71', true)],
	'spending beside an indicator': [spending('6', true), indicator('eenzaamheid', '18+')]
};
const makes: Make[] = [
	...(['none', 'period', 'area', 'subject'] as const).map((pivot): Make => ({ kind: 'figures', pivot })),
	...(['period', 'gemeente', 'land', 'subject'] as const).flatMap((other) =>
		(['difference', 'ratio'] as const).map((form): Make => ({ kind: 'compare', with: other, form }))
	),
	{ kind: 'index', base: 0 },
	{ kind: 'rank', first: 'high' },
	{ kind: 'rank', first: 'low' },
	{ kind: 'scatter' },
	{ kind: 'correlation', method: 'spearman' },
	{ kind: 'correlation', method: 'pearson' }
];
const everywhere = holdings.gemeenten.map(({ code }) => code);

/** Subjects that are asked on every level, and taken together. */
const broad = ['share', 'count', 'count per 1,000', 'two indicators'];

function variants(): Ask[] {
	const found = new Map<string, Ask>();
	const add = (wanted: Ask) => {
		const asked = fit(wanted, holdings);
		if (!objection(asked, holdings)) found.set(JSON.stringify(asked), asked);
	};
	const some = holdings.parts[everywhere[1]!]!.wijk.slice(0, 3).map(({ code }) => code);
	for (const [name, own] of Object.entries(subjects))
		for (const make of makes) {
			const levels = levelsFor({ subjects: own, within: everywhere }, holdings);
			const base: Omit<Ask, 'level'> = {
				version: 1,
				subjects: own,
				within: everywhere,
				only: [],
				together: 'no',
				periods: [],
				make
			};
			for (const level of broad.includes(name) ? levels : levels.slice(0, 1)) add({ ...base, level });
			if (!broad.includes(name) || (make.kind === 'figures' && make.pivot !== 'none')) continue;
			const wijken = { ...base, level: 'wijk' as const };
			add({ ...wijken, within: everywhere.slice(0, 1) });
			add({ ...wijken, together: 'gemeente' });
			add({ ...wijken, together: 'one' });
			add({ ...wijken, together: 'one', only: some });
			add({ ...wijken, only: some });
		}
	return [...found.values()];
}
const asks = variants();
const kindOf = ({ make }: Ask) =>
	[make.kind, ...Object.values(make).filter((each) => typeof each === 'string')].slice(1).join(' ');

test('there are asks of every kind, level and way of taking together', () => {
	expect(new Set(asks.map(kindOf)).size).toBe(makes.length);
	expect(new Set(asks.map(({ level }) => level)).size).toBe(5);
	expect(new Set(asks.map(({ together }) => together)).size).toBe(3);
	expect(asks.length).toBeGreaterThan(200);
});

describe.each([...new Set(asks.map(kindOf))])('%s', (kind) => {
	const own = asks.filter((each) => kindOf(each) === kind);

	test(`answers the same on both engines, with the columns that the view names (${own.length})`, async () => {
		for (const asked of own) {
			const { sql, view } = write(asked, holdings);
			const reader = await native.runAndReadAll(sql);
			const rows = reader.getRowObjectsJS();
			const said = askedSentence(asked, holdings);
			expect(rows.length, said).toBeGreaterThan(0);
			expect(wasmRows(wasm.query(sql)), said).toEqual(rows);
			const columns = reader.columnNames();
			expect(new Set(columns).size, said).toBe(columns.length);
			for (const column of [view.area, view.period, view.value, view.other, view.series])
				if (column !== undefined) expect(columns, said).toContain(column);
		}
	}, 240_000);

	test('is one statement that the workbench lets through, and a valid ask', () => {
		for (const asked of own) {
			const statements = splitStatements(write(asked, holdings).sql);
			expect(statements).toHaveLength(1);
			expect(objectionToSql(statements[0]!)).toBeUndefined();
			expect(askSchema.parse(asked)).toEqual(asked);
			expect(fit(asked, holdings)).toEqual(asked);
		}
	});
});
