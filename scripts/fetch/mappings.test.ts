import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { indicators } from '#lib/schema/indicator.ts';
import { mapping } from '#lib/schema/mapping.ts';
import { fetchCsv } from './csv.ts';
import { feedOf, worldOf } from './files.fixture.ts';

const read = (name: string): string => readFileSync(`data/mappings/${name}`, 'utf8');

describe.each(readdirSync('data/mappings'))('data/mappings/%s', (name) => {
	test('holds by the schema', () => {
		expect(mapping.safeParse(parse(read(name))).error?.issues).toBeUndefined();
	});
});

test('the mapping of RIVM knows every indicator of the table by the name that the site gives it', () => {
	const { measures } = mapping.parse(parse(read('rivm-50090ned.yaml')));
	const known = indicators.parse(parse(readFileSync('data/indicators.yaml', 'utf8'))).indicators;
	const wanted = known.flatMap(({ id, tables }) =>
		tables['50090ned'] === undefined ? [] : [{ name: tables['50090ned'], indicator: id }]
	);
	expect(wanted).toHaveLength(21);
	expect(measures).toHaveLength(35);
	expect(measures).toEqual(expect.arrayContaining(wanted));
});

test('the example of a count of a municipality reads the lines that stand above it', async () => {
	const yaml = read('voorbeeld-eigen-telling.yaml');
	const lines = [...yaml.matchAll(/^# {3}(\S.*)$/gm)].map(([, line]) => line);
	const { rows, remarks } = await fetchCsv(
		feedOf({
			adapter: 'csv',
			file: 'telling.csv',
			mapping: 'eigen',
			levels: ['wijk'],
			areas: ['GM0637']
		}),
		worldOf({ 'telling.csv': `\ufeff${lines.join('\r\n')}\r\n`, 'mappings/eigen.yaml': yaml })
	);
	expect(remarks).toEqual(['Zonder cijfer voor de hele gemeente: GM0637.']);
	expect(rows.map(({ indicator, area, value, status }) => [indicator, area, value, status])).toEqual([
		['voorbeeld-clienten', 'WK063700', 128, 'provisional'],
		['voorbeeld-clienten-per-1000', 'WK063700', 24, 'provisional'],
		['voorbeeld-clienten', 'WK063701', null, 'suppressed'],
		['voorbeeld-clienten-per-1000', 'WK063701', null, 'suppressed']
	]);
});
