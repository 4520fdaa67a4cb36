import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accountsCsv } from '#scripts/fetch/accounts-file.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import { broken } from './broken.fixture.ts';
import { load } from './load.ts';
import { tellEdited } from './receipts.ts';
import { check } from './rules.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const empty = '0'.repeat(64);

const receipt = (own: object): string =>
	JSON.stringify(
		{
			...{ feed: 'proef', source: '85984ned', adapter: 'cbs-v3', table: '85984NED', title: 'Een proef' },
			...{ retrieved: '2026-11-19T10:00:00Z', remarks: [] },
			addresses: [{ address: 'https://voorbeeld.nl/', hash: empty, bytes: 7 }],
			...own
		},
		null,
		'\t'
	);

function checkWith(make: (folder: string) => string) {
	const folder = broken((path) => {
		mkdirSync(join(path, 'receipts'));
		writeFileSync(join(path, 'receipts/proef.json'), make(path));
	});
	const loaded = load(folder, 'zoetermeer');
	return { ...check(loaded), told: tellEdited(loaded) };
}

const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const observations = 'observations/85984ned.csv';
const account = 'GM0637,2023,jaarrekening';

/** A receipt that fits each kind of file, and a change of that file. */
const kinds: [path: string, make: (folder: string) => object, change: (folder: string) => void][] = [
	[
		observations,
		(folder) => ({ rows: 1, hash: hashOf(read(folder, observations)) }),
		(folder) => writeFileSync(join(folder, observations), read(folder, observations).replace(',70,', ',71,'))
	],
	[
		'expenditure/iv3.csv',
		(folder) => {
			const lines = read(folder, 'expenditure/iv3.csv').split('\n');
			const own = lines.filter((line) => line.startsWith(`${account},`));
			return { accounts: { of: [account], rows: own.length, hash: hashOf(accountsCsv(own)) } };
		},
		(folder) => {
			const path = join(folder, 'expenditure/iv3.csv');
			writeFileSync(path, readFileSync(path, 'utf8').replace('6.2,Wijkteams,9526.0', '6.2,Wijkteams,9527.0'));
		}
	],
	[
		'areas/wijken-2024.geojson',
		(folder) => ({
			boundaries: { year: 2024, rows: 37, hash: hashOf(read(folder, 'areas/wijken-2024.geojson')) }
		}),
		(folder) => appendFileSync(join(folder, 'areas/wijken-2024.geojson'), '\n')
	],
	[
		'areas/changes/2024.csv',
		(folder) => {
			if (!existsSync(join(folder, 'areas/changes'))) mkdirSync(join(folder, 'areas/changes'));
			const text = 'code,change,previous\nWK063700,1,\n';
			writeFileSync(join(folder, 'areas/changes/2024.csv'), text);
			return { changes: { year: 2024, rows: 1, hash: hashOf(text) } };
		},
		(folder) => rmSync(join(folder, 'areas/changes/2024.csv'))
	]
];

test.each(kinds)('a receipt holds as long as %s is what was fetched', (path, make, change) => {
	const same = checkWith((folder) => receipt(make(folder)));
	expect(same.problems.map(formatProblem)).toEqual([]);
	expect(same.told).toEqual([]);
	expect(same.dataset!.model.receipts).toMatchObject([{ source: '85984ned', isEdited: false }]);

	const other = checkWith((folder) => {
		const text = receipt(make(folder));
		change(folder);
		return text;
	});
	expect(other.problems.map(formatProblem)).toEqual([]);
	expect(other.told).toEqual([
		`data/${path} is met de hand veranderd sinds het is opgehaald (2026-11-19). Dat staat ook op de pagina Data en bronnen.`
	]);
	expect(other.dataset!.model.receipts).toMatchObject([{ isEdited: true }]);
});

test.each<[string, () => string, string]>([
	[
		'of a source that is not there',
		() => receipt({ source: 'weg' }),
		':3:12: er staat "weg", verwacht: een bron uit sources.yaml'
	],
	['that is no JSON', () => '{', ':1:2: verwacht: JSON die te lezen is'],
	[
		'with a hash that is none',
		() => receipt({ rows: 1, hash: 'abc' }),
		':17:10: er staat "abc", verwacht: voor "hash" een SHA-256 in hexadecimaal'
	],
	[
		'with a field that nobody knows',
		() => receipt({ opmerking: 'hoi' }),
		':16:2: er staat "opmerking", verwacht: alleen namen die dit bestand kent'
	]
])('a receipt %s is refused', (_, make, expected) => {
	expect(checkWith(make).problems.map(formatProblem)).toEqual([`data/receipts/proef.json${expected}`]);
});
