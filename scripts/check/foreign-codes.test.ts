import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { broken } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const checked = (yaml: string) =>
	check(
		load(
			broken((folder) => writeFileSync(join(folder, 'monitors/westland/swing.yaml'), yaml)),
			'westland'
		)
	);

test('codes of a portal come with the monitor', () => {
	const { dataset, problems } = checked(
		'- { code: GGD_eenz, indicator: eenzaamheid }\n- { code: ggd_eenz65, indicator: eenzaamheid, breakdown: 65+ }\n'
	);
	expect(problems).toEqual([]);
	expect(dataset!.model.monitors[0]!.swing).toEqual([
		{ code: 'GGD_eenz', indicator: 'eenzaamheid' },
		{ code: 'ggd_eenz65', indicator: 'eenzaamheid', breakdown: '65+' }
	]);
});

test.each([
	['- { code: 1x, indicator: roken }', 1, /een onderwerpcode: een letter/],
	['- { code: "x?y", indicator: roken }', 1, /een onderwerpcode: een letter/],
	['- { code: x, indicator: bestaat-niet }', 1, /een indicator uit indicators.yaml/],
	['- { code: x, indicator: inwoners, breakdown: 65+ }', 1, /een groep van deze indicator: totaal/],
	['- { code: x, indicator: roken }\n- { code: X, indicator: stress }', 2, /elke onderwerpcode één keer/],
	['- { code: stress_18plus, indicator: roken }', 1, /de code van de indicator stress/],
	['- { code: x, indicator: roken, url: "https://elders.nl" }', 1, /url/]
])('refuses %s, at its line', (yaml, line, expected) => {
	const { problems } = checked(`${yaml}\n`);
	expect(problems).toHaveLength(1);
	expect(problems[0]!.file).toMatch(/westland\/swing\.yaml$/);
	expect(problems[0]!.line).toBe(line);
	expect(`${problems[0]!.expected} ${String(problems[0]!.value)}`).toMatch(expected);
});
