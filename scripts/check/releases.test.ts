import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#scripts/read/problem.ts';
import { broken } from './broken.fixture.ts';
import { load } from './load.ts';
import { tellLaterReleases } from './releases.ts';
import { check } from './rules.ts';

const days = ['2026-11-23', '2027-01-31'] as const;
const [first, second] = days.map((day) => ({
	text: `releases/${day}/release.json`,
	values: `releases/${day}/values.csv`
}));

/** The real data with a first release and one of next year, and in it something changed. */
const data = (change: (folder: string) => void = () => undefined): string =>
	broken((folder) => {
		for (const day of readdirSync(join(folder, 'releases')))
			if (day !== days[0]) rmSync(join(folder, 'releases', day), { recursive: true });
		cpSync(join(folder, 'releases', days[0]), join(folder, 'releases', days[1]), { recursive: true });
		replace(folder, second!.text, days[0], days[1]);
		change(folder);
	});

/** Replaces the first of a text in a file. */
function replace(folder: string, file: string, from: string | RegExp, to: string): void {
	const path = join(folder, file);
	const text = readFileSync(path, 'utf8');
	const changed = text.replace(from, () => to);
	expect(changed, `${file} has ${String(from)}`).not.toBe(text);
	writeFileSync(path, changed);
}

const problemsOf = (folder: string) =>
	check(load(folder, 'zoetermeer')).problems.map((problem) => formatProblem(problem));

/** The line, from 1, on which a text first stands in a release. */
const lineOf = (text: string | RegExp) =>
	readFileSync(join('data', first!.text), 'utf8').split(text)[0]!.split('\n').length;

/** Files that a release of before they were kept does not have. */
const kept = {
	figures: `releases/${days[1]}/figures.csv`,
	amounts: `releases/${days[1]}/amounts.csv`,
	verdicts: `releases/${days[1]}/report-verdicts.csv`
};
const heads = {
	figures: 'monitor,id,document,place,subject,breakdown,area,period,value,unit,remark',
	amounts: 'municipality,year,report,population,taakveld,title,value',
	verdicts: 'monitor,period,date,goal,held,status,rule,sentence,number,of'
};
const figure =
	'zoetermeer,zm-001,004,bijlage 1,indicaties,,Zoetermeer,2017,312,gevallen,"Geteld, niet geschat."';
const amount = 'GM0637,2020,begroting,125285,6.1,Samenkracht,100';

const verdict = 'westland,2017,2018-04-26,minder-eenzaamheid,true,no-target,target@1,Geen streefwaarde.,,';

const row = '50090ned,alcoholrichtlijn,BU06370001,2016,18+,45,estimate';

describe('a release that is not in order is named with its place', () => {
	test.each<[name: string, change: (folder: string) => void, shown: string]>([
		[
			'another date than its folder',
			(folder) => replace(folder, second!.text, days[1], '2027-01-30'),
			`data/${second!.text}:3:10: er staat "2027-01-30", verwacht: de dag van de map waar dit bestand in staat: 2027-01-31`
		],
		[
			'a folder that is no day',
			(folder) => mkdirSync(join(folder, 'releases/januari')),
			'data/releases/januari: er staat "januari", verwacht: een map met een dag als naam, zoals 2026-01-31'
		],
		[
			'no texts',
			(folder) => rmSync(join(folder, second!.text)),
			`data/${second!.text}: verwacht: dat dit bestand er is`
		],
		[
			'no figures',
			(folder) => rmSync(join(folder, second!.values)),
			`data/${second!.values}: verwacht: dat dit bestand er is`
		],
		[
			'JSON that cannot be read',
			(folder) => replace(folder, second!.text, '"format": 1,', '"format": 1'),
			`data/${second!.text}:3:2: er staat ""date": "2027-01-31",", verwacht: JSON die te lezen is`
		],
		[
			'JSON that ends too soon',
			(folder) => writeFileSync(join(folder, second!.text), '{\n\t"format": 1,\n'),
			`data/${second!.text}:3:1: verwacht: JSON die te lezen is`
		],
		[
			'another form of file',
			(folder) => replace(folder, second!.text, '"format": 1', '"format": 2'),
			`data/${second!.text}:2:12: er staat 2, verwacht: voor "format" 1`
		],
		[
			'a name that it does not know',
			(folder) => replace(folder, second!.text, '"format": 1,', '"format": 1, "gewicht": 3,'),
			`data/${second!.text}:2:15: er staat "gewicht", verwacht: alleen namen die dit bestand kent`
		],
		[
			'a verdict that the site does not know',
			(folder) => replace(folder, second!.text, /"status": "[a-z-]+"/, '"status": "prima"'),
			`data/${second!.text}:${lineOf('"status": "')}:17: er staat "prima", verwacht: een oordeel dat de site kent: reached, on-track, off-track, missed, too-uncertain, no-new-measurement, not-comparable, no-target, no-indicator, not-started`
		],
		[
			'the same figure twice',
			(folder) => replace(folder, second!.values, `${row}\n`, `${row}\n${row}\n`),
			`data/${second!.values}:3:1: er staat "50090ned, alcoholrichtlijn, BU06370001, 2016, 18+", verwacht: elk cijfer één keer`
		],
		[
			'the same figure of a document twice',
			(folder) => writeFileSync(join(folder, kept.figures), [heads.figures, figure, figure, ''].join('\n')),
			`data/${kept.figures}:3:1: er staat "zoetermeer, zm-001", verwacht: elk cijfer één keer`
		],
		[
			'the same amount twice',
			(folder) => writeFileSync(join(folder, kept.amounts), [heads.amounts, amount, amount, ''].join('\n')),
			`data/${kept.amounts}:3:1: er staat "GM0637, 2020, begroting, 6.1, Samenkracht", verwacht: elk bedrag één keer`
		],
		[
			'an amount of a report that there is not',
			(folder) =>
				writeFileSync(
					join(folder, kept.amounts),
					[heads.amounts, amount.replace('begroting', 'nota'), ''].join('\n')
				),
			`data/${kept.amounts}:2:3: er staat "nota", verwacht: voor "report" een van: begroting, jaarrekening`
		],
		[
			'the same verdict of a report twice',
			(folder) =>
				writeFileSync(join(folder, kept.verdicts), [heads.verdicts, verdict, verdict, ''].join('\n')),
			`data/${kept.verdicts}:3:1: er staat "westland, 2017, minder-eenzaamheid", verwacht: elk oordeel één keer`
		],
		[
			'a verdict of a report on a goal that there is not',
			(folder) =>
				writeFileSync(
					join(folder, kept.verdicts),
					[heads.verdicts, verdict.replace('minder-', 'meer-'), ''].join('\n')
				),
			`data/${kept.verdicts}:2:4: er staat "meer-eenzaamheid", verwacht: een doel van westland in release.json`
		],
		[
			'a verdict of a report that the site does not know',
			(folder) =>
				writeFileSync(
					join(folder, kept.verdicts),
					[heads.verdicts, verdict.replace('no-target', 'prima'), ''].join('\n')
				),
			`data/${kept.verdicts}:2:6: er staat "prima", verwacht: een oordeel dat de site kent: reached, on-track, off-track, missed, too-uncertain, no-new-measurement, not-comparable, no-target, no-indicator, not-started`
		]
	])('%s', (_, change, shown) => {
		expect(problemsOf(data(change))).toEqual([shown]);
	});
});

describe('releases that are in order', () => {
	test('are compared with the one before', () => {
		const folder = data((own) => replace(own, second!.values, row, row.replace(',45,', ',46,')));
		const { model } = check(load(folder, 'zoetermeer')).dataset!;
		expect(model.asOf).toBe(days[1]);
		const told = model.releases.map(({ date, figures }) => [date, figures[0]!.changes.length]);
		expect(told).toEqual([
			[days[0], 0],
			[days[1], 1]
		]);
		expect(model.releases[1]!.figures).toMatchObject([
			{
				slug: 'zoetermeer',
				changes: [
					{ kind: 'revised', indicator: 'alcoholrichtlijn', levels: [{ level: 'buurt', changed: 1 }] }
				]
			}
		]);
	});

	test('do not bring their figures into the texts of the site', () => {
		const { model } = check(load(data(), 'zoetermeer')).dataset!;
		expect(JSON.stringify(model.releases)).not.toContain('BU06370001');
	});

	test('count only up to the day on which the site stands, and the rest is told', () => {
		const loaded = load(data(), 'zoetermeer', undefined, '2026-12-31');
		const { dataset, problems } = check(loaded);
		expect(problems).toEqual([]);
		expect(dataset!.model.releases.map(({ date }) => date)).toEqual([days[0]]);
		expect(tellLaterReleases(loaded)).toEqual([
			'De uitgave van 2027-01-31 is van na 2026-12-31 en telt niet mee.'
		]);
	});
});
