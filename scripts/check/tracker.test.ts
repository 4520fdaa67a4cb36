import { appendFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { broken, replace } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

const goals = 'monitors/westerkwartier/goals.yaml';
const notes = 'monitors/westerkwartier/notes.yaml';
const links = 'monitors/westerkwartier/links.yaml';

const problemsOf = (breakIt: (folder: string) => void) =>
	check(load(broken(breakIt), 'westerkwartier', undefined, '2026-11-23')).problems;

/** The line, from 1, on which a text stands in a file of the real data. */
const lineOf = (file: string, text: string): number => {
	const before = readFileSync(join('data', file), 'utf8').split(text)[0]!;
	return before.split('\n').length;
};

/** A whole block of the overweight target, of which each test breaks one part. */
const baseline = `      baseline:
        date: "2016"
        figures: [wk-057]
        series: indicator
        origin: derived
        note: Het document noemt geen meetjaar. Het cijfer is gelijk aan dat van 2016 in de open data.
`;
const after = '      deadline: "2023-01-01"\n';
const note = (text: string, more = '') => `
- id: proef
  about: { goal: minder-overgewicht }
  text: ${JSON.stringify(text)}
  role: redactie van deze site
  origin: editorial
  date: "2026-11-23"
${more}`;

describe('a promise that cannot be judged is refused', () => {
	test('without a baseline', () => {
		const found = problemsOf((folder) => replace(folder, goals, baseline + after, after));
		// The figure of the baseline is then shown nowhere else either.
		expect(found.map(({ expected, value }) => [value, expected])).toContainEqual([
			'overgewicht-2023',
			'een uitgangswaarde (baseline)'
		]);
		expect(found[0]!.line).toBe(lineOf(goals, 'id: overgewicht-2023'));
	});

	test('with a deadline before its baseline', () => {
		const found = problemsOf((folder) =>
			replace(folder, goals, baseline + after, `${baseline}      deadline: "2015-01-01"\n`)
		);
		expect(found).toMatchObject([
			{ file: `data/${goals}`, value: '2015-01-01', expected: 'een datum na de uitgangswaarde (2016)' }
		]);
	});

	test('with a deadline that somebody chose without saying why', () => {
		const found = problemsOf((folder) =>
			replace(folder, goals, baseline + after, `${baseline}${after}      deadlineOrigin: derived\n`)
		);
		expect(found).toMatchObject([
			{ value: 'overgewicht-2023', expected: 'waarom deze datum is gekozen (deadlineNote)' }
		]);
	});

	test('with the reason of a deadline that is not there', () => {
		const found = problemsOf((folder) =>
			replace(folder, goals, baseline + after, `${baseline}      deadlineNote: Zomaar.\n`)
		);
		expect(found).toMatchObject([{ value: 'overgewicht-2023', expected: 'alleen bij een datum (deadline)' }]);
	});

	test('beside a reason why there is none', () => {
		const found = problemsOf((folder) =>
			replace(
				folder,
				goals,
				'- id: minder-overgewicht\n',
				'- id: minder-overgewicht\n  noTarget: Er is niets.\n'
			)
		);
		expect(found.map(({ expected }) => expected).join()).toContain(
			'een reden (noTarget) alleen bij een doel met een indicator en zonder afspraak'
		);
	});

	test('with a figure in a unit that does not fit', () => {
		const found = problemsOf((folder) =>
			replace(folder, goals, baseline, baseline.replace('wk-057', 'wk-057, wk-058'))
		);
		expect(found).toMatchObject([
			{ value: 'wk-058 (aantal)', expected: 'een cijfer in de eenheid van het doel: procent' }
		]);
	});

	test('with a start that is not the measurement that it is said to be', () => {
		const found = problemsOf((folder) =>
			replace(folder, goals, baseline, baseline.replace('"2016"', '"2012"'))
		);
		expect(found[0]!.expected).toMatch(/^een cijfer dat gelijk is aan de meting van 2012 \(/);
	});

	test('with a percentage above 100', () => {
		const [from, to] = [20, 120].map((value) => `      value: ${value}\n      exclusive: true\n`);
		const found = problemsOf((folder) => replace(folder, goals, from!, to!));
		expect(found).toMatchObject([{ value: 120, expected: 'een percentage van 0 tot en met 100' }]);
	});
});

describe('an explanation that is not in order is refused', () => {
	test('because it expired before it was written', () => {
		const found = problemsOf((folder) =>
			appendFileSync(join(folder, notes), note('Tekst.', '  until: "2026-11-22"\n'))
		);
		expect(found).toMatchObject([
			{
				file: `data/${notes}`,
				value: '2026-11-22',
				expected: 'een dag op of na de dag van schrijven (2026-11-23)'
			}
		]);
	});

	test('because there is HTML in it', () => {
		const found = problemsOf((folder) => appendFileSync(join(folder, notes), note('Zie <b>hier</b>.')));
		expect(found[0]).toMatchObject({ file: `data/${notes}`, value: '<b>' });
		expect(found[0]!.expected).toBe(
			'gewone tekst, *nadruk*, een lijst of een link; geen HTML (regel 1, teken 5 van de tekst)'
		);
	});

	test('because it is about what does not exist', () => {
		const found = problemsOf((folder) =>
			appendFileSync(join(folder, notes), note('Tekst.').replace('minder-overgewicht', 'bestaat-niet'))
		);
		expect(found).toMatchObject([{ value: 'bestaat-niet', expected: 'een id uit goals.yaml' }]);
	});
});

test('evidence that names a finding that is not there is refused', () => {
	const found = problemsOf((folder) =>
		appendFileSync(
			join(folder, links),
			`
- from: minder-overgewicht
  to: meedoen-en-meetellen
  origin: editorial
  why: Om te zien of de controle dit vindt.
  evidence:
    - { kind: qualitative, strength: weak, text: Proef., finding: bestaat/niet }
`
		)
	);
	expect(found.map(({ value }) => value)).toContain('bestaat/niet');
});

test('a day for the verdicts that is no day is refused', () => {
	const { problems } = check(load('data', undefined, undefined, '2026-02-30'));
	expect(problems).toMatchObject([{ file: 'data/releases', value: '2026-02-30' }]);
});
