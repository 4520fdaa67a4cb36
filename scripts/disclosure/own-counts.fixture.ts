import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { broken } from '#scripts/check/broken.fixture.ts';
import { check } from '#scripts/check/rules.ts';
import { load } from '#scripts/check/load.ts';

const source = `
- id: eigen-telling
  kind: table
  title: Eigen telling van meldingen
  publisher: Gemeente Zoetermeer
  licence: CC BY 4.0
  boundaries: 2024
  own: true
`;

const indicator = (id: string, unit: string, rest = '') => `
  - id: ${id}
    title: Proef ${id}
    phrase: meldingen
    definition: Een proef.
    unit: ${unit}
    direction: none
    population: Iedereen.
    theme: ondersteuning-en-zorg
    tables:
      eigen-telling: ${id}
    breakdowns: [totaal]
    levels: [gemeente, wijk, buurt]
    method: Geteld.
${rest}`;

const share = `    denominator: inwoners-proef
    disclosure:
      numerator: meldingen
`;

/** A count that differs per buurt and is often small. */
const countOf = (i: number): number => [0, 3, 12, 1, 27, 5, 0, 2, 44, 8][i % 10]!;

/**
 * A copy of the data in which Zoetermeer has its own counts per gemeente, wijk and buurt.
 * @param change lines of the table as they will be written, the head left out
 */
export function withOwnCounts(change: (lines: string[]) => string[] = (lines) => lines): string {
	return broken((folder) => {
		appendFileSync(join(folder, 'sources.yaml'), source);
		appendFileSync(
			join(folder, 'indicators.yaml'),
			indicator('meldingen', 'aantal') +
				indicator('inwoners-proef', 'aantal') +
				indicator('deel-meldingen', 'procent', share)
		);
		const { dataset } = check(load(folder));
		const areas = (dataset?.model.areas ?? []).filter(
			({ code, boundaries }) => boundaries === 2024 && code.slice(2, 6) === '0637'
		);
		const buurten = areas.filter(({ level }) => level === 'buurt');
		const lines = areas.flatMap(({ code }) => {
			const below = buurten.filter((each) => [each.code, each.parent, 'GM0637'].includes(code));
			const count = below.reduce((sum, each) => sum + countOf(buurten.indexOf(each)), 0);
			const people = below.reduce((sum, each) => sum + 60 + 10 * buurten.indexOf(each), 0);
			return [
				`meldingen,${code},2025,totaal,${count},,,,definitive`,
				`inwoners-proef,${code},2025,totaal,${people},,,,definitive`,
				`deel-meldingen,${code},2025,totaal,${((count / people) * 100).toFixed(1)},,,,definitive`
			];
		});
		const head = 'indicator,area,period,breakdown,value,lower,upper,n,status';
		writeFileSync(join(folder, 'observations/eigen-telling.csv'), `${[head, ...change(lines)].join('\n')}\n`);
	});
}
