import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem, type Problem } from '#scripts/read/problem.ts';
import { broken, replace } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const problemsOf = (folder: string, limit?: number): Problem[] =>
	check(load(folder, 'zoetermeer', limit)).problems;

/** Line and column, from 1, of a text in a file of the real data. */
function placeOf(file: string, text: string): { line: number; column: number } {
	const all = readFileSync(join('data', file), 'utf8');
	const start = all.indexOf(text);
	expect(start, `${file} has "${text}"`).toBeGreaterThanOrEqual(0);
	const before = all.slice(0, start).split('\n');
	return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** A place on the line that would be added to a file of the real data. */
const placeOfEnd = (file: string, before: number): { line: number; column: number } => ({
	line: readFileSync(join('data', file), 'utf8').split('\n').length,
	column: before + 1
});

const links = 'monitors/zoetermeer/links.yaml';
const goals = 'monitors/zoetermeer/goals.yaml';
const steering = 'monitors/zoetermeer/steering.yaml';
const monitor = 'monitors/zoetermeer/monitor.yaml';
const glossary = 'monitors/zoetermeer/glossary.yaml';
const exceptions = 'monitors/zoetermeer/disclosure-exceptions.yaml';
const indicators = 'indicators.yaml';
const exceptionFor = (figure: string): string =>
	`- source: "004"\n  figure: ${figure}\n  reason: Een proef.\n`;
const linesOf = (file: string): number => readFileSync(join('data', file), 'utf8').split('\n').length;
const observations = 'observations/85984ned.csv';
const first = 'arbeidsparticipatie,WK063700,2024,totaal,70,,,,definitive';

interface Case {
	name: string;
	breakIt: (folder: string) => void;
	problem: Problem;
	/** As the editor reads it. */
	shown: string;
}

const cases: Case[] = [
	{
		name: 'a link to a goal that does not exist',
		breakIt: (folder) =>
			replace(
				folder,
				links,
				'- from: minder-gebruik-van-ondersteuning\n  to: zelfredzaam-en-meedoen\n',
				'- from: minder-gebruik-van-ondersteuning\n  to: bestaat-niet\n'
			),
		problem: {
			file: `data/${links}`,
			line: 2,
			column: 7,
			value: 'bestaat-niet',
			expected: 'een id uit goals.yaml'
		},
		shown: `data/${links}:2:7: er staat "bestaat-niet", verwacht: een id uit goals.yaml`
	},
	{
		name: 'an address of the site that no other address can start from',
		breakIt: (folder) => appendFileSync(join(folder, 'site.yaml'), 'address: https://voorbeeld.nl/monitor\n'),
		problem: {
			file: 'data/site.yaml',
			...placeOfEnd('site.yaml', 'address: '.length),
			value: 'https://voorbeeld.nl/monitor',
			expected:
				'voor "address" een adres dat eindigt op een schuine streep, als https://monitor.voorbeeld.nl/'
		},
		shown: ''
	},
	{
		name: 'an e-mail address that is none',
		breakIt: (folder) =>
			replace(folder, 'site.yaml', 'contact:\n', 'contact:\n  email: redactie bij voorbeeld\n'),
		problem: {
			file: 'data/site.yaml',
			line: placeOf('site.yaml', 'contact:').line + 1,
			column: 10,
			value: 'redactie bij voorbeeld',
			expected: 'voor "email" een e-mailadres als naam@voorbeeld.nl'
		},
		shown: ''
	},
	{
		name: 'links that go round',
		breakIt: (folder) => {
			const path = join(folder, links);
			const text = readFileSync(path, 'utf8');
			const rest = '  origin: editorial\n  why: Om te zien of de controle dit vindt.\n';
			writeFileSync(
				path,
				`- from: zelfredzaam-en-meedoen\n  to: samenhangend-aanbod\n${rest}\n- from: samenhangend-aanbod\n  to: zelfredzaam-en-meedoen\n${rest}\n${text}`
			);
		},
		problem: {
			file: `data/${links}`,
			line: 1,
			column: 9,
			value: 'zelfredzaam-en-meedoen',
			expected:
				'verbindingen zonder kring (zelfredzaam-en-meedoen → samenhangend-aanbod → zelfredzaam-en-meedoen)',
			also: [expect.objectContaining({ line: 6, column: 9, value: 'samenhangend-aanbod' }) as Problem]
		},
		shown: `data/${links}:1:9: er staat "zelfredzaam-en-meedoen", verwacht: verbindingen zonder kring (zelfredzaam-en-meedoen → samenhangend-aanbod → zelfredzaam-en-meedoen)`
	},
	{
		name: 'an area that does not exist on the boundaries of the table',
		breakIt: (folder) => replace(folder, observations, first, first.replace('WK063700', 'WK063707')),
		problem: {
			file: `data/${observations}`,
			line: 2,
			column: 2,
			value: 'WK063707',
			expected: 'een gebied dat bestaat op de grenzen van 2024'
		},
		shown: `data/${observations}:2:2: er staat "WK063707", verwacht: een gebied dat bestaat op de grenzen van 2024`
	},
	{
		name: 'the same observation twice',
		breakIt: (folder) =>
			replace(folder, observations, `${first}\n`, `${first}\n${first.replace(',70,', ',71,')}\n`),
		problem: {
			file: `data/${observations}`,
			line: 3,
			column: 1,
			value: 'arbeidsparticipatie, WK063700, 2024, totaal',
			expected: 'elke waarneming één keer'
		},
		shown: `data/${observations}:3:1: er staat "arbeidsparticipatie, WK063700, 2024, totaal", verwacht: elke waarneming één keer`
	},
	{
		name: 'a decimal comma',
		breakIt: (folder) => replace(folder, observations, first, first.replace(',70,', ',"70,5",')),
		problem: {
			file: `data/${observations}`,
			line: 2,
			column: 5,
			value: '70,5',
			expected: 'voor "value" leeg, of een getal met een punt als decimaalteken, zoals 46.3'
		},
		shown: `data/${observations}:2:5: er staat "70,5", verwacht: voor "value" leeg, of een getal met een punt als decimaalteken, zoals 46.3`
	},
	{
		name: 'a value that its unit cannot have',
		breakIt: (folder) => replace(folder, observations, first, first.replace(',70,', ',140,')),
		problem: {
			file: `data/${observations}`,
			line: 2,
			column: 5,
			value: 140,
			expected: 'een percentage van 0 tot en met 100'
		},
		shown: `data/${observations}:2:5: er staat 140, verwacht: een percentage van 0 tot en met 100`
	},
	{
		name: 'a missing value without its reason',
		breakIt: (folder) => replace(folder, observations, first, first.replace(',70,', ',,')),
		problem: {
			file: `data/${observations}`,
			line: 2,
			column: 5,
			value: '',
			expected: 'voor "value" een waarde, of een status die zegt waarom die er niet is'
		},
		shown: `data/${observations}:2:5: er staat "", verwacht: voor "value" een waarde, of een status die zegt waarom die er niet is`
	},
	{
		name: 'a zero where the status says that the value is missing',
		breakIt: (folder) =>
			replace(folder, observations, first, first.replace(',70,', ',0,').replace('definitive', 'suppressed')),
		problem: {
			file: `data/${observations}`,
			line: 2,
			column: 5,
			value: '0',
			expected: 'voor "value" een lege waarde, omdat de status "suppressed" is'
		},
		shown: `data/${observations}:2:5: er staat "0", verwacht: voor "value" een lege waarde, omdat de status "suppressed" is`
	},
	{
		name: 'a day that is not in the calendar',
		breakIt: (folder) =>
			replace(folder, 'monitors/zoetermeer/milestones.yaml', '"2014-10-14"', '"2022-02-30"'),
		problem: {
			file: 'data/monitors/zoetermeer/milestones.yaml',
			line: 1,
			column: 9,
			value: '2022-02-30',
			expected: 'voor "date" een datum die bestaat'
		},
		shown: `data/monitors/zoetermeer/milestones.yaml:1:9: er staat "2022-02-30", verwacht: voor "date" een datum die bestaat`
	},
	{
		name: 'YAML that cannot be read',
		breakIt: (folder) =>
			replace(
				folder,
				'monitors/zoetermeer/monitor.yaml',
				'name: Zoetermeer\n',
				'name: Zoetermeer: een stad\n'
			),
		problem: {
			file: 'data/monitors/zoetermeer/monitor.yaml',
			line: 2,
			column: 7,
			value: 'Zoetermeer: een stad',
			expected: 'YAML die te lezen is: een tekst met een dubbele punt hoort tussen aanhalingstekens'
		},
		shown: ''
	},
	{
		name: 'a byte order mark',
		breakIt: (folder) => {
			const path = join(folder, goals);
			writeFileSync(path, `\uFEFF${readFileSync(path, 'utf8')}`);
		},
		problem: {
			file: `data/${goals}`,
			line: 1,
			column: 1,
			value: 'BOM',
			expected: 'een bestand zonder BOM; bewaar het als "UTF-8", niet als "UTF-8 met BOM"'
		},
		shown: `data/${goals}:1:1: er staat "BOM", verwacht: een bestand zonder BOM; bewaar het als "UTF-8", niet als "UTF-8 met BOM"`
	},
	{
		name: 'line endings of Windows',
		breakIt: (folder) => {
			const path = join(folder, observations);
			writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'));
		},
		problem: {
			file: `data/${observations}`,
			line: 1,
			column: 'indicator,area,period,breakdown,value,lower,upper,n,status'.length + 1,
			value: 'CRLF',
			expected: 'regels die eindigen op LF; bewaar het met regeleinden van Unix'
		},
		shown: `data/${observations}:1:59: er staat "CRLF", verwacht: regels die eindigen op LF; bewaar het met regeleinden van Unix`
	},
	{
		name: 'a name that a file does not know',
		breakIt: (folder) =>
			replace(
				folder,
				links,
				'  to: zelfredzaam-en-meedoen\n  origin: editorial\n  why: >-\n    Wie zich',
				'  to: zelfredzaam-en-meedoen\n  gewicht: 3\n  origin: editorial\n  why: >-\n    Wie zich'
			),
		problem: {
			file: `data/${links}`,
			line: 3,
			column: 3,
			value: 'gewicht',
			expected: 'alleen namen die dit bestand kent'
		},
		shown: `data/${links}:3:3: er staat "gewicht", verwacht: alleen namen die dit bestand kent`
	},
	{
		name: 'a number that YAML made of an id',
		breakIt: (folder) =>
			replace(folder, 'monitors/zoetermeer/monitor.yaml', 'documents: ["004"]', 'documents: [004]'),
		problem: {
			file: 'data/monitors/zoetermeer/monitor.yaml',
			...placeOf('monitors/zoetermeer/monitor.yaml', '"004"]'),
			value: 4,
			expected: 'voor "documents" een tekst (zet een getal of datum tussen aanhalingstekens)'
		},
		shown: ''
	},
	{
		name: 'a file that is not there',
		breakIt: (folder) => rmSync(join(folder, goals)),
		problem: { file: `data/${goals}`, line: 0, column: 0, expected: 'dat dit bestand er is' },
		shown: `data/${goals}: verwacht: dat dit bestand er is`
	},
	{
		name: 'a head that is another',
		breakIt: (folder) => replace(folder, observations, 'indicator,area,period', 'indicator;area;period'),
		problem: {
			file: `data/${observations}`,
			line: 1,
			column: 1,
			value: 'indicator;area;period,breakdown,value,lower,upper,n,status',
			expected: 'de kop indicator,area,period,breakdown,value,lower,upper,n,status'
		},
		shown: `data/${observations}:1:1: er staat "indicator;area;period,breakdown,value,lower,upper,n,status", verwacht: de kop indicator,area,period,breakdown,value,lower,upper,n,status`
	},
	{
		name: 'a term that the general glossary explains in the same words',
		breakIt: (folder) =>
			appendFileSync(
				join(folder, glossary),
				'- term: Preventie\n  meaning: Problemen voorkómen of klein houden, door er vroeg bij te zijn\n' +
					'  source: { document: "004", place: H1 }\n'
			),
		problem: {
			file: `data/${glossary}`,
			line: linesOf(glossary),
			column: 9,
			value: 'Preventie',
			expected: 'een begrip dat niet met dezelfde betekenis in data/glossary.yaml staat; haal het hier weg'
		},
		shown: `data/${glossary}:${linesOf(glossary)}:9: er staat "Preventie", verwacht: een begrip dat niet met dezelfde betekenis in data/glossary.yaml staat; haal het hier weg`
	},
	{
		name: 'a term of the general glossary with another meaning, and no document that gives it',
		breakIt: (folder) =>
			appendFileSync(join(folder, glossary), '- term: preventie\n  meaning: Op tijd hulp geven.\n'),
		problem: {
			file: `data/${glossary}`,
			line: linesOf(glossary),
			column: 9,
			value: 'preventie',
			expected:
				'de plek in de stukken (source), want data/glossary.yaml heeft dit begrip al; zonder plek hoort het hier niet'
		},
		shown: ''
	},
	{
		name: 'a figure that no page shows',
		breakIt: (folder) =>
			appendFileSync(
				join(folder, 'monitors/zoetermeer/figures.csv'),
				'zm-999,004,bijlage 1,proef,,Zoetermeer,2017,1,aantal,\n'
			),
		problem: {
			file: 'data/monitors/zoetermeer/figures.csv',
			line: linesOf('monitors/zoetermeer/figures.csv'),
			column: 1,
			value: 'zm-999',
			expected: 'dat dit cijfer ergens getoond wordt: in een tabel, bij een doel of bij een afspraak'
		},
		shown: ''
	},
	{
		name: 'a small count of people that nobody declared',
		breakIt: (folder) => rmSync(join(folder, exceptions)),
		problem: {
			file: 'data/monitors/zoetermeer/figures.csv',
			line: placeOf('monitors/zoetermeer/figures.csv', 'zm-005,').line,
			column: 8,
			value: '2',
			expected:
				'een klein aantal mensen of gevallen alleen met een reden in disclosure-exceptions.yaml van deze monitor'
		},
		shown: ''
	},
	{
		name: 'a small count of people that is told as a count of things',
		breakIt: (folder) => {
			replace(folder, 'monitors/zoetermeer/figures.csv', '2017-10-15,2,gevallen,', '2017-10-15,2,aantal,');
			rmSync(join(folder, exceptions));
		},
		problem: {
			file: 'data/monitors/zoetermeer/figures.csv',
			line: placeOf('monitors/zoetermeer/figures.csv', 'zm-005,').line,
			column: 9,
			value: 'aantal',
			expected: 'personen of gevallen als dit mensen telt; anders een onderwerp dat geen mensen noemt'
		},
		shown: ''
	},
	{
		name: 'an exception for a figure that is not small',
		breakIt: (folder) => appendFileSync(join(folder, exceptions), exceptionFor('zm-001')),
		problem: {
			file: `data/${exceptions}`,
			line: linesOf(exceptions) + 1,
			column: 11,
			value: 'zm-001',
			expected: 'een klein aantal personen of gevallen uit figures.csv'
		},
		shown: `data/${exceptions}:${linesOf(exceptions) + 1}:11: er staat "zm-001", verwacht: een klein aantal personen of gevallen uit figures.csv`
	},
	{
		name: 'a whole that is no count',
		breakIt: (folder) =>
			appendFileSync(
				join(folder, indicators),
				'    disclosure:\n      parts: [inwoners-65plus, bestaat-niet]\n'
			),
		problem: {
			file: `data/${indicators}`,
			line: linesOf(indicators) + 1,
			column: 32,
			value: 'bestaat-niet',
			expected: 'een andere indicator uit deze lijst, met de eenheid aantal'
		},
		shown: ''
	},
	{
		name: 'a table of steering that does not exist',
		breakIt: (folder) =>
			replace(
				folder,
				steering,
				'figures: [zm-006, zm-017]\n    tables: [verschillen',
				'figures: [zm-006, zm-017]\n    tables: [bestaat-niet, verschillen'
			),
		problem: {
			file: `data/${steering}`,
			...placeOf(steering, 'verschillen-tussen-wijken]'),
			value: 'bestaat-niet',
			expected: 'een id uit tables.yaml'
		},
		shown: ''
	},
	{
		name: 'a group of residents that an indicator of steering does not have',
		breakIt: (folder) =>
			replace(
				folder,
				steering,
				'indicator: regie\n        breakdown: 18+',
				'indicator: regie\n        breakdown: totaal'
			),
		problem: {
			file: `data/${steering}`,
			line: placeOf(steering, 'indicator: regie').line + 1,
			column: 20,
			value: 'totaal',
			expected: 'een groep van deze indicator: 18+, 65+'
		},
		shown: ''
	},
	{
		name: 'an indicator beside spending that does not exist',
		breakIt: (folder) => replace(folder, 'domains.yaml', 'indicator: rondkomen', 'indicator: bestaat-niet'),
		problem: {
			file: 'data/domains.yaml',
			line: placeOf('domains.yaml', 'indicator: rondkomen').line,
			column: placeOf('domains.yaml', 'indicator: rondkomen').column + 'indicator: '.length,
			value: 'bestaat-niet',
			expected: 'een indicator uit indicators.yaml'
		},
		shown: ''
	},
	{
		name: 'assignments of an agreement that does not exist',
		breakIt: (folder) =>
			replace(folder, monitor, 'agreement: drie-ontwikkelopdrachten', 'agreement: bestaat-niet'),
		problem: {
			file: `data/${monitor}`,
			line: placeOf(monitor, 'agreement: drie').line,
			column: placeOf(monitor, 'agreement: drie').column + 'agreement: '.length,
			value: 'bestaat-niet',
			expected: 'een id uit agreements.yaml'
		},
		shown: ''
	},
	{
		name: 'something missing of a monitor that does not exist',
		breakIt: (folder) =>
			replace(
				folder,
				'indicators.yaml',
				'monitor: westland\n        text: Van de wijk Ter Heijde',
				'monitor: oostland\n        text: Van de wijk Ter Heijde'
			),
		problem: {
			file: 'data/indicators.yaml',
			line: placeOf('indicators.yaml', 'text: Van de wijk Ter Heijde').line - 1,
			column: 18,
			value: 'oostland',
			expected: 'een monitor uit data/monitors of uit een uitgave'
		},
		shown: ''
	}
];

test('the real data is in order', () => {
	const { dataset, problems } = check(load('data'));
	expect(problems.map(formatProblem)).toEqual([]);
	expect(dataset?.model.monitors.map(({ monitor }) => monitor.slug)).toEqual([
		'westerkwartier',
		'westland',
		'zoetermeer'
	]);
});

describe('one mistake is one message, with its place, its value and what was expected', () => {
	test.each(cases)('$name', ({ breakIt, problem, shown }) => {
		const found = problemsOf(broken(breakIt));
		expect(found).toEqual([problem]);
		if (shown !== '') expect(found.map(formatProblem)).toEqual([shown]);
	});

	test('a file that is too large', () => {
		const found = problemsOf(
			broken(() => undefined),
			200_000
		);
		expect(found.filter(({ file }) => !file.startsWith('data/releases/'))).toEqual([
			{
				file: 'data/expenditure/iv3.csv',
				line: 0,
				column: 0,
				value: undefined,
				expected:
					'een bestand van hoogstens 0,2 MB (dit is 0,3 MB); splits het, of haal de cijfers op met een feed'
			}
		]);
	});
});

test('all mistakes come at once, in the order of the files', () => {
	const some = cases.filter(({ name }) =>
		['a link to a goal that does not exist', 'a decimal comma', 'a day that is not in the calendar'].includes(
			name
		)
	);
	expect(some).toHaveLength(3);
	const found = problemsOf(broken((folder) => some.forEach(({ breakIt }) => breakIt(folder))));
	expect(found.map(({ file }) => file)).toEqual([
		`data/${links}`,
		'data/monitors/zoetermeer/milestones.yaml',
		`data/${observations}`
	]);
	expect(found).toEqual(expect.arrayContaining(some.map(({ problem }) => problem)));
});
