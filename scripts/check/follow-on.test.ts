import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatProblem } from '#scripts/read/problem.ts';
import { broken } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const folder = broken(() => undefined);
const shared = ['areas', 'expenditure', 'observations'].flatMap((each) =>
	readdirSync(join(folder, each)).map((name) => join(each, name))
);
const own = readdirSync(join(folder, 'monitors/westerkwartier')).map((name) =>
	join('monitors/westerkwartier', name)
);
const files = [...readdirSync(folder), ...shared, ...own]
	.filter((name) => /\.(csv|yaml|geojson)$/.test(name) && statSync(join(folder, name)).isFile())
	.toSorted();

/** What the check says while one file of the same copy has other bytes. */
function problemsWith(file: string, content: string | Buffer): string[] {
	const path = join(folder, file);
	const before = readFileSync(path);
	writeFileSync(path, content);
	try {
		return check(load(folder, 'westerkwartier', 2_000_000)).problems.map(formatProblem);
	} finally {
		writeFileSync(path, before);
	}
}

describe('a file that cannot be read is one message, and nothing follows from it', () => {
	test.each(files)('%s', (file) => {
		const text = readFileSync(join(folder, file), 'utf8');
		const latin = Buffer.concat([Buffer.from(`# é\n`), Buffer.from([0x23, 0xe9, 0x0a]), Buffer.from(text)]);
		expect(problemsWith(file, latin)).toEqual([
			`data/${file}:2:2: er staat "byte E9", verwacht: een bestand in UTF-8; bewaar het opnieuw met die codering`
		]);
	});

	test.each(files.filter((name) => name.endsWith('.csv')))('%s, too large or with a bad row', (file) => {
		const text = readFileSync(join(folder, file), 'utf8');
		expect(problemsWith(file, text.padEnd(2_000_001, '\n'))).toEqual([
			`data/${file}: verwacht: een bestand van hoogstens 2 MB (dit is 2 MB); splits het, of haal de cijfers op met een feed`
		]);
		const lines = text.split('\n');
		const middle = Math.floor(lines.length / 2);
		expect(problemsWith(file, lines.with(middle, `${lines[middle]},x`).join('\n'))).toEqual([
			expect.stringMatching(new RegExp(`^data/${file}:${middle + 1}:1: .* kolommen met een komma ertussen`))
		]);
	});
});

describe('the first mistake of a text is told where it begins', () => {
	const goals = 'monitors/westerkwartier/goals.yaml';
	const text = readFileSync(join('data', goals), 'utf8');
	const first = text.split('\n').findIndex((line) => line.startsWith('  level: impact')) + 1;
	const shown = (from: string | RegExp, to: string): string[] => {
		const changed = text.replace(from, to);
		expect(changed).not.toBe(text);
		return problemsWith(goals, changed);
	};

	test('a tab', () =>
		expect(shown('  level: impact', '\tlevel: impact')).toEqual([
			`data/${goals}:${first}:1: er staat " level: impact", verwacht: YAML die te lezen is: spaties in plaats van een tab aan het begin van een regel`
		]));

	test('a bracket', () =>
		expect(shown('  level: impact', '  level: [impact')).toEqual([
			`data/${goals}:${first}:10: er staat "[impact", verwacht: YAML die te lezen is: wat hier begint, eindigt met ]`
		]));

	test.each(['"', "'"])('a quote %s', (quote) => {
		// Without another such quote after it, the whole rest of the file is one text.
		const file = 'monitors/westerkwartier/links.yaml';
		const lines = '- from: a\n  to: b\n  origin: editorial\n';
		expect(problemsWith(file, `${lines}  why: ${quote}Daarom.\n- from: c\n  to: d\n`)).toEqual([
			`data/${file}:4:8: er staat "${quote}Daarom.", verwacht: YAML die te lezen is: wat hier begint, eindigt met ${quote}`
		]);
	});

	test('a quote in a CSV', () => {
		const file = 'monitors/westerkwartier/figures.csv';
		const rows = readFileSync(join('data', file), 'utf8').split('\n');
		const place = rows[3]!.split(',')[2]!;
		const found = problemsWith(file, rows.with(3, rows[3]!.replace(`,${place},`, `,"${place},`)).join('\n'));
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(
			new RegExp(`^data/${file}:4:3: .* dubbele aanhalingstekens om een hele cel, die ook weer sluiten$`)
		);
	});

	test('a date that is none', () => {
		const milestones = 'monitors/westerkwartier/milestones.yaml';
		const days = readFileSync(join('data', milestones), 'utf8');
		const found = problemsWith(milestones, days.replace(/date: "[^"]*"/, 'date: "gisteren"'));
		expect(found).toHaveLength(1);
		expect(found[0]).toMatch(/er staat "gisteren", verwacht: voor "date" een /);
	});
});
