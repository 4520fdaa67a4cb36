import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Dataset } from '#lib/schema/model.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import { checkAnswers } from './answers.ts';
import { broken, replace } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const file = 'questions/wmo-per-1000.yaml';
const text = readFileSync(join('data', file), 'utf8');
/** The line, from 1, on which a text stands in the real file. */
const lineOf = (part: string): number => text.split(part)[0]!.split('\n').length;
const loaded = (from: string, to: string) => load(broken((folder) => replace(folder, file, from, to)));

test.each([
	[
		'theme: ondersteuning-en-zorg',
		'theme: wonen',
		'theme',
		'er staat "wonen", verwacht: een thema uit indicators.yaml'
	],
	[
		'theme: ondersteuning-en-zorg',
		'monitor: delft',
		'theme',
		'er staat "delft", verwacht: een monitor uit data/monitors of uit een uitgave'
	],
	['meeste mensen de Wmo?', 'meeste mensen de Wmo', 'title', 'een vraag, met een vraagteken aan het eind'],
	['  order by', '  ; select 1 order by', 'sql', 'precies één vraag in SQL; er staan er 2'],
	['view:', 'beeld:', 'view', 'alleen namen die dit bestand kent']
])('%s is refused as %s', (from, to, key, expected) => {
	const [problem] = check(loaded(from, to)).problems;
	expect(problem && formatProblem(problem)).toContain(expected);
	expect(problem?.file).toBe(`data/${file}`);
	expect(problem?.line).toBe(lineOf(`${key}:`));
});

test('a file has a name that can be an address, and no title stands in two files', () => {
	const folder = broken((at) => {
		writeFileSync(join(at, 'questions/nog-eens.yaml'), text);
		renameSync(join(at, 'questions/bijstand-per-1000.yaml'), join(at, 'questions/Bijstand hier.yaml'));
	});
	expect(check(load(folder)).problems.map(formatProblem)).toEqual([
		'data/questions/Bijstand hier.yaml: er staat "Bijstand hier", verwacht: een naam van kleine letters, cijfers en koppeltekens: die wordt het webadres',
		expect.stringMatching(
			/^data\/questions\/wmo-per-1000\.yaml:1:8: er staat "In welke wijken .*, verwacht: elke vraag één keer$/
		)
	]);
});

/** The steps that are put below the question, and what is wrong with them, at which line of theirs. */
const badSteps: [steps: string, line: number, expected: string][] = [
	['orderby gebied\nfiltr jaar > 2020', 2, 'filtr'],
	['filter wijkje = "x"', 1, 'De kolom “wijkje” is er niet. Wel: gebied, wijk'],
	['join 2 by gebied', 1, 'Een bewaarde vraag heeft één antwoord'],
	['join nergens by gebied', 1, 'De tabel “nergens” is niet op te vragen.'],
	['rename status as gemeente2\nfilter jaar > 3000\npivot jaar value gebied', 3, 'geen regels om te draaien']
];

/** What is wrong with the answer of one changed question, in a database without most of its figures. */
async function answersOf(from: string, to: string): Promise<string[]> {
	const all = loaded(from, to);
	const { dataset } = check(all);
	const own: Dataset = { ...dataset!, model: { ...dataset!.model } };
	own.model.questions = own.model.questions.filter(({ id }) => `questions/${id}.yaml` === file);
	return (await checkAnswers(all, own)).problems.map(formatProblem);
}

test.each([
	[
		"o.indicator = 'wmo-clienten'",
		"o.indicatr = 'wmo-clienten'",
		`${lineOf('o.indicator =')}:1: verwacht: SQL die werkt. De kolom “indicatr” is er niet. Bedoelt u indicator? (Table "o" does not have a column named "indicatr"`
	],
	['from observation o\n', 'frm observation o\n', 'verwacht: SQL die werkt. Hier klopt de SQL niet'],
	[
		'value: "per 1.000 inwoners"',
		'value: per duizend',
		'er staat "per duizend", verwacht: een kolom van het antwoord: gebied, wijk, gemeente, jaar, per 1.000 inwoners, status'
	],
	["a.level = 'wijk'", "a.level = (select content from read_text('package.json'))", 'blijven hier dicht']
])('%s is refused as %s', async (from, to, expected) => {
	const problems = await answersOf(from, to);
	expect(problems).toHaveLength(1);
	expect(problems[0]).toContain(`data/${file}:`);
	expect(problems[0]).toContain(expected);
});

test('a question without an answer is told, and no mistake', async () => {
	const all = loaded('o.period = 2024', 'o.period = 1924');
	const { dataset } = check(all);
	const { problems, told } = await checkAnswers(all, dataset!);
	expect(problems).toEqual([]);
	expect(told).toContain(`De vraag in data/${file} geeft met deze gegevens geen enkele regel.`);
});

test.each(['delete from area', 'create temp table t as select 1', "copy area to 'x.csv'", 'pragma version'])(
	'%s is no question',
	(sql) => {
		const folder = broken((at) =>
			writeFileSync(join(at, file), `${text.split('sql: |')[0]!}sql: ${JSON.stringify(sql)}\n`)
		);
		expect(check(load(folder)).problems.map(formatProblem)).toEqual([
			`data/${file}:${lineOf('sql:')}:6: verwacht: een vraag die alleen leest (select)`
		]);
	}
);

test('what begins as a question and is none is found out by the engine', async () => {
	const sql = 'with x as (select * from area) insert into area select * from x';
	const all = load(broken((at) => writeFileSync(join(at, file), `${text.split('view:')[0]!}sql: ${sql}\n`)));
	const { dataset } = check(all);
	const model = { ...dataset!.model };
	model.questions = model.questions.filter((each) => each.sql === sql);
	expect((await checkAnswers(all, { ...dataset!, model })).problems.map(formatProblem)).toEqual([
		`data/${file}:${lineOf('view:')}:6: verwacht: een vraag die alleen leest (select)`
	]);
});

test('a question about a monitor that was removed is left out, and the others stay', () => {
	const { dataset } = check(
		load(broken((folder) => rmSync(join(folder, 'monitors/zoetermeer'), { recursive: true })))
	);
	const ids = dataset?.model.questions.map(({ id }) => id) ?? [];
	expect(ids).not.toContain('ouderen-per-wijk');
	expect(ids).toContain('wmo-per-1000');
});

test.each(badSteps)('the steps %j are refused at line %i', async (steps, line, expected) => {
	const block = `steps: |\n${steps.replace(/^/gm, '  ')}\nsql: |`;
	const problems = await answersOf('sql: |', block);
	expect(problems[0]).toContain(`data/${file}:${lineOf('sql: |') + line}:`);
	expect(problems[0]).toContain(expected);
});
