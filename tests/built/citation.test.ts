import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import { group, pairs } from 'd3';
import { Parser } from 'htmlparser2';
import { beforeAll, describe, expect, test } from 'vitest';
import { predecessors } from '#lib/domain/expenditure.ts';
import { formatDay, formatNumber, missingSigns } from '#lib/domain/format.ts';
import type { Unit } from '#lib/schema/indicator.ts';
import type { Model } from '#lib/schema/model.ts';
import type { Missing } from '#lib/schema/observation.ts';
import { keptCitations, keptRows, wrongCitations } from '../kept-citations.ts';
import { builtPages, folder, type BuiltPage } from '../site.ts';

// Hashes are worked out here from the files of data/releases/ alone, with no code of the site.

type Fields = Record<string, unknown>;

const sorted = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const fields = value as Fields;
	return Object.fromEntries(
		Object.keys(fields)
			.toSorted((a, b) => (a < b ? -1 : 1))
			.map((name) => [name, sorted(fields[name])])
	);
};
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hashOf = (said: Fields): string => sha256(JSON.stringify(sorted(said)));
const short = (hash: string): string => hash.slice(0, 10);

interface Indicator extends Fields {
	id: string;
	unit: Unit;
}
interface Goal extends Fields {
	id: string;
	targets: Fields[];
	verdict: { status: string; rule: string; sentence: string };
}
interface Kept {
	date: string;
	indicators: Indicator[];
	sources?: { id: string }[];
	monitors: { slug: string; goals: Goal[] }[];
}
interface Row {
	table: string;
	indicator: string;
	area: string;
	period: string;
	breakdown: string;
	value: string;
	status: string;
}

const days = readdirSync('data/releases').toSorted();
const read = (day: string, file: string) => readFileSync(`data/releases/${day}/${file}`, 'utf8');
const releases = days.map((day) => {
	const [head, ...lines] = read(day, 'values.csv').trimEnd().split('\n');
	const columns = head!.split(',');
	const rows = lines.map((line) => {
		const cells = line.split(',');
		return Object.fromEntries(columns.map((column, i) => [column, cells[i]])) as unknown as Row;
	});
	return { day, kept: JSON.parse(read(day, 'release.json')) as Kept, rows };
});
const newest = releases.at(-1)!;

const keyOf = (row: Omit<Row, 'value'>): string =>
	[row.table, row.indicator, row.area, row.period, row.breakdown].join(',');

function figureHash({ kept }: (typeof releases)[number], { table, ...value }: Row): string {
	const definition = kept.indicators.find(({ id }) => id === value.indicator);
	const source = kept.sources?.find(({ id }) => id === table) ?? { id: table };
	return hashOf({ value, definition, source, rule: null });
}

function verdictHash(monitor: string, { verdict: { rule, ...value }, targets, ...goal }: Goal): string {
	return hashOf({
		value: { monitor, goal: goal.id, ...value },
		definition: { ...goal, targets: targets.map((target) => ({ ...target, source: undefined })) },
		source: targets.map(({ source }) => source),
		rule
	});
}

/** A row or verdict of a page: what has an id that starts with `c-`, with the figures and verdicts in it. */
interface Cited {
	id: string;
	data: Record<string, string>[];
	marks: Record<string, string>[];
	links: string[];
	text: string;
}

function citedOn({ html }: BuiltPage): Cited[] {
	const found: Cited[] = [];
	let open: Cited | undefined;
	let depth = 0;
	const parser = new Parser({
		onopentag(tag, attributes) {
			depth += 1;
			if (attributes.id?.startsWith('c-')) {
				open = { id: attributes.id, data: [], marks: [], links: [], text: '' };
				found.push(open);
				depth = 0;
			}
			if (tag === 'data') open?.data.push(attributes);
			if ('data-status' in attributes) open?.marks.push(attributes);
			if (tag === 'a') open?.links.push(attributes.href ?? '');
		},
		ontext(text) {
			if (open) open.text += text;
		},
		onclosetag() {
			if (depth === 0) open = undefined;
			else depth -= 1;
		}
	});
	parser.end(html);
	return found.map((each) => ({ ...each, text: each.text.replace(/\s+/g, ' ') }));
}

const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
let pages: Map<string, BuiltPage>;
/** Figures of today's data by their key, as `value,status`. */
const current = new Map<string, string>();

beforeAll(async () => {
	pages = new Map(builtPages().map((page) => [page.path, page]));
	const instance = await DuckDBInstance.create('.cache/monitor.duckdb', { access_mode: 'READ_ONLY' });
	const connection = await instance.connect();
	const all = await connection.runAndReadAll('select * from observation');
	for (const row of all.getRowObjectsJS() as unknown as (Omit<Row, 'value'> & { value: number | null })[])
		current.set(keyOf(row), `${String(row.value ?? '')},${row.status}`);
	connection.closeSync();
}, 120_000);

/** The figures of a release that a monitor shows, by indicator, where one of its own areas has a value. */
function figuresOf({ rows }: (typeof releases)[number], municipality: string) {
	const isOwn = ({ area }: Row) => area.slice(2, 6) === municipality.slice(2);
	const shown = group(
		rows.filter((row) => row.area === 'NL01' || isOwn(row)),
		({ indicator }) => indicator
	);
	return [...shown].filter(([, own]) => own.some((row) => isOwn(row) && row.value !== ''));
}

const pageOf = (path: string): BuiltPage => {
	const page = pages.get(path);
	if (!page) throw new Error(`there is no ${path}`);
	return page;
};

describe.each(
	releases.flatMap((release) => model.monitors.map(({ monitor }) => ({ day: release.day, release, monitor })))
)('the release of $day of $monitor.slug', ({ day, release, monitor: { slug, municipality } }) => {
	test('has every figure under its own hash, with the value of then and how it is now', () => {
		const problems: string[] = [];
		const indicators = figuresOf(release, municipality);
		expect(indicators.length).toBeGreaterThan(20);
		for (const [id, rows] of indicators) {
			const path = `/${slug}/aanhalen/${day}/${id}/`;
			const cited = new Map(citedOn(pageOf(path)).map((each) => [each.id, each]));
			const { unit } = release.kept.indicators.find((each) => each.id === id)!;
			if (cited.size !== rows.length) problems.push(`${path}: ${cited.size} of ${rows.length} figures`);
			for (const row of rows) {
				const anchor = `c-${short(figureHash(release, row))}`;
				const own = cited.get(anchor);
				const [then, now] = own?.data ?? [];
				const shown =
					row.value === '' ? missingSigns[row.status as Missing].sign : formatNumber(Number(row.value), unit);
				const isSame = current.get(keyOf(row)) === `${row.value},${row.status}`;
				if (
					then?.value !== row.value ||
					then['data-release'] !== day ||
					then['data-release-figure'] !== keyOf(row) ||
					(row.value === '') !== 'data-missing' in then ||
					!own!.text.includes(shown) ||
					!own!.links.includes(`#${anchor}`) ||
					own!.text.includes('hetzelfde') !== (isSame || now === undefined) ||
					(now !== undefined && current.get(keyOf(row))?.split(',')[0] !== now.value)
				)
					problems.push(`${path} ${keyOf(row)} ${anchor}: ${JSON.stringify(own)}`);
			}
		}
		expect(problems.slice(0, 10)).toEqual([]);
	});

	test('cites each indicator as a whole under the hash of its hashes', () => {
		const wrong = figuresOf(release, municipality).filter(([id, rows]) => {
			const all = rows.map((row) => figureHash(release, row)).toSorted();
			const { html } = pageOf(`/${slug}/aanhalen/${day}/${id}/`);
			return !html.includes(`/${slug}/aanhalen/${day}/${id}/, hash ${short(sha256(all.join('\n')))}`);
		});
		expect(wrong.map(([id]) => id)).toEqual([]);
	});

	test('has every verdict under its own hash, as it was and as it is', () => {
		const cited = new Map(citedOn(pageOf(`/${slug}/aanhalen/${day}/`)).map((each) => [each.id, each]));
		const goalsOf = ({ kept }: (typeof releases)[number]) =>
			kept.monitors.find((each) => each.slug === slug)!.goals;
		const now = new Map(goalsOf(newest).map((goal) => [goal.id, goal.verdict]));
		const goals = goalsOf(release);
		expect(cited.size).toBe(goals.length);
		const turned = goals.filter(
			({ id, verdict }) => now.has(id) && now.get(id)!.status !== verdict.status
		).length;
		const { html } = pageOf(`/${slug}/aanhalen/${day}/`);
		expect(/zijn er (\d+) anders\./.exec(html)?.[1] ?? (html.includes('is er 1 anders.') ? '1' : '0')).toBe(
			String(turned)
		);
		const problems = goals.filter((goal) => {
			const own = cited.get(`c-${short(verdictHash(slug, goal))}`);
			const { status, rule, sentence } = goal.verdict;
			const today = now.get(goal.id);
			const isSame = JSON.stringify(sorted(today)) === JSON.stringify(sorted(goal.verdict));
			const marks = own?.marks.map((mark) => `${mark['data-status']} ${mark['data-rule']}`);
			const wanted = [`${status} ${rule}`, ...(isSame || !today ? [] : [`${today.status} ${today.rule}`])];
			const texts = [
				sentence,
				isSame ? 'Nu is het oordeel hetzelfde.' : (today?.sentence ?? 'Nu staat dit doel niet meer'),
				...(isSame || !today
					? []
					: [today.status === status ? 'Alleen de uitleg veranderde.' : 'Het oordeel veranderde.'])
			];
			return (
				JSON.stringify(marks) !== JSON.stringify(wanted) ||
				texts.some((text) => !own!.text.includes(text.replace(/\s+/g, ' ')))
			);
		});
		expect(problems.map(({ id }) => id)).toEqual([]);
	});
});

test.each(
	releases.flatMap((release) =>
		model.monitors.map(({ monitor, reports }) => ({ day: release.day, release, slug: monitor.slug, reports }))
	)
)(
	'the release of $day of $slug has the verdicts of each report under their own hash, or says from when they are kept',
	({ day, release, slug, reports }) => {
		const { html } = pageOf(`/${slug}/aanhalen/${day}/`);
		const rows = keptRows(`data/releases/${day}`, 'report-verdicts.csv').filter(
			({ monitor }) => monitor === slug
		);
		expect(html.includes('Deze uitgave bewaart deze oordelen niet.')).toBe(rows.length === 0);
		const goals = new Map(
			release.kept.monitors.find((each) => each.slug === slug)!.goals.map((goal) => [goal.id, goal])
		);
		const periods = group(rows, ({ period }) => period!);
		const links = [...html.matchAll(/href="[^"]*\/aanhalen\/[^"/]+\/rapport\/([^"/]+)\/"/g)];
		expect(new Set(links.map(([, period]) => period))).toEqual(new Set(periods.keys()));
		if (day === newest.day) expect(reports.every(({ period }) => periods.has(period))).toBe(true);
		for (const [period, own] of periods) {
			const path = `/${slug}/aanhalen/${day}/rapport/${period}/`;
			const page = pageOf(path);
			const cited = new Map(citedOn(page).map((each) => [each.id, each]));
			expect(cited.size).toBe(own.length);
			const hashes = own.map(({ rule, ...value }) => {
				const { targets, ...goal } = goals.get(value['goal']!)!;
				const bare = targets.map((target) => ({ ...target, source: undefined }));
				return hashOf({
					value,
					definition: { ...goal, verdict: undefined, targets: bare },
					source: targets.map(({ source }) => source),
					rule
				});
			});
			const wrong = own.filter(({ status, rule, sentence, held, date }, i) => {
				const found = cited.get(`c-${short(hashes[i]!)}`);
				const mark = found?.marks[0];
				return (
					`${mark?.['data-status']} ${mark?.['data-rule']}` !== `${status} ${rule}` ||
					!found!.text.includes(sentence!.replace(/\s+/g, ' ')) ||
					found!.text.includes('Op die dag stond dit doel nog in geen stuk.') !== (held === 'false') ||
					!page.html.includes(formatDay(date!))
				);
			});
			expect(wrong.map(({ goal }) => goal)).toEqual([]);
			expect(page.html).toContain(`${path}, hash ${short(sha256(hashes.toSorted().join('\n')))}`);
		}
	}
);

test('a report and its cycle lead to their own verdicts, and those are the ones that they show', () => {
	for (const { monitor, reports, goals } of model.monitors)
		for (const { period } of reports) {
			const path = `/${monitor.slug}/aanhalen/${newest.day}/rapport/${period}/`;
			const cited = citedOn(pageOf(path));
			const statusOf = new Map(
				cited.map(({ links, marks }) => [links[0]!.split('/').at(-2)!, marks[0]!['data-status']])
			);
			expect(statusOf.size).toBe(goals.length);
			for (const kind of ['rapport', 'cyclus']) {
				const { html } = pageOf(`/${monitor.slug}/${kind}/${period}/`);
				expect(html).toContain(`aanhalen/${newest.day}/rapport/${period}/">de oordelen op `);
				const shown = [...html.matchAll(/data-goal="([^"]+)"[\s\S]*?data-status="([^"]+)"/g)];
				expect(shown.length).toBeGreaterThan(3);
				expect(shown.filter(([, goal, status]) => statusOf.get(goal!) !== status)).toEqual([]);
			}
		}
});

test.each(releases.flatMap(({ day }) => model.monitors.map(({ monitor }) => ({ day, monitor }))))(
	'the release of $day of $monitor.slug cites figures of documents and amounts, or says from when they are kept',
	({ day, monitor: { slug, municipality } }) => {
		const { html } = pageOf(`/${slug}/aanhalen/${day}/`);
		const gemeenten = [municipality, ...(predecessors[municipality]?.codes ?? [])];
		const { figures, amounts } = keptCitations(`data/releases/${day}`, day, slug, gemeenten);
		const all = [...figures, ...amounts];
		expect(wrongCitations(folder, day, all)).toEqual([]);
		const links = [...html.matchAll(/href="[^"]*\/aanhalen\/[^"/]+\/((?:stukken|iv3)\/[^"/]+)\/"/g)];
		expect(new Set(links.map(([, part]) => part))).toEqual(
			new Set(all.map(({ page }) => page.split('/').slice(3).join('/')))
		);
		const keepsThem = releases
			.map((each) => each.day)
			.filter((each) => each >= day && existsSync(`data/releases/${each}/figures.csv`));
		expect(html.includes('Deze uitgave bewaart deze cijfers niet.')).toBe(keepsThem[0] !== day);
		expect(html.includes('Dat gebeurt vanaf de eerste uitgave hierna.')).toBe(keepsThem.length === 0);
	}
);

describe('what was cited from the release of 23 november 2026 is still there', () => {
	const find = (path: string, hash: string) => citedOn(pageOf(path)).find(({ id }) => id === `c-${hash}`);

	test('a figure, with its value of then', () => {
		const own = find('/westerkwartier/aanhalen/2026-11-23/eenzaamheid/', '460fc8404a');
		expect(own?.data[0]).toMatchObject({
			value: '45.9',
			'data-release-figure': '50090ned,eenzaamheid,GM1969,2020,65+'
		});
	});

	test('a verdict, with its sentence of then and what is said now', () => {
		const own = find('/westerkwartier/aanhalen/2026-11-23/', '4982c0353a');
		expect(own?.text).toContain(
			'Deze site heeft cijfers over volwassen mantelzorgers, niet over jonge, en niet over overbelasting.'
		);
		expect(own?.text).toContain(`Nu, op ${formatDay(days.at(-1)!)}`);
	});
});

test('a figure that says the same has the same hash in each release that keeps as much of its source', () => {
	const onPage = (day: string) => citedOn(pageOf(`/westland/aanhalen/${day}/inwoners/`)).map(({ id }) => id);
	const shared = (day: string, later: string) => {
		const ids = new Set(onPage(day));
		return onPage(later).filter((id) => ids.has(id)).length;
	};
	const next = pairs(releases);
	expect(next.map(([{ day }, then]) => shared(day, then.day) > 10)).toEqual(
		next.map(([{ kept }, then]) => Boolean(kept.sources) === Boolean(then.kept.sources))
	);
});

test('each release says from which day the hash of a figure is another one, as it keeps more of a source', () => {
	const first = releases.findIndex(({ kept }) => kept.sources !== undefined);
	expect(first).toBeGreaterThan(0);
	const told = `Uitgaven van vóór ${formatDay(days[first]!)} bewaren van een bron alleen de code.`;
	const silent = model.monitors.flatMap(({ monitor: { slug } }) =>
		days
			.map((day) => `/${slug}/aanhalen/${day}/`)
			.filter((path) => !pageOf(path).html.replace(/\s+/g, ' ').includes(told))
	);
	expect(silent).toEqual([]);
});

test('each page of an indicator and of a goal leads to the newest release', () => {
	const wrong = model.monitors.flatMap(({ monitor: { slug }, goals }) => {
		const indicators = [...pages.keys()].filter((path) =>
			new RegExp(`^/${slug}/indicatoren/[^/]+/([^/]+/)?$`).test(path)
		);
		expect(indicators.length).toBeGreaterThan(20);
		const link = (path: string) =>
			pageOf(path).html.includes(
				`${slug}/aanhalen/${newest.day}/${path.split('/')[3]}/">Deze cijfers aanhalen`
			);
		const verdict = ({ id }: { id: string }) => {
			const released = newest.kept.monitors
				.find((each) => each.slug === slug)!
				.goals.find((each) => each.id === id)!;
			return pageOf(`/${slug}/doelen/${id}/`).html.includes(
				`${slug}/aanhalen/${newest.day}/#c-${short(verdictHash(slug, released))}"`
			);
		};
		return [
			...indicators.filter((path) => !link(path)),
			...goals.filter((goal) => !verdict(goal)).map(({ id }) => `${slug} ${id}`)
		];
	});
	expect(wrong).toEqual([]);
});

/** Pages whose figures or verdicts a release has, and where each kind leads to at least. */
const citing: Record<string, RegExp> = {
	'/': /\/$/,
	'/methode': /^\/data\/#uitgaven$/,
	'/[monitor]': /\/$/,
	'/[monitor]/doelen': /\/$/,
	'/[monitor]/voortgang': /\/#oordelen$/,
	'/[monitor]/sinds': /\/#oordelen$/,
	'/[monitor]/middelen': /\/#stukken-en-bedragen$/,
	'/[monitor]/gebieden': /\/#cijfers$/,
	'/[monitor]/gebieden/[code]': /\/#cijfers$/,
	'/[monitor]/rapport/[period]': /\/rapport\/[^/]+\/$/,
	'/[monitor]/cyclus/[period]': /\/rapport\/[^/]+\/$/,
	'/[monitor]/sturing': /\/$/,
	'/[monitor]/meetbaarheid': /\/$/,
	'/[monitor]/aanpak': /\/$/,
	'/[monitor]/acties': /\/$/,
	'/[monitor]/indicatoren': /\/$/,
	'/insluiten/[monitor]/tegels': /\/$/,
	'/insluiten/[monitor]/boom': /\/$/,
	'/insluiten/[monitor]/middelen/[chart]': /\/(#stukken-en-bedragen)?$/,
	'/insluiten/[monitor]/gebieden': /\/#cijfers$/,
	'/insluiten/[monitor]/doelen/[goal]': /\/#c-[0-9a-f]{10}$/,
	'/insluiten/[monitor]/[indicator]': /\/[a-z0-9-]+\/$/,
	'/insluiten/[monitor]/[indicator]/[choice]': /\/[a-z0-9-]+\/$/,
	'/insluiten/vragen/[question]': /\/(#(cijfers|stukken-en-bedragen|oordelen))?$/,
	'/vragen/[question]': /\/(#(cijfers|stukken-en-bedragen|oordelen))?$/
};

test.each(Object.entries(citing))('each page of %s leads to a citation that is there', (kind, place) => {
	const own = [...pages.values()].filter((page) => page.kind === kind);
	expect(own.length).toBeGreaterThan(0);
	const wrong = own.filter(({ path, html }) => {
		const [link] = [...html.matchAll(/<a href="([^"]+)"[^>]*>([^<]*)</g)].filter(([, href, text]) =>
			/aanhalen/i.test(href! + text!)
		);
		if (!link) return true;
		const { pathname, hash } = new URL(link[1]!, `http://a${path}`);
		const isThere = pathname === '/data/' || pathname.includes(`/aanhalen/${newest.day}/`);
		const target = pages.get(pathname)?.html ?? '';
		return (
			!isThere || !place.test(pathname + hash) || (hash !== '' && !target.includes(`id="${hash.slice(1)}"`))
		);
	});
	expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('pages of citations have no script, are light, and search engines keep the newest only', () => {
	const cited = [...pages.values()].filter(({ kind }) => kind.startsWith('/[monitor]/aanhalen/'));
	const wrong = cited.filter(
		({ path, html, isHidden }) => html.includes('<script') || isHidden === path.includes(`/${newest.day}/`)
	);
	expect(wrong.map(({ path }) => path)).toEqual([]);
	const [largest] = cited.toSorted((a, b) => b.html.length - a.html.length);
	expect(brotliCompressSync(largest!.html).length).toBeLessThan(60_000);
});
