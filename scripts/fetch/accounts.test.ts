import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { feed as feedSchema, type Feed } from '#lib/schema/feed.ts';
import type { Expenditure } from '#lib/schema/observation.ts';
import { emptyFolder } from '../../tests/replay/fixtures.ts';
import { fetchFeed } from '../../tests/replay/run.ts';
import { startReplay, type Replay } from '../../tests/replay/server.ts';
import { v3Routes } from '../../tests/replay/tables.ts';
import { readAccounts } from './accounts-file.ts';
import { toAccounts } from './accounts.ts';
import { FetchProblem } from './problem.ts';
import { sharedFile, withoutShared } from './files.fixture.ts';

let replay: Replay | undefined;
afterEach(() => replay?.close());

/** A folder of data with the accounts of the project, or with other lines. */
function dataWith(lines?: string[]): string {
	const data = emptyFolder();
	mkdirSync(join(data, 'expenditure'));
	cpSync('data/mappings', join(data, 'mappings'), { recursive: true });
	const own = readFileSync('data/expenditure/iv3.csv', 'utf8').trimEnd().split('\n');
	writeFileSync(join(data, 'expenditure/iv3.csv'), `${(lines ? [own[0]!, ...lines] : own).join('\n')}\n`);
	return data;
}

const embedded = readFileSync('data/expenditure/iv3.csv', 'utf8').trimEnd().split('\n').slice(1);
const ofReport = (report: string) => embedded.filter((line) => line.includes(`,2023,${report},`));
const gemeenten = ['GM0637', 'GM1783', 'GM1969'];

const csvFeed = (report: 'begroting' | 'jaarrekening') => ({
	adapter: 'csv',
	file: `${process.cwd()}/${sharedFile(`iv3/Analysedata_Iv3_2023_${report}.csv`)}`,
	mapping: 'iv3-2023',
	areas: gemeenten,
	accounts: { report }
});

describe.skipIf(withoutShared !== false)('accounts of 2023, the literal files', () => {
	test.each(['begroting', 'jaarrekening'] as const)('of the %s are those of the site', async (report) => {
		const data = dataWith();
		const { problems, rows, receipt, files } = await fetchFeed(csvFeed(report), { data, replace: true });
		expect(problems).toEqual([]);
		expect(rows).toEqual(ofReport(report));
		expect(receipt).toMatchObject({
			accounts: { of: gemeenten.map((code) => `${code},2023,${report}`), rows: 3 * 53 }
		});
		expect(files).toEqual(['proef.changes.md', 'proef.csv', 'proef.receipt.json']);
		expect(readFileSync(join(data, 'expenditure/iv3.csv'), 'utf8')).toBe(
			readFileSync('data/expenditure/iv3.csv', 'utf8')
		);
	});

	test('take the place of other amounts only where that is accepted', async () => {
		const line = 'GM0637,2023,jaarrekening,126998,6.2,Wijkteams,9526.0';
		const data = dataWith(embedded.map((each) => (each === line ? line.replace('9526.0', '1.0') : each)));
		const path = join(data, 'expenditure/iv3.csv');
		const before = readFileSync(path, 'utf8');
		const first = await fetchFeed(csvFeed('jaarrekening'), { data, replace: true });
		expect(first.text('proef.changes.md')).toContain(
			'| Lasten (taakveld: 6.2; verslag: jaarrekening), GM0637, 2023 | 1 | 9.526 | 9.525 (groot) |'
		);
		expect(readFileSync(path, 'utf8')).toBe(before);
		await fetchFeed(csvFeed('jaarrekening'), { data, replace: true, accept: true });
		expect(readAccounts(data).lines).toEqual(embedded);
	});

	test('come in where there are none of that year yet', async () => {
		const data = dataWith(embedded.filter((line) => !line.includes(',2023,jaarrekening,')));
		const { files } = await fetchFeed(csvFeed('jaarrekening'), { data, replace: true });
		expect(files).toEqual(['proef.csv', 'proef.receipt.json']);
		expect(readAccounts(data).lines).toEqual(embedded);
	});
});

const feedWith = (accounts: object): Feed =>
	feedSchema.parse({
		id: 'proef',
		source: 'iv3',
		adapter: 'cbs-v3',
		table: '99003NED',
		areas: ['GM0637'],
		measures: [{ name: 'k_1000Euro', indicator: 'iv3-lasten' }],
		accounts
	});
const row = (breakdown: string, value: number | null, own: object = {}) => ({
	...{ indicator: 'iv3-lasten', area: 'GM0637', period: '2023', breakdown, value },
	...{
		lower: null,
		upper: null,
		n: null,
		status: value === null ? ('unknown' as const) : ('definitive' as const)
	},
	...own
});
const known: Expenditure[] = [
	{
		...{ municipality: 'GM0637', year: '2022', report: 'begroting', population: 7 },
		...{ taakveld: '6.71', title: 'Oude naam', value: 1 }
	},
	{
		...{ municipality: 'GM0637', year: '2024', report: 'begroting', population: 9 },
		...{ taakveld: '6.71', title: 'Nieuwe naam', value: 1 }
	}
];
const made = (rows: ReturnType<typeof row>[], accounts: object) =>
	toAccounts(rows, feedWith(accounts), known, 'proef');

describe('what a table calls taakvelden and categories', () => {
	test('is added up per taakveld, without reserves, balances and what is no spending', () => {
		const { accounts, remarks } = made(
			[
				row('taakveld=6-71a;categorie=l1-1;verslag=jaarrekening', 5),
				row('taakveld-balanspost=6-711;categorie=l3-8;verslag=jaarrekening', 7),
				row('taakveld=6-71;categorie=l7-1;verslag=jaarrekening', 100),
				row('taakveld=6-71;categorie=b3-8;verslag=jaarrekening', 100),
				row('taakveld=a111;categorie=l1-1;verslag=jaarrekening', 100),
				row('taakveld=0-10;categorie=l1-1;verslag=jaarrekening', 100),
				row('taakveld=6-71;verslag=halfjaar', 100),
				row('taakveld=6-71;verslag=jaarrekening', 100, { indicator: 'iv3-baten' })
			],
			{ population: { GM0637: 8 } }
		);
		expect(accounts).toEqual([
			{
				...{ municipality: 'GM0637', year: '2023', report: 'jaarrekening', population: 8 },
				...{ taakveld: '6.71', title: 'Oude naam', value: 12 }
			}
		]);
		expect(remarks).toEqual([]);
	});

	test('counts without the categories that a taakveld does not have', () => {
		const { accounts } = made(
			[
				row('taakveld=6-71;categorie=l1-1;verslag=begroting', 5),
				row('taakveld=6-71;categorie=l2-1;verslag=begroting', null, { status: 'not-asked' })
			],
			{ population: { GM0637: 8 } }
		);
		expect(accounts.map(({ value }) => value)).toEqual([5]);
	});

	test('is left out where a part is missing, and the receipt says so', () => {
		const { accounts, remarks } = made(
			[
				row('taakveld=6-71a;verslag=begroting', 5),
				row('taakveld=6-71b;verslag=begroting', null),
				row('taakveld=6-1;verslag=begroting', 3)
			],
			{ population: { GM0637: 8 }, titles: { '6.1': 'Samen' } }
		);
		expect(accounts.map(({ taakveld }) => taakveld)).toEqual(['6.1']);
		expect(remarks).toEqual([
			'Niet overgenomen, want een deel van het bedrag ontbreekt: GM0637,2023,begroting,6.71.'
		]);
	});

	test('must have a name, and the gemeente a number of residents', () => {
		const work = () => made([row('taakveld=6-99;verslag=begroting', 5)], {});
		expect(work).toThrow(FetchProblem);
		expect(work).toThrow(
			[
				'proef: verwacht: het aantal inwoners van GM0637 in 2023 bij de feed (accounts, population)',
				'proef: verwacht: de naam van taakveld 6.99 bij de feed (accounts, titles)'
			].join('\n')
		);
	});
});

test('Iv3 over OData, written from the documentation, lands among the accounts', async () => {
	replay = await startReplay(v3Routes('iv3', '99003NED'));
	const data = dataWith(embedded.filter((line) => !line.startsWith('GM1783,2023,')));
	const { problems, rows, receipt } = await fetchFeed(
		{
			adapter: 'cbs-v3',
			table: '99003NED',
			measures: [{ name: 'k_1000Euro', indicator: 'iv3-lasten' }],
			areas: ['GM0637', 'GM1783'],
			breakdowns: {
				TaakveldBalanspost: 'codes',
				Categorie: 'codes',
				Verslagsoort: { '2023X000': 'verslag=begroting', '2023X005': 'verslag=jaarrekening' }
			},
			accounts: { population: { GM1783: 114887 } },
			baseUrl: `${replay.base}/odata`
		},
		{ data, replace: true, accept: true }
	);
	expect(problems).toEqual([]);
	const lines = ['GM0637,2023,@,126998', 'GM1783,2023,@,114887'].flatMap((start) => [
		`${start.replace('@', 'begroting')},6.71,Maatwerkdienstverlening 18+,-99997.0`,
		`${start.replace('@', 'jaarrekening')},6.1,Samenkracht en burgerparticipatie,-123456.0`,
		`${start.replace('@', 'jaarrekening')},6.71,Maatwerkdienstverlening 18+,77.0`
	]);
	expect(rows).toEqual(lines);
	expect(receipt!.remarks).toContain(
		'Niet overgenomen, want een deel van het bedrag ontbreekt: GM0637,2023,begroting,6.1; GM1783,2023,begroting,6.1.'
	);
	expect(receipt!.accounts!.of).toHaveLength(4);
	const others = embedded.filter((line) => !/^GM(0637|1783),2023,/.test(line));
	expect(readAccounts(data).lines.toSorted()).toEqual([...others, ...lines].toSorted());
});
