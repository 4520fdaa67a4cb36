import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmSync,
	symlinkSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, type Loaded } from '#scripts/check/load.ts';
import { changeText, readFiles } from '../monitor-files.ts';
import { Api } from './api.ts';
import { draft, monitorFolder, save, versionOf, type Asked } from './draft.ts';
import { refusal } from './guard.ts';
import { listOf } from './items.ts';
import { lineDifference } from './lines.ts';
import { editLists } from './lists.ts';
import { at, schemaAt, withItem } from './place.ts';

let root: string;
let loaded: Loaded;
beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	cpSync('data', root, { recursive: true });
	loaded = load(root);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const pathOf = (file: string): string => join(root, 'monitors', 'zoetermeer', file);
const textOf = (file: string): string => readFileSync(pathOf(file), 'utf8');
const goals = (): Record<string, unknown>[] =>
	loaded.monitors.find(({ slug }) => slug === 'zoetermeer')!.files.goals!.value!;
const asked = (file: string, place: Asked['place'], value: unknown): Asked => ({
	monitor: 'zoetermeer',
	file,
	place,
	value,
	version: versionOf(textOf(`${file}.${file === 'figures' ? 'csv' : 'yaml'}`))
});

describe('only this machine and this page may ask', () => {
	const own = { host: '127.0.0.1:4180', origin: 'http://127.0.0.1:4180', 'sec-fetch-site': 'same-origin' };
	const named = ['localhost', 4180].join(':');
	test.each([
		['a page by its address', 'GET', { host: '127.0.0.1:4180' }, true],
		['a form of the page itself', 'POST', { ...own, 'content-type': 'application/json' }, true],
		['a page by the name of this machine', 'GET', { host: named }, true],
		[
			'a form of that page',
			'POST',
			{ host: named, origin: `http://${named}`, 'content-type': 'application/json' },
			true
		],
		['a name that leads to this machine', 'GET', { host: 'kwaad.example:4180' }, false],
		['another port', 'GET', { host: '127.0.0.1:80' }, false],
		['another origin', 'GET', { ...own, origin: 'https://kwaad.example' }, false],
		['no origin', 'GET', { ...own, origin: 'null' }, false],
		['a picture on another page', 'GET', { host: own.host, 'sec-fetch-site': 'cross-site' }, false],
		['another port of this machine', 'GET', { host: own.host, 'sec-fetch-site': 'same-site' }, false],
		['a form that is no JSON', 'POST', { ...own, 'content-type': 'text/plain' }, false],
		['a form without an origin', 'POST', { host: own.host, 'content-type': 'application/json' }, false]
	])('%s', (_, method, headers, isAnswered) =>
		expect(refusal({ method, headers }, 4180) === undefined).toBe(isAnswered)
	);
});

test('a file that cannot be read is named with its place', () => {
	const api = new Api(root, () => undefined);
	expect(api.tellUnreadable()).toBeUndefined();
	const text = textOf('links.yaml');
	writeFileSync(pathOf('links.yaml'), `${text}- from: "x\n`);
	try {
		expect(() => api.workbook('zoetermeer', false)).toThrow();
		expect(api.tellUnreadable()).toMatch(
			/^Iets in data\/ is niet te lezen.* data\/monitors\/zoetermeer\/links\.yaml:\d+:\d+: /
		);
	} finally {
		writeFileSync(pathOf('links.yaml'), text);
	}
});

test('a form of everything opens and changes nothing by itself', () => {
	const files = readFiles(join(root, 'monitors', 'westland'));
	for (const list of editLists) {
		const { items, file, version } = listOf(root, list, files);
		expect(items.length, list.id).toBeGreaterThan(0);
		const { place } = items[0]!;
		const { text, value } = files.get(file)!;
		const item = at(value, place);
		expect(version, list.id).toBe(versionOf(text));
		expect(schemaAt(file, place).safeParse(item).success, list.id).toBe(true);
		expect(changeText(file, text, withItem(value, place, item)), list.id).toBe(text);
	}
});

test('problems of the schema and between files stand at their field, and nothing is written', () => {
	const before = textOf('goals.yaml');
	const [first] = goals();
	const wrong = draft(root, asked('goals', [0], { ...first, level: 'hoog', title: '', owner: ' x' }));
	expect(wrong.fields).toEqual(
		expect.arrayContaining([
			{ field: 'level', text: expect.stringMatching(/^Verwacht: een van: impact, outcome/) as string },
			{ field: 'title', text: 'Dit is verplicht.' },
			{ field: 'owner', text: 'Verwacht: een tekst zonder spaties aan het begin of eind.' }
		])
	);
	const link = draft(
		root,
		asked('links', [0], { from: 'nergens', to: first!.id, origin: 'source', why: 'Zomaar.' })
	);
	expect(link.fields).toEqual([
		{ field: 'from', text: 'Verwacht: een id uit goals.yaml (er staat: "nergens").' }
	]);
	const figure = draft(root, asked('figures', [0], { id: 'zm-001', value: '1,5' }));
	expect(figure.fields.map(({ field }) => field)).toContain('value');
	expect(textOf('goals.yaml')).toBe(before);
});

test('of an empty field is told that it must be filled in, also where there is a choice', () => {
	const target = { id: 'proef', title: 'Een afspraak' };
	const { fields } = draft(root, asked('goals', [0, 'targets', 0], { ...target, wanted: '', since: '' }));
	for (const field of ['wanted', 'since'])
		expect(fields).toContainEqual({ field, text: 'Dit is verplicht.' });
	const rows = readFiles(join(root, 'monitors', 'zoetermeer')).get('figures')!.value as object[];
	const figure = draft(root, asked('figures', [0], { ...rows[0], unit: '', document: '' })).fields;
	for (const field of ['unit', 'document'])
		expect(figure).toContainEqual({ field, text: 'Dit is verplicht.' });
	const chosen = draft(root, asked('goals', [0, 'targets', 0], { ...target, wanted: 'hoog' })).fields;
	expect(chosen.find(({ field }) => field === 'wanted')?.text).toMatch(/^Verwacht: een van: not-risen/);
});

test('what is wrong in several ways is told at once: fields, rules about more of them, and rules between files', () => {
	const [first] = goals();
	const wrong = { ...first, title: '', indicators: [], noIndicator: '', figures: ['bestaat-niet'] };
	const goal = draft(root, asked('goals', [0], { ...wrong, id: 'heet-anders' }));
	expect(goal.fields).toEqual([
		{ field: 'title', text: 'Dit is verplicht.' },
		{ field: 'indicators', text: expect.stringMatching(/^Verwacht: óf indicatoren, óf een reden/) as string },
		{ field: 'figures.0', text: 'Verwacht: een id uit figures.csv (er staat: "bestaat-niet").' }
	]);
	expect(goal.others.join('\n')).toMatch(/links\.yaml, regel \d+\. Verwacht: een id uit goals\.yaml/);
	expect(goal.mayWait).toBe(false);

	const rows = readFiles(join(root, 'monitors', 'zoetermeer')).get('figures')!.value as object[];
	const figure = { ...rows[0], id: 'zm-998', document: 'bestaat-niet', value: '1,5', remark: '' };
	const made = draft(root, asked('figures', [rows.length], figure));
	expect(made.fields.map(({ field }) => field)).toEqual(['value', 'id', 'document']);
	expect(made.others).toEqual([]);
});

test('a circle of links is told at the link of the form, whichever of them closes it', () => {
	const links = loaded.monitors.find(({ slug }) => slug === 'zoetermeer')!.files.links!.value!;
	const { from, to } = links[0]!;
	for (const place of [links.length, 0]) {
		const own = { from: to, to: place === 0 ? to : from, origin: 'editorial', why: 'Om te zien.' };
		const { fields, others } = draft(root, asked('links', [place], own));
		expect(fields).toContainEqual({
			field: 'from',
			text: expect.stringContaining(`zonder kring (`) as string
		});
		expect(fields.find(({ text }) => text.includes('kring'))!.text).toContain(`(er staat: "${to}")`);
		expect(others.filter((text) => text.includes('kring'))).toEqual([]);
	}
});

test('what would go wrong elsewhere is told too, and then nothing is saved', () => {
	const before = textOf('goals.yaml');
	const made = save(root, asked('goals', [0], null));
	expect(made.saved).toBe(false);
	expect(made.others.join('\n')).toMatch(
		/monitors\/zoetermeer\/links\.yaml, regel \d+\. Verwacht: een id uit goals\.yaml/
	);
	expect(textOf('goals.yaml')).toBe(before);
});

test('what is saved changes its own lines, once, and only in a file that is still the same', () => {
	const before = textOf('goals.yaml');
	const question = asked('goals', [0], { ...goals()[0], title: 'Een nieuwe titel' });
	const made = save(root, question);
	expect({ saved: made.saved, fields: made.fields, others: made.others }).toEqual({
		saved: true,
		fields: [],
		others: []
	});
	const changed = made.files[0]!.lines.filter(({ kind }) => kind === 'gone' || kind === 'new');
	expect(changed.map(({ kind, text }) => [kind, text.trim()])).toEqual([
		['gone', `title: ${goals()[0]!.title as string}`],
		['new', 'title: Een nieuwe titel']
	]);
	expect(textOf('goals.yaml')).toBe(before.replace(goals()[0]!.title as string, 'Een nieuwe titel'));
	expect(readdirSync(join(root, 'monitors', 'zoetermeer')).filter((name) => name.endsWith('.new'))).toEqual(
		[]
	);
	const again = save(root, { ...question, value: { ...goals()[0], title: 'Van een ander' } });
	expect({ saved: again.saved, stale: again.stale }).toEqual({ saved: false, stale: true });
	expect(textOf('goals.yaml')).toContain('Een nieuwe titel');
});

test('a new figure waits for the goal that shows it, and both are saved together', () => {
	const files = readFiles(join(root, 'monitors', 'zoetermeer'));
	const rows = files.get('figures')!.value as Record<string, string>[];
	const figure = { ...rows[0], id: 'zm-999', value: '12.5', remark: '' };
	const alone = draft(root, asked('figures', [rows.length], figure));
	expect(alone.fields).toEqual([
		{ field: 'id', text: expect.stringMatching(/ergens getoond wordt/) as string }
	]);
	expect(alone.mayWait).toBe(true);
	const goal = (files.get('goals')!.value as Record<string, unknown>[])[1]!;
	const shows = asked('goals', [1], { ...goal, figures: [...((goal.figures ?? []) as string[]), 'zm-999'] });
	expect(save(root, shows).saved).toBe(false);

	const before = textOf('figures.csv');
	const both = save(root, shows, alone.staged);
	expect({ saved: both.saved, names: both.files.map(({ name }) => name) }).toEqual({
		saved: true,
		names: ['figures.csv', 'goals.yaml']
	});
	expect(textOf('figures.csv').startsWith(before)).toBe(true);
	expect(textOf('figures.csv').slice(before.length)).toMatch(/^zm-999,.*,12\.5,\w+,\n$/);
	expect(textOf('goals.yaml')).toMatch(/figures: .*zm-999/);
	expect(save(root, shows, alone.staged).stale).toBe(true);
});

test('nothing outside the data is a monitor', () => {
	const outside = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	try {
		writeFileSync(join(outside, 'monitor.yaml'), '');
		symlinkSync(outside, join(root, 'monitors', 'buiten'));
		for (const slug of ['..', '.', '../..', 'zoetermeer/..', 'buiten', 'geen', ''])
			expect(monitorFolder(root, slug), slug).toBeUndefined();
		expect(monitorFolder(root, 'zoetermeer')).toBe(realpathSync(join(root, 'monitors', 'zoetermeer')));
	} finally {
		rmSync(join(root, 'monitors', 'buiten'));
		rmSync(outside, { recursive: true });
	}
});

test('lines that stay are shown only around those that do not', () => {
	const lines = Array.from({ length: 40 }, (_, i) => `regel ${i}`);
	const after = lines.with(20, 'anders').toSpliced(30, 1);
	const found = lineDifference(`${lines.join('\n')}\n`, `${after.join('\n')}\n`);
	expect(
		found.filter(({ kind }) => kind !== 'same').map(({ kind, text, number }) => [kind, text, number])
	).toEqual([
		['skip', '', 1],
		['gone', 'regel 20', 21],
		['new', 'anders', 21],
		['skip', '', 25],
		['gone', 'regel 30', 31],
		['skip', '', 34]
	]);
	expect(lineDifference('a\n', 'a\n')).toEqual([]);
});
