import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { ReleasedAmount, ReleasedFigure, ReleasedValue } from '../../schema/release.ts';
import { goal, indicator, release, released } from '../since/since.fixture.ts';
import {
	canonicalJson,
	citedText,
	hashOfAll,
	saidAmount,
	saidDocumentFigure,
	saidFigure,
	saidVerdict,
	sha256,
	shownDigits,
	shownHashes,
	sourcesKeptFrom,
	type Said
} from './hash.ts';

const hashOf = (said: Said) => sha256(citedText(said));
const figure = (row: Partial<ReleasedValue> = {}, change: Parameters<typeof release>[0] = {}) =>
	hashOf(saidFigure(released(row), release(change)));

describe('canonical JSON', () => {
	test('is that of the example of RFC 8785', () => {
		const numbers = [333333333.33333329, 1e30, 4.5, 2e-3, 0.000000000000000000000000001];
		expect(canonicalJson({ numbers, string: '€$\u000F\nA\'B"\\\\"/', literals: [null, true, false] })).toBe(
			'{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}'
		);
	});

	test('sorts fields within fields, and keeps lists as they are', () => {
		expect(canonicalJson({ b: [{ d: 1, c: 2 }, 'a'], a: { ö: 1, z: undefined, 10: 2, 9: 3 } })).toBe(
			'{"a":{"10":2,"9":3,"ö":1},"b":[{"c":2,"d":1},"a"]}'
		);
	});
});

describe('the hash of a figure of a document', () => {
	const row: ReleasedFigure = {
		...{ monitor: 'stad', id: 'st-1', document: '001', place: 'bladzijde 3', subject: 'budget' },
		...{ breakdown: '', area: 'Stad', period: '2020', value: '12.50', unit: 'euro', remark: 'Per jaar.' }
	};
	const documents = [{ id: '001', title: 'Brief', publisher: 'Stad', licence: 'openbaar' }];
	const said = (change: Partial<ReleasedFigure> = {}) =>
		saidDocumentFigure({ ...row, ...change }, { documents });

	test('is that of these bytes', () => {
		expect(citedText(said())).toBe(
			'{"definition":{"remark":"Per jaar.","subject":"budget"},"rule":null,"source":{"document":{"id":"001","licence":"openbaar","publisher":"Stad","title":"Brief"},"place":"bladzijde 3"},"value":{"area":"Stad","breakdown":"","id":"st-1","monitor":"stad","period":"2020","unit":"euro","value":"12.50"}}'
		);
	});

	test.each(Object.keys(row))('is another with another %s', async (name) => {
		expect(await hashOf(said({ [name]: 'anders' }))).not.toBe(await hashOf(said()));
	});

	test('is another with another text about the document, and needs none', async () => {
		const other = saidDocumentFigure(row, { documents: [{ ...documents[0]!, title: 'Nota' }] });
		expect(await hashOf(other)).not.toBe(await hashOf(said()));
		expect(saidDocumentFigure(row, {}).source).toEqual({ document: { id: '001' }, place: 'bladzijde 3' });
	});
});

describe('the hash of an amount', () => {
	const row: ReleasedAmount = {
		...{ municipality: 'GM0001', year: '2020', report: 'begroting', population: '1000' },
		...{ taakveld: '6.1', title: 'Samenkracht', value: '-31' }
	};
	const sources = [{ id: 'iv3', title: 'Iv3', publisher: 'CBS', licence: 'Vrij' }];

	test('is that of these bytes', () => {
		expect(citedText(saidAmount(row, { sources }))).toBe(
			'{"definition":{"taakveld":"6.1","title":"Samenkracht"},"rule":null,"source":{"id":"iv3","licence":"Vrij","publisher":"CBS","title":"Iv3"},"value":{"municipality":"GM0001","population":"1000","report":"begroting","value":"-31","year":"2020"}}'
		);
	});

	test.each(Object.keys(row))('is another with another %s', async (name) => {
		expect(await hashOf(saidAmount({ ...row, [name]: 'anders' }, { sources }))).not.toBe(
			await hashOf(saidAmount(row, { sources }))
		);
	});
});

describe('the hash of a figure', () => {
	test('is that of these bytes', async () => {
		const text = citedText(saidFigure(released(), release()));
		expect(text).toBe(
			'{"definition":{"definition":"Deel dat zich gezond voelt.","direction":"up","id":"gezondheid","method":"Een vragenlijst.","population":"Inwoners.","title":"Gezondheid","unit":"procent"},"rule":null,"source":{"id":"t2020"},"value":{"area":"GM0001","breakdown":"18+","indicator":"gezondheid","period":"2020","status":"estimate","value":"70"}}'
		);
		expect(await sha256(text)).toBe('1f0d1b8a9317b3fae4afa8b0187462c61cffe5b770f14f24667dc9a97d1b9228');
	});

	test.each(Object.keys(released()).filter((name) => name !== 'table'))(
		'is another with another %s',
		async (name) => {
			expect(await figure({ [name]: 'anders' })).not.toBe(await figure());
		}
	);

	test.each(Object.keys(indicator()).filter((name) => name !== 'id'))(
		'is another with another %s in the definition',
		async (name) => {
			const indicators = [indicator({ [name]: 'anders' })];
			expect(await figure({}, { indicators })).not.toBe(await figure());
		}
	);

	test('is another with another table, or another text about that table', async () => {
		const source = { id: 't2020', title: 'Tabel', publisher: 'Wie', licence: 'Vrij', boundaries: 2020 };
		const kept = await figure({}, { sources: [source] });
		const all = [
			await figure(),
			await figure({ table: 't2024' }),
			kept,
			await figure({}, { sources: [{ ...source, boundaries: 2024 }] })
		];
		expect(new Set(all).size).toBe(all.length);
		expect(await figure({}, { sources: [source, { ...source, id: 'ander' }] })).toBe(kept);
	});

	test('is the same whatever else a release holds, on whatever day', async () => {
		const [own] = release().indicators;
		const same = await figure(
			{},
			{
				date: '2031-12-31',
				monitors: [],
				indicators: [indicator({ id: 'ander', title: 'Iets anders' }), own!]
			}
		);
		expect(same).toBe(await figure());
	});

	test('of what is missing is not that of 0', async () => {
		const missing = await figure({ value: '', status: 'suppressed' });
		expect(missing).not.toBe(await figure({ value: '0', status: 'suppressed' }));
		expect(missing).not.toBe(await figure({ value: '', status: 'unknown' }));
	});
});

describe('the hash of a verdict', () => {
	const target = {
		id: 'meer',
		title: 'Meer mensen',
		wanted: 'rises' as const,
		decidedBy: 'De raad',
		since: '2020-01-01',
		source: { document: '001', place: 'bladzijde 3' }
	};
	const own = goal({ targets: [target] });
	const verdict = (change: Parameters<typeof goal>[0] = {}, monitor = 'ergens') =>
		hashOf(saidVerdict(monitor, { ...own, ...change }));

	test('is that of these bytes', async () => {
		const text = citedText(saidVerdict('ergens', own));
		expect(text).toBe(
			'{"definition":{"id":"gezonder","level":"outcome","targets":[{"decidedBy":"De raad","id":"meer","since":"2020-01-01","title":"Meer mensen","wanted":"rises"}],"title":"Meer mensen voelen zich gezond"},"rule":"target@1","source":[{"document":"001","place":"bladzijde 3"}],"value":{"goal":"gezonder","monitor":"ergens","sentence":"Niemand sprak iets af.","status":"no-target"}}'
		);
		expect(await sha256(text)).toBe('a4c584cf1b36df51036bb288d91649adfd93dd296243050855491ffbbaf7ce7b');
	});

	test.each([
		['status', { verdict: { ...own.verdict, status: 'missed' } }],
		['sentence', { verdict: { ...own.verdict, sentence: 'Anders.' } }],
		['share', { verdict: { ...own.verdict, share: { number: 1, of: 2 } } }],
		['rule', { verdict: { ...own.verdict, rule: 'target@2' } }],
		['title', { title: 'Anders' }],
		['promise', { targets: [{ ...target, value: 3 }] }],
		['source', { targets: [{ ...target, source: { document: '001', place: 'bladzijde 4' } }] }]
	])('is another with another %s', async (_, change) => {
		expect(await verdict(change)).not.toBe(await verdict());
	});

	test('is another in another monitor', async () => {
		expect(await verdict({}, 'elders')).not.toBe(await verdict());
	});
});

test('the hash of all is that of the hashes in any order', async () => {
	const expected = createHash('sha256').update('a\nb').digest('hex');
	expect(await hashOfAll(['b', 'a'])).toBe(expected);
	expect(await hashOfAll(['a', 'b'])).toBe(expected);
	expect(await hashOfAll(['a'])).not.toBe(expected);
});

test('two hashes that begin alike are refused', () => {
	const [one, other] = ['a'.repeat(64), `${'a'.repeat(shownDigits)}${'b'.repeat(64 - shownDigits)}`];
	expect(() => shownHashes([one, other])).toThrow(/aaaaaaaaaa/);
	expect(shownHashes([one, 'b'.repeat(64)])).toEqual(['a'.repeat(10), 'b'.repeat(10)]);
});

test.each([
	[[], undefined],
	[[{ date: '2026-01-01' }], undefined],
	[
		[
			{ date: '2026-01-01', sources: [] },
			{ date: '2026-02-01', sources: [] }
		],
		undefined
	],
	[[{ date: '2026-01-01' }, { date: '2026-02-01' }, { date: '2026-03-01', sources: [{}] }], '2026-03-01'],
	[
		[{ date: '2026-01-01' }, { date: '2026-02-01', sources: [] }, { date: '2026-03-01', sources: [] }],
		'2026-02-01'
	]
])('of %j sources are kept from %s', (releases, day) => expect(sourcesKeptFrom(releases)).toBe(day));
