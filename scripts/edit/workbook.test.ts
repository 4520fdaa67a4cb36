import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, describe, expect, test } from 'vitest';
import { formatProblem } from '#scripts/read/problem.ts';
import { aroundOf } from './around.ts';
import { build } from './build.ts';
import { differences } from './difference.ts';
import { changedFiles, readFiles } from './monitor-files.ts';
import { readFilledIn } from './read-workbook.ts';
import { tidy, toRows, type Row } from './rows.ts';
import { sheets, type Sheet } from './sheets.ts';
import { takeIn } from './take-in.ts';
import { tellChanges } from './tell-taken-in.ts';
import { writeFiles } from './trial.ts';
import { workbookOf } from './workbook-of.ts';
import { writeWorkbook } from './write-workbook.ts';

const slugs = readdirSync(join('data', 'monitors'));
const around = aroundOf('data');
const listed = (list: string): Sheet => sheets.find((each) => each.list === list)!;
const valuesOf = (slug: string) =>
	new Map([...readFiles(join('data', 'monitors', slug))].map(([name, { value }]) => [name, value]));
const tidied = (files: ReadonlyMap<string, unknown>): Record<string, unknown> =>
	Object.fromEntries([...files].map(([name, value]) => [name, tidy(value)]));

/** A workbook of a monitor in which somebody changed something. */
function filledIn(slug: string, change: (rows: Map<Sheet, Row[]>) => void): Uint8Array {
	const rows = toRows(valuesOf(slug));
	change(rows);
	return writeWorkbook(slug, rows, around);
}

const copies: string[] = [];
function copyOfData(): string {
	const root = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	copies.push(root);
	cpSync('data', root, { recursive: true });
	return root;
}
afterAll(() => copies.forEach((root) => rmSync(root, { recursive: true, force: true })));

describe.each(slugs)('the workbook of %s', (slug) => {
	const bytes = writeWorkbook(slug, toRows(valuesOf(slug)), around);

	test('comes back without any change, byte for byte, and holds all that the files say', async () => {
		const { rows, tell, problems: unread } = await readFilledIn(bytes, 'terug.xlsx');
		const { files: built, problems } = build(rows, tell);
		expect([...unread, ...problems]).toEqual([]);
		expect(differences(toRows(valuesOf(slug)), rows)).toEqual([]);
		expect(changedFiles(readFiles(join('data', 'monitors', slug)), built)).toEqual(new Map());
		expect(tidied(built)).toEqual(tidied(valuesOf(slug)));
	});

	test('is read the same by a reader that stands apart', async () => {
		const rows = toRows(valuesOf(slug));
		for (const list of ['goals', 'figures', 'tables.rows.cells']) {
			const sheet = listed(list);
			const cells = await readSheet(Buffer.from(bytes), sheet.name, { trim: false });
			expect(cells[1]).toEqual(sheet.columns.map(({ field }) => field));
			expect(cells.slice(2).map((row) => row.map((cell) => cell ?? ''))).toEqual(
				rows.get(sheet)!.map((row) => sheet.columns.map(({ field }) => row[field]))
			);
		}
	});
});

test('whatever stands in a text comes back: formulas, numbers, days, lines, and nothing is not 0', async () => {
	const word = fc.oneof(
		fc.constantFrom(
			'=1+1',
			'+31',
			'-1',
			'@a',
			"'a",
			'0',
			'00',
			'004',
			'1e3',
			'6.60',
			'2020-01-01',
			'ja',
			'TRUE',
			'#N/B',
			'_x0041_'
		),
		fc.string({ minLength: 1, unit: 'grapheme' }).map((text) => text.replace(/\r\n?/g, '\n'))
	);
	const goal = fc.record({
		id: fc.string({ minLength: 1 }),
		title: word,
		text: fc.option(word, { nil: undefined })
	});
	const target = fc.record({
		title: word,
		value: fc.option(
			fc.double({ noNaN: true, noDefaultInfinity: true }).map((each) => each + 0),
			{ nil: undefined }
		),
		exclusive: fc.option(fc.boolean(), { nil: undefined })
	});
	await fc.assert(
		fc.asyncProperty(
			fc.uniqueArray(goal, { selector: ({ id }) => id.trim(), minLength: 1, maxLength: 4 }),
			fc.array(target, { maxLength: 3 }),
			async (goals, targets) => {
				const files = new Map<string, unknown>([
					['goals', goals.map((each, i) => (i === 0 ? { ...each, targets } : each))]
				]);
				const read = await readFilledIn(writeWorkbook('x', toRows(files), around), 'x.xlsx');
				expect(tidied(build(read.rows, read.tell).files)).toEqual({ goals: tidy(files.get('goals')) });
			}
		),
		{ numRuns: 25 }
	);
});

test('a change is told by sheet, row and column, and changes its own lines only', async () => {
	const root = copyOfData();
	const bytes = filledIn('westland', (rows) => {
		const goals = rows.get(listed('goals'))!;
		goals[2]!.title = 'Een andere titel';
		goals[2]!.owner = '';
		const targets = rows.get(listed('goals.targets'))!;
		targets[0]!.smallestDifference = 0;
		const figures = rows.get(listed('figures'))!;
		figures[0]!.remark = '=1+1';
		rows.get(listed('milestones'))!.splice(1, 1);
		rows.get(listed('notes'))!.push({
			id: 'nieuw',
			'about.goal': String(goals[2]!.id),
			text: 'Een *nieuwe* toelichting.',
			role: 'redactie van deze site',
			origin: 'editorial',
			date: '2026-01-01'
		});
	});
	const taken = await takeIn(root, 'westland', bytes, 'terug.xlsx');
	expect(taken.problems.map(formatProblem)).toEqual([]);
	const told = tellChanges(taken).join('\n');
	expect(told).toContain('Blad "Doelen", rij 5, anders: "mensen-steunen-elkaar"');
	expect(told).toContain(
		'Titel (title): was "Mensen helpen elkaar en doen iets voor hun omgeving", wordt "Een andere titel"'
	);
	expect(told).toContain('Kleinste verschil (smallestDifference): was leeg, wordt "0"');
	expect(told).toContain('Blad "Momenten", weg: "2015 / ');
	expect(told).toMatch(/Blad "Toelichtingen", rij \d+, nieuw: "nieuw"/);
	expect([...taken.files.keys()].toSorted()).toEqual([
		'figures.csv',
		'goals.yaml',
		'milestones.yaml',
		'notes.yaml'
	]);
	const goalsText = () => readFileSync(join(root, 'monitors/westland/goals.yaml'), 'utf8').split('\n');
	const before = goalsText();
	writeFiles(root, 'westland', taken.files);
	const after = goalsText();
	expect(before.filter((line) => !after.includes(line))).toEqual([
		'  title: Mensen helpen elkaar en doen iets voor hun omgeving'
	]);
	expect(after.filter((line) => !before.includes(line)).map((line) => line.trim())).toEqual([
		'title: Een andere titel',
		'smallestDifference: 0'
	]);
	expect((await takeIn(root, 'westland', bytes, 'terug.xlsx')).files.size).toBe(0);
});

test('a number may be typed with a comma', async () => {
	const bytes = filledIn('zoetermeer', (rows) => {
		rows.get(listed('figures'))![0]!.value = ' 312,5';
	});
	const { problems, files } = await takeIn('data', 'zoetermeer', bytes, 'terug.xlsx');
	expect(problems).toEqual([]);
	expect(files.get('figures.csv')).toContain(',312.5,');
});

test('a number that can be two things, and what a formula could not work out, are refused at their cell', async () => {
	const bytes = filledIn('zoetermeer', (rows) => {
		rows.get(listed('figures'))![0]!.value = '12.340';
		rows.get(listed('glossary'))![0]!.meaning = '#REF!';
	});
	const { problems } = await takeIn('data', 'zoetermeer', bytes, 'terug.xlsx');
	const told = problems.map(formatProblem);
	for (const expected of [
		/^terug\.xlsx, blad "Cijfers uit stukken", cel H3 \(value\): er staat "12\.340", verwacht: een getal met een komma/,
		/^terug\.xlsx, blad "Begrippen", cel \w+3 \(meaning\): er staat "#REF!", verwacht: een waarde/
	])
		expect(told).toContainEqual(expect.stringMatching(expected));
});

test('a figure with three decimals goes out and comes back as it is', async () => {
	const bytes = filledIn('zoetermeer', (rows) => {
		rows.get(listed('figures'))![0]!.value = '12,345';
	});
	const { problems, files } = await takeIn('data', 'zoetermeer', bytes, 'terug.xlsx');
	expect(problems).toEqual([]);
	expect(files.get('figures.csv')).toContain(',12.345,');
	const [row] = toRows(new Map([['figures', [{ value: '12.345' }]]])).get(listed('figures'))!;
	expect(row!.value).toBe('12,345');
});

test('the word of a glossary is no duration', () => {
	const label = (list: string) => listed(list).columns.find(({ field }) => field === 'term')?.label;
	expect([label('glossary'), label('agreements')]).toEqual(['Begrip', 'Looptijd']);
});

test('all that is wrong is told at once, at its cell, and nothing is changed by looking', async () => {
	const bytes = filledIn('zoetermeer', (rows) => {
		const goals = rows.get(listed('goals'))!;
		goals[0]!.level = 'hoog';
		goals[1]!.title = '';
		rows.get(listed('goals.targets'))!.push({ 'goals.id': 'bestaat-niet', id: 'x' });
		rows.get(listed('links'))![0]!.to = 'bestaat-ook-niet';
		rows.get(listed('figures'))![0]!.value = 'veel';
		rows.get(listed('notes'))![0]!.date = '2026-02-30';
	});
	const { problems } = await takeIn('data', 'zoetermeer', bytes, 'terug.xlsx');
	const told = problems.map(formatProblem);
	for (const expected of [
		/^terug\.xlsx, blad "Doelen", cel B3 \(level\): er staat "hoog", verwacht: voor "level" een van: impact/,
		/^terug\.xlsx, blad "Doelen", cel \w4 \(title\): verwacht: voor "title" een tekst/,
		/^terug\.xlsx, blad "Doelen - afspraken", cel A\d+ \(goals\.id\): er staat "bestaat-niet", verwacht: een rij die op het blad "Doelen" staat/,
		/^terug\.xlsx, blad "Cijfers uit stukken", cel H3 \(value\): er staat "veel", verwacht: voor "value" een getal met een punt/,
		/^terug\.xlsx, blad "Toelichtingen", cel \w+3 \(date\): er staat "2026-02-30", verwacht: voor "date" een datum die bestaat/
	])
		expect(told).toContainEqual(expect.stringMatching(expected));
});

test('rules between files are told at the cell too', async () => {
	const bytes = filledIn('zoetermeer', (rows) => {
		rows.get(listed('links'))![0]!.to = 'bestaat-niet';
	});
	const { problems } = await takeIn('data', 'zoetermeer', bytes, 'terug.xlsx');
	expect(problems.map(formatProblem)).toContainEqual(
		'terug.xlsx, blad "Verbindingen", cel B3 (to): er staat "bestaat-niet", verwacht: een id uit goals.yaml'
	);
});

test('a workbook without a sheet or with a column of somebody else is refused as a whole', async () => {
	const parts = unzipSync(filledIn('zoetermeer', () => undefined));
	const name = 'xl/worksheets/sheet11.xml';
	const xml = strFromU8(parts[name]!);
	expect(xml).toContain('>owner<');
	const broken = zipSync({ ...parts, [name]: strToU8(xml.replace('>owner<', '>eigenaar<')) });
	const { problems, files } = await takeIn('data', 'zoetermeer', broken, 'terug.xlsx');
	expect(problems.map(formatProblem)).toEqual([
		expect.stringMatching(/blad "Doelen", cel I2: er staat "eigenaar", verwacht: de naam van een veld/),
		expect.stringMatching(/ook een kolom met het veld "owner"/)
	]);
	expect(files.size).toBe(0);
	await expect(takeIn('data', 'zoetermeer', new Uint8Array([1, 2, 3]), 'x.xlsx')).rejects.toThrow(
		/werkmap van Excel/
	);
});

test('a workbook says when the data are newer than it, and what it would set back', async () => {
	const root = copyOfData();
	const bytes = workbookOf(root, 'westland', false);
	const path = join(root, 'monitors/westland/figures.csv');
	const text = readFileSync(path, 'utf8');
	const newer = text.replace(/^(wl-001,.*,)1600000(,.*)$/m, '$11700000$2');
	expect(newer).not.toBe(text);
	writeFileSync(path, newer);
	const [told, , ...lines] = tellChanges(await takeIn(root, 'westland', bytes, 'oud.xlsx'));
	expect(told).toMatch(/^Let op: figures\.csv is veranderd nadat deze werkmap is gemaakt\./);
	expect(lines.join('\n')).toContain('was "1700000", wordt "1600000"');
	// Of data that are as they were nothing is said; nor by a workbook of before this was kept.
	writeFileSync(path, text);
	expect(tellChanges(await takeIn(root, 'westland', bytes, 'oud.xlsx'))).toEqual(['Er verandert niets.']);
	writeFileSync(path, newer);
	const silent = await takeIn(
		root,
		'westland',
		filledIn('westland', () => undefined),
		'stil.xlsx'
	);
	expect(tellChanges(silent)[0]).toMatch(/^Blad /);
});

test('a sheet of somebody else is told, and what changes in a line break is seen', async () => {
	const parts = unzipSync(
		filledIn('zoetermeer', (rows) => {
			const [note] = rows.get(listed('notes'))!;
			note!.text = 'Eerste regel\nTweede regel';
		})
	);
	const book = strFromU8(parts['xl/workbook.xml']!);
	const [sheet] = /<sheet [^>]*name="Keuzes"[^>]*\/>/.exec(book)!;
	const more = sheet.replace('Keuzes', 'Mijn blad').replace(/sheetId="\d+"/, 'sheetId="99"');
	const bytes = zipSync({ ...parts, 'xl/workbook.xml': strToU8(book.replace(sheet, sheet + more)) });
	const told = tellChanges(await takeIn('data', 'zoetermeer', bytes, 'terug.xlsx'));
	expect(told[0]).toBe('Het blad "Mijn blad" hoort er niet bij. Wat erop staat, is niet gelezen.');
	expect(told.join('\n')).toContain('wordt "Eerste regel ⏎ Tweede regel"');
});

test('every sheet has a name that Excel takes', () => {
	const names = [...sheets.map(({ name }) => name), 'Uitleg', 'Keuzes'];
	expect(new Set(names).size).toBe(names.length);
	expect(names.filter((name) => name.length > 31 || /[\\/?*[\]:'&<>"]/.test(name))).toEqual([]);
});

test('an empty template has lists to choose from, and becomes a monitor by filling it in', async () => {
	const empty = writeWorkbook('voorbeeld', toRows(new Map()), around);
	const sheet = strFromU8(unzipSync(empty)['xl/worksheets/sheet11.xml']!);
	expect(sheet).toMatch(
		/<dataValidation type="list"[^>]* sqref="B3:B502"><formula1>'Keuzes'!\$[A-Z]+\$1:\$[A-Z]+\$5</
	);
	expect(sheet).toContain('error="Verplicht: kies uit de lijst"');
	const root = copyOfData();
	rmSync(join(root, 'monitors', 'zoetermeer'), { recursive: true });
	const whole = filledIn('zoetermeer', () => undefined);
	const taken = await takeIn(root, 'zoetermeer', whole, 'nieuw.xlsx');
	expect(taken.problems.map(formatProblem)).toEqual([]);
	writeFiles(root, 'zoetermeer', taken.files);
	const made = [...readFiles(join(root, 'monitors', 'zoetermeer'))].map(
		([name, { value }]) => [name, value] as const
	);
	expect(tidied(new Map(made))).toEqual(tidied(valuesOf('zoetermeer')));

	const values = new Map(made);
	values.delete('steering');
	const gone = changedFiles(readFiles(join(root, 'monitors', 'zoetermeer')), values);
	expect(gone).toEqual(new Map([['steering.yaml', null]]));
	writeFiles(root, 'zoetermeer', gone);
	expect(readFiles(join(root, 'monitors', 'zoetermeer')).has('steering')).toBe(false);
});
