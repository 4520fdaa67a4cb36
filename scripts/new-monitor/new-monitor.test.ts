import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sharedFile, sheetXml, withoutShared, workbookParts, zipOf } from '#scripts/fetch/files.fixture.ts';
import { planMonitor, type Asked } from './plan.ts';

const folder = mkdtempSync(join(tmpdir(), 'doelenboom-'));
const data = join(folder, 'data');
beforeAll(() => cpSync('data', data, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(script: string, ...words: string[]) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--import', 'tsx', `scripts/${script}.ts`, '--data', data, ...words],
		{ encoding: 'utf8' }
	);
	return { status, stdout: stdout.trimEnd().split('\n'), stderr: stderr.trimEnd().split('\n') };
}

const read = (root: string, path: string): string[] => readFileSync(join(root, path), 'utf8').split('\n');

/** The columns of the workbooks that the site has an indicator for, with one that is not asked. */
const measures = read('data', 'mappings/rivm-50090ned.yaml').flatMap(
	(line) => / name: (\w+),/.exec(line)?.[1] ?? []
);

/** A small workbook in the shape of those of RIVM. */
function smallBook(year: number): Uint8Array {
	const areas = [
		['NL01      ', 'Nederland'],
		['GM0034    ', 'Almere         '],
		['GM0363    ', "'t Voorbeeld   "],
		['WK036300  ', "'t Voorbeeld   "],
		['BU03630000', "'t Voorbeeld   "]
	];
	const head = ['ID', 'Leeftijd', 'Marges', 'WijkenEnBuurten', 'Perioden', 'Gemeentenaam_1'];
	return zipOf(
		workbookParts({
			Blad1: sheetXml([
				[...head, ...measures.map((name, i) => `${name}_${i + 4}`)],
				...areas.map(([code, name], i) => [
					i,
					20300,
					'MW00000',
					code!,
					`${year}JJ00`,
					name!,
					...measures.map((each, j) => (each === 'Roker' ? '' : i === 4 ? '       .' : `    ${j}.5`))
				])
			])
		})
	);
}

describe('a monitor for another gemeente', () => {
	const from = join(folder, 'rivm');
	beforeAll(() => {
		mkdirSync(from);
		writeFileSync(join(from, '2016.xlsx'), smallBook(2016));
		writeFileSync(join(from, '2020.xlsx'), smallBook(2020));
		writeFileSync(join(folder, 'namen.csv'), 'Key,Title\n"WK036300  ",Wijk 00 Centrum\n');
	});

	test.each<[string, Partial<Asked>, RegExp]>([
		['no gemeente', { gemeente: '' }, /^--gemeente: er staat "", verwacht: een code als GM0363\.$/],
		['no folder', { from: '' }, /^Zeg met --from in welke map de werkmappen van RIVM .*statline\.rivm\.nl/],
		['a folder without workbooks', { from: data }, /staan geen werkmappen \(\.xlsx\) van RIVM/],
		[
			'a gemeente of later',
			{ gemeente: 'GM1992' },
			/^Gemeente GM1992 staat niet in .* de 2 gemeenten van 2020\./
		],
		['a gemeente that has one', { gemeente: 'GM0637' }, /^Van GM0637 is er al een monitor: zoetermeer\.$/],
		['a folder that is there', { slug: 'westland' }, /^Er is al een map monitors\/westland\./],
		[
			'a name that is no address',
			{ slug: '../weg' },
			/^--slug: er staat "\.\.\/weg", verwacht: kleine letters/
		]
	])('is not made: %s', async (_, own, expected) => {
		await expect(planMonitor({ gemeente: 'GM0363', from, data, ...own })).rejects.toThrow(expected);
	});

	test('is not made by the command either, and nothing is written', () => {
		const before = readFileSync(join(data, 'observations/50090ned.csv'), 'utf8');
		const { status, stdout, stderr } = run('new-monitor', '--gemeente', 'GM1992', '--from', from);
		expect(status).toBe(1);
		expect(stdout).toEqual(['']);
		expect(stderr[0]).toMatch(/^Gemeente GM1992 staat niet in de werkmappen van RIVM\./);
		expect(stderr.at(-1)).toBe('Er is niets veranderd.');
		expect(readFileSync(join(data, 'observations/50090ned.csv'), 'utf8')).toBe(before);
	}, 60_000);

	test.skipIf(!withoutShared)('is not made without a folder, and says where its workbooks are', () => {
		const { status, stderr } = run('new-monitor', '--gemeente', 'GM0363');
		expect(status).toBe(1);
		expect(stderr[0]).toMatch(/^Zeg met --from in welke map de werkmappen van RIVM/);
	});

	test('passes the check, and leaves every line that was there', () => {
		const made = run(
			'new-monitor',
			'--gemeente',
			'GM0363',
			'--from',
			from,
			'--slug',
			'voorbeeld',
			'--names',
			join(folder, 'namen.csv')
		);
		expect(made.stderr).toEqual(['']);
		expect(made.status).toBe(0);
		expect(made.stdout[0]).toBe(
			`De monitor van 't Voorbeeld staat in ${join(data, 'monitors', 'voorbeeld')}: 3 gebieden en 120 cijfers over 2016, 2020.`
		);
		const checked = run('check');
		expect(checked.stderr).toEqual(['']);
		expect(checked.stdout.at(-1)).toMatch(/^data\/ is in orde: 4 monitors/);
		for (const file of ['areas/areas-2020.csv', 'observations/50090ned.csv', 'sources.yaml']) {
			const [before, after] = [read('data', file), read(data, file)];
			const kept = new Set(after);
			expect(before.filter((line) => !kept.has(line))).toEqual([]);
		}
		expect(read(data, 'areas/areas-2020.csv').filter((line) => line.includes('0363'))).toEqual([
			"GM0363,'t Voorbeeld,gemeente,,2020",
			'WK036300,Wijk 00 Centrum,wijk,GM0363,2020',
			'BU03630000,Buurt BU03630000,buurt,WK036300,2020'
		]);
		const own = read(data, 'observations/50090ned.csv').filter((line) => line.includes('0363'));
		expect(own).toHaveLength(120);
		expect(own).toContain('eenzaamheid,GM0363,2020,18+,24.5,,,,estimate');
		expect(own).toContain('eenzaamheid,BU03630000,2020,18+,,,,,suppressed');
		expect(own.some((line) => line.startsWith('roken,'))).toBe(false);
	}, 120_000);
});

describe('from the workbooks of the whole country', () => {
	test('Amsterdam passes the check, and GM1992 is not in them', async (context) => {
		context.skip(withoutShared !== false, withoutShared || undefined);
		rmSync(data, { recursive: true });
		cpSync('data', data, { recursive: true });
		const from = sharedFile('rivm');
		await expect(planMonitor({ gemeente: 'GM1992', from, data })).rejects.toThrow(
			'Gemeente GM1992 staat niet in de werkmappen van RIVM. Daarin staan de 355 gemeenten van 2020. Een gemeente die pas later is ontstaan, staat er dus niet in.'
		);
		const made = run('new-monitor', '--gemeente', 'GM0363');
		expect(made.stderr).toEqual(['']);
		expect(made.status).toBe(0);
		expect(made.stdout[0]).toMatch(/579 gebieden en 31845 cijfers over 2012, 2016, 2020\.$/);
		const checked = run('check', '--monitor', 'amsterdam');
		expect(checked.status).toBe(0);
		expect(read(data, 'observations/50090ned.csv')).toContain('eenzaamheid,GM0363,2020,18+,53.2,,,,estimate');
	}, 120_000);
});
