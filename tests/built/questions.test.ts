import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { group, sum } from 'd3';
import { DomUtils, parseDocument } from 'htmlparser2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countedWords } from '#lib/db/queries/index.ts';
import { missingSigns } from '#lib/domain/format.ts';
import { originNames } from '#lib/domain/goal-names.ts';
import { stateNames, tellKinds } from '#lib/domain/action/tell.ts';
import { fromAddress } from '#lib/domain/question/address.ts';
import { fromNative } from '#lib/domain/sql/native.ts';
import { tellMeasured } from '#lib/domain/measure.ts';
import { outcomeNames, tellVerdicts } from '#lib/domain/verdict/judge.ts';
import { tellCounts } from '#lib/domain/since/sentence.ts';
import { statusNames, statuses, type Status } from '#lib/domain/verdict/status.ts';
import { reshapeSaved } from '#lib/workers/reshape/saved.ts';
import type { Model } from '#lib/schema/model.ts';
import { builtPaths, folder, kindOf, kinds, sampleOf } from '../site.ts';

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
const members = new Map(
	model.monitors.flatMap(({ areas }) => areas?.areas ?? []).map(({ code, members: own }) => [code, own])
);

type Document = ReturnType<typeof parseDocument>;
type Element = ReturnType<typeof DomUtils.getElementsByTagName>[number];
type Row = Record<string, unknown>;
let connection: DuckDBConnection;
const answers = new Map<string, Promise<Row[]>>();
beforeAll(async () => {
	const instance = await DuckDBInstance.create('.cache/monitor.duckdb', { access_mode: 'READ_ONLY' });
	connection = await instance.connect();
});
afterAll(() => connection.closeSync());

/** The rows of the question that a link opens. */
function rowsOf(href: string): Promise<Row[]> {
	const hash = href.slice(href.indexOf('#'));
	const known = answers.get(hash) ?? ask(hash);
	answers.set(hash, known);
	return known;
}

async function ask(hash: string): Promise<Row[]> {
	const question = await fromAddress(hash);
	if (!question) throw new Error(`${hash.slice(0, 80)} is no address of a question`);
	const answer = await connection.runAndReadAll(question.sql);
	if (question.steps === undefined) return answer.getRowObjectsJS();
	const stepped = await reshapeSaved(fromNative(answer), question.steps, async (sql) =>
		fromNative(await connection.runAndReadAll(sql))
	);
	if ('problems' in stepped) throw new Error(stepped.problems[0]!.message);
	const { columns, rows } = stepped.result;
	return rows.map((cells) => Object.fromEntries(columns.map(({ name }, i) => [name, cells[i]])));
}

const read = (path: string): Document =>
	parseDocument(readFileSync(join(folder, path, 'index.html'), 'utf8'));
const named = (name: string, within: Document['children']): Element[] =>
	DomUtils.getElementsByTagName(name, within, true);
const isAsk = ({ attribs }: Element): boolean => attribs['class']?.split(' ').includes('ask') ?? false;

/** The innermost section that an element lies in, or the whole of the page. */
function blockOf(element: Element): Element | undefined {
	for (let at = element.parent; at; at = at.parent)
		if (DomUtils.isTag(at) && (at.name === 'section' || at.name === 'main')) return at;
	return undefined;
}

/** Whether a cell says the same: a number of the database, or a text. */
const equals = (cell: unknown, wanted: unknown): boolean =>
	typeof cell === 'number' ? cell === Number(wanted) : String(cell) === String(wanted);
const has = (row: Row, ...wanted: unknown[]): boolean =>
	wanted.every((each) => Object.values(row).some((cell) => equals(cell, each)));

/** Whether a row of an answer is the figure of an element, with its area and year. */
function holds(rows: readonly Row[], { attribs: own }: Element): boolean {
	const { value, 'data-source': figure, 'data-indicator': id = '', 'data-area': area = '' } = own;
	const { 'data-period': period, 'data-breakdown': breakdown = 'totaal' } = own;
	if (figure !== undefined) return rows.some((row) => has(row, figure, value));
	if (id.startsWith('iv3-')) {
		const slack = id.endsWith('-per-inwoner') ? 0.5 : 0.001;
		const isNear = (cell: unknown) => typeof cell === 'number' && Math.abs(cell - Number(value)) <= slack;
		return rows.some((row) => has(row, area, period) && Object.values(row).some(isNear));
	}
	const about = (code: string) =>
		rows.filter(
			(row) => has(row, code, period, breakdown) && (!('indicator' in row) || row['indicator'] === id)
		);
	const parts = members.get(area);
	if (!parts) return about(area).some((row) => has(row, value));
	const tables = group(parts.flatMap(about), (row) => row['tabel']);
	return [...tables.values()].some(
		(own) => own.length === parts.length && sum(own, (row) => Number(row['waarde'])) === Number(value)
	);
}

/** Figures of a page that a question must give: not what is missing, nor what the site worked out of others. */
const figuresOf = (document: Document): Element[] =>
	named('data', document.children).filter(
		({ attribs }) =>
			attribs['value'] !== '' &&
			attribs['data-release'] === undefined &&
			(attribs['data-derived'] ?? 'boundaries') === 'boundaries' &&
			(attribs['data-indicator'] !== undefined || attribs['data-source'] !== undefined)
	);

const rowOf = (element: Element): Element | undefined => {
	let at = element.parent;
	while (at && !(DomUtils.isTag(at) && at.name === 'tr')) at = at.parent;
	return at ?? undefined;
};

/** A figure of a release that stands as it did, as the figure of today that its question must give. */
function figureNow(element: Element): Element | undefined {
	const row = rowOf(element);
	const cells = row ? named('td', row.children).map((cell) => DomUtils.textContent(cell).trim()) : [];
	if (!cells.includes('hetzelfde') || element.attribs['value'] === '') return undefined;
	const parts = element.attribs['data-release-figure']!.split(',');
	const { value } = element.attribs;
	const attribs: Record<string, string | undefined> =
		parts.length === 2
			? { value, 'data-source': parts[1] }
			: parts.length === 4
				? { value, 'data-indicator': 'iv3-', 'data-area': parts[0], 'data-period': parts[1] }
				: {
						value,
						'data-indicator': parts[1],
						'data-area': parts[2],
						'data-period': parts[3],
						'data-breakdown': parts[4]
					};
	return Object.assign(Object.create(element) as Element, { attribs });
}

test.each(['', '/[indicator]', '/stukken/[document]', '/iv3/[year]', '/rapport/[period]'])(
	'what a citation%s shows and is still the same is in the answer to its question',
	async (below) => {
		const own = builtPaths().filter((path) => kindOf(path) === `/[monitor]/aanhalen/[release]${below}`);
		const problems: string[] = [];
		let seen = 0;
		for (const path of own.filter((_, i) => i % Math.ceil(own.length / 12) === 0)) {
			const document = read(path);
			const links = group(named('a', document.children).filter(isAsk), blockOf);
			const answersOf = async (element: Element) =>
				(
					await Promise.all(
						(links.get(blockOf(element)) ?? []).map(({ attribs }) => rowsOf(attribs['href']!))
					)
				).flat();
			for (const element of named('data', document.children)) {
				if (element.attribs['data-release-figure'] === undefined) continue;
				const now = figureNow(element);
				if (!now) continue;
				seen += 1;
				if (!holds(await answersOf(element), now))
					problems.push(`${path} ${JSON.stringify(element.attribs)}`);
			}
			for (const article of named('article', document.children)) {
				if (!/Nu is het oordeel (over die dag )?hetzelfde/.test(DomUtils.textContent(article))) continue;
				const [link] = named('a', article.children);
				const goal = link!.attribs['href']!.split('/').at(-2);
				const [said] = named('strong', article.children).map((each) => DomUtils.textContent(each).trim());
				const row = (await answersOf(article)).find((each) => each['onderdeel'] === goal);
				seen += 1;
				if (!row || !said!.startsWith(String(row['oordeel']))) problems.push(`${path} ${goal}: ${said}`);
			}
		}
		expect(problems.slice(0, 10)).toEqual([]);
		expect(seen).toBeGreaterThan(100);
	}
);

const sample = sampleOf(builtPaths(), 40);
let checked = 0;

describe.each(kinds.map(({ route }) => route))('%s', (route) => {
	test('each figure lies in a block with a question that gives it, and no question is without rows', async () => {
		const problems: string[] = [];
		for (const path of sample.filter((each) => kindOf(each) === route)) {
			const document = read(path);
			const links = group(named('a', document.children).filter(isAsk), blockOf);
			for (const { attribs } of [...links.values()].flat())
				if ((await rowsOf(attribs['href']!)).length === 0)
					problems.push(`${path} asks for no row: ${attribs['href']}`);
			for (const element of figuresOf(document)) {
				checked += 1;
				const own = links.get(blockOf(element)) ?? [];
				const rows = (await Promise.all(own.map(({ attribs }) => rowsOf(attribs['href']!)))).flat();
				if (!holds(rows, element))
					problems.push(`${path} ${JSON.stringify(element.attribs)} in ${own.length} questions`);
			}
		}
		expect(problems.slice(0, 10)).toEqual([]);
	});
});

/** The words that answers have for codes. */
const words = new Map<string, string>(Object.values(countedWords).flatMap((each) => Object.entries(each)));

/**
 * What is wrong with a number that a page counted. Behind the word of its question stand the first cells of its row and
 * the name of its column, as `goals|westland|outcome|onderdelen`.
 */
function wrongCount(rows: readonly Row[], { attribs: own }: Element): string | undefined {
	const keys = own['data-counted']!.split('|').slice(1);
	const column = keys.pop()!;
	const row = rows.find(
		(each) =>
			keys.every((key, i) => [key, words.get(key)].includes(String(Object.values(each)[i]))) && column in each
	);
	return row && String(row[column]) === own['value']
		? undefined
		: `${own['value']}, and not ${String(row?.[column])}`;
}

const statusOf = (word: string): Status => statuses.find((status) => statusNames[status].label === word)!;
const verdictsIn = (rows: readonly Row[], column: string) =>
	rows.flatMap((row) =>
		Array.from({ length: Number(row[column]) }, () => ({ status: statusOf(String(row['oordeel'])) }))
	);
/** What a sentence that was counted has to hold, from the answer to its question. */
const sentences: Record<string, (rows: readonly Row[]) => string> = {
	verdicts: (rows) => tellVerdicts(verdictsIn(rows, 'outcome'), outcomeNames),
	then: (rows) => tellVerdicts(verdictsIn(rows, 'outcome'), outcomeNames),
	changes(rows) {
		const of = (...kinds: (keyof typeof countedWords.changes)[]) =>
			sum(kinds, (kind) => Number(rows.find((row) => row['wat'] === countedWords.changes[kind])?.['aantal']));
		return tellCounts({
			verdicts: of('verdict'),
			fresh: of('new'),
			revised: of('revised'),
			texts: of('definition', 'goal', 'promise', 'link')
		});
	},
	below: (rows) => tellVerdicts(verdictsIn(rows, 'onderdelen'), { one: 'onderdeel', more: 'onderdelen' }),
	measurable(rows) {
		const row = rows.find((each) => each['naam'] === 'outcome') ?? {};
		const of = (column: string) => Number(row[column]);
		const [whole, part, indirect] = ['precies te meten', 'deels te meten', 'van een afstand te meten'].map(
			of
		);
		return tellMeasured(
			{
				whole: whole!,
				part: part!,
				indirect: indirect!,
				none: of('onderdelen') - whole! - part! - indirect!
			},
			{
				document: of('alleen een cijfer uit het stuk'),
				beside: of('zonder indicator, met een open cijfer in de buurt'),
				incomplete: of('zonder indicator, met een cijfer voor een deel')
			}
		);
	}
};

const isCounted = ({ attribs }: Element): boolean => attribs['data-counted'] !== undefined;
const countedKinds = [
	...['/', '/methode', '/[monitor]', '/[monitor]/voortgang', '/[monitor]/meetbaarheid'],
	...[
		'/[monitor]/acties',
		'/[monitor]/doelen/[goal]',
		'/[monitor]/cyclus/[period]',
		'/[monitor]/rapport/[period]'
	]
];

test.each([...countedKinds, '/data', '/[monitor]/doelen', '/insluiten/[monitor]/boom'])(
	'each number that was counted on %s lies in a block with a question that gives it',
	async (route) => {
		const problems: string[] = [];
		let seen = 0;
		for (const path of sample.filter((each) => kindOf(each) === route)) {
			const document = read(path);
			const links = group(named('a', document.children).filter(isAsk), blockOf);
			for (const element of DomUtils.findAll(isCounted, document.children)) {
				const own = links.get(blockOf(element)) ?? [];
				const answers = await Promise.all(own.map(({ attribs }) => rowsOf(attribs['href']!)));
				const text = DomUtils.textContent(element).trim();
				const told = sentences[element.attribs['data-counted']!.split(':')[0]!];
				const isRight = (rows: readonly Row[]) =>
					element.name === 'data' ? !wrongCount(rows, element) : !told || told(rows) === text;
				seen += 1;
				if (!answers.some(isRight)) problems.push(`${path} ${JSON.stringify(element.attribs)} ${text}`);
			}
		}
		expect(problems).toEqual([]);
		expect(seen).toBeGreaterThan(0);
	}
);

test.each(model.monitors.map(({ monitor }) => monitor.slug))(
	'the tree of %s says above each level what its question gives',
	async (slug) => {
		const document = read(`/${slug}/doelen/`);
		const [link] = named('a', document.children).filter(isAsk);
		const shown = DomUtils.textContent(document.children);
		const levels = (await rowsOf(link!.attribs['href']!)).filter(
			(row) => row['monitor'] === slug && row['niveau'] !== 'alle' && Number(row['onderdelen']) > 0
		);
		expect(levels.length).toBeGreaterThan(2);
		for (const row of levels)
			expect(shown).toMatch(
				new RegExp(
					`\\b${Number(row['onderdelen'])} onderde(el|len), ${Number(row['met een open cijfer'])} met een open cijfer`
				)
			);
	}
);

test.each(model.monitors.map(({ monitor }) => monitor.slug))(
	'every number in the sentence about the actions of %s is in the answer',
	async (slug) => {
		const document = read(`/${slug}/acties/`);
		const [told] = DomUtils.findAll((each) => each.attribs['data-counted'] === 'actions', document.children);
		const [link] = named('a', document.children).filter(isAsk);
		const rows = await rowsOf(link!.attribs['href']!);
		const of = (kind: string) => rows.filter((row) => row['soort'] === kind);
		const reported = of('stand').filter((row) => row['naam'] !== stateNames.unreported);
		const known = [
			...rows.flatMap((row) => [row['acties'], row['datum voorbij, daarna niets gemeld']]),
			sum(reported, (row) => Number(row['acties']))
		].map(Number);
		const numbers = DomUtils.textContent(told!).match(/\d+/g)!.map(Number);
		expect(numbers.length).toBeGreaterThan(1);
		expect(numbers.filter((each) => !known.includes(each))).toEqual([]);
		expect(sum(of('thema'), (row) => Number(row['acties']))).toBe(of('alle')[0]!['acties']);
	}
);

/** Whether a sentence about what is planned or done for a goal says what the rows of its question say. */
function tellsWork(told: string, rows: readonly Row[]): boolean {
	const kinds = Object.keys(countedWords.kinds) as (keyof typeof countedWords.kinds)[];
	const of = (isOwn: (row: Row) => boolean) =>
		rows.filter(isOwn).flatMap((row) => Array.from({ length: Number(row['onderdelen']) }, () => row));
	const all = of(() => true).map((row) => ({
		kind: kinds.find((kind) => countedWords.kinds[kind] === row['soort'])!
	}));
	const planned = all.filter(({ kind }) => kind !== 'result');
	if (told === tellKinds(planned)) return true;
	const states = group(
		of((row) => row['stand'] !== stateNames.unreported),
		(row) => row['stand']
	);
	const reported = sum(states.values(), (each) => each.length);
	const numbers = reported > 1 ? [reported, ...[...states.values()].map((each) => each.length)] : [];
	if (reported > 0 && reported < all.length) numbers.push(all.length - reported);
	const [kindsTold, ...rest] = told.replace(/^Het gaat om /, '').split('. ');
	return (
		kindsTold === tellKinds(all) &&
		(rest.join(' ').match(/\d+/g) ?? []).map(Number).toSorted().join() === numbers.toSorted().join()
	);
}

test('what is planned and done for a goal is what its question gives', async () => {
	const problems: string[] = [];
	let seen = 0;
	for (const path of builtPaths().filter((each) => /^\/\w+\/(doelen|cyclus)\/[^/]+\/$/.test(each))) {
		const document = read(path);
		const links = group(named('a', document.children).filter(isAsk), blockOf);
		for (const element of DomUtils.findAll(isCounted, document.children)) {
			if (!element.attribs['data-counted']!.startsWith('work:')) continue;
			const own = links.get(blockOf(element)) ?? [];
			const answers = await Promise.all(own.map(({ attribs }) => rowsOf(attribs['href']!)));
			const told = DomUtils.textContent(element).trim();
			seen += 1;
			if (!answers.some((rows) => tellsWork(told, rows))) problems.push(`${path} ${told}`);
		}
	}
	expect(problems.slice(0, 10)).toEqual([]);
	expect(seen).toBeGreaterThan(50);
});

test.each(model.monitors.map(({ monitor }) => monitor.slug))(
	'what changed in %s with the last release is what its question gives',
	async (slug) => {
		const document = read(`/${slug}/sinds/`);
		const [told] = DomUtils.findAll(({ attribs }) => attribs['role'] === 'status', document.children);
		const [link] = named('a', document.children).filter(isAsk);
		const rows = await rowsOf(link!.attribs['href']!);
		expect(DomUtils.textContent(told!).trim().endsWith(sentences['changes']!(rows))).toBe(true);
	}
);

test('answers have the words of the site for codes', () => {
	const { verdicts, origins, statuses: certain, states } = countedWords;
	for (const status of statuses) expect(verdicts[status]).toBe(statusNames[status].label);
	for (const [origin, { label }] of Object.entries(originNames))
		expect(origins[origin as keyof typeof origins]).toBe(label);
	for (const [reason, { meaning }] of Object.entries(missingSigns))
		expect(meaning.startsWith(certain[reason as keyof typeof certain])).toBe(true);
	expect(states).toEqual(stateNames);
});

test('there were figures to check', () => {
	expect(checked).toBeGreaterThan(3000);
});

test('what is no figure of a question is not taken for one', () => {
	const [element] = named(
		'data',
		parseDocument('<data value="2" data-indicator="x" data-area="A" data-period="2020">').children
	);
	const row = { gebied: 'A', jaar: 2020, indicator: 'x', groep: 'totaal', waarde: 2 };
	expect(holds([row], element!)).toBe(true);
	expect(holds([{ ...row, waarde: 3 }], element!)).toBe(false);
	expect(holds([{ ...row, gebied: 'B' }], element!)).toBe(false);
	expect(holds([{ ...row, indicator: 'y' }], element!)).toBe(false);
});

describe('saved questions', () => {
	test.each(model.questions.map(({ id, title }) => ({ id, title })))('$id', async ({ id, title }) => {
		const document = read(`/vragen/${id}/`);
		const [link] = named('a', document.children).filter(isAsk);
		const rows = await rowsOf(link!.attribs['href']!);
		const lines = named('tr', document.children).slice(1);
		expect(named('h1', document.children).map((head) => DomUtils.textContent(head))).toEqual([title]);
		expect(lines).toHaveLength(rows.length);
		expect(rows.length).toBeGreaterThan(0);
	});

	test('each is on the list', () => {
		const hrefs = named('a', read('/vragen/').children).map(({ attribs }) => attribs['href']);
		expect(hrefs).toEqual(expect.arrayContaining(model.questions.map(({ id }) => `../vragen/${id}/`)));
	});

	test('there are twenty or more', () => {
		expect(model.questions.length).toBeGreaterThanOrEqual(20);
	});
});

/** The places where a page says that its figures are cited. */
const citedOn = (path: string): string[] =>
	DomUtils.getElementsByTagName(
		'a',
		parseDocument(readFileSync(join(folder, path, 'index.html'), 'utf8'))
	).flatMap(({ attribs: { href = '' } }) => {
		const { pathname, hash } = new URL(href, `http://a${path}`);
		return /^\/[^/]+\/aanhalen\//.test(pathname) ? [pathname + hash] : [];
	});

test('a saved question leads to where the figures of its answer are cited, and so does its chart elsewhere', () => {
	expect(citedOn('/vragen/eenzaamheid-door-de-jaren/')).toEqual(
		['westerkwartier', 'westland', 'zoetermeer'].map(
			(slug) => `/${slug}/aanhalen/${model.releases.at(-1)!.date}/eenzaamheid/`
		)
	);
	const day = model.releases.at(-1)!.date;
	// An indicator, and figures of a document that the question takes from another table.
	expect(citedOn('/vragen/stukken-tegen-open-data/')).toEqual([
		`/westerkwartier/aanhalen/${day}/eenzaamheid/`,
		`/westerkwartier/aanhalen/${day}/#stukken-en-bedragen`
	]);
	const all = new Set(builtPaths());
	for (const { id, monitor } of model.questions) {
		const cited = citedOn(`/vragen/${id}/`);
		expect([id, cited.length > 0, cited.filter((path) => !all.has(path.split('#')[0]!))]).toEqual([
			id,
			true,
			[]
		]);
		if (monitor) expect(cited.filter((path) => !path.startsWith(`/${monitor}/`))).toEqual([]);
		if (all.has(`/insluiten/vragen/${id}/`)) expect(citedOn(`/insluiten/vragen/${id}/`)).toEqual(cited);
	}
});
