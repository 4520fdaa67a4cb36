import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { withOwnCounts } from '#scripts/disclosure/own-counts.fixture.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import { broken } from './broken.fixture.ts';
import { load } from './load.ts';
import { check } from './rules.ts';

/** `arbeidsparticipatie,WK063700,2024,totaal,70` stands in the table. */
const right = {
	...{ table: '"85984ned"', indicator: 'arbeidsparticipatie', area: 'WK063700', period: '"2024"' },
	...{ breakdown: 'totaal', published: '70', value: '71', reason: 'Een telfout.', by: 'de redactie' },
	...{ date: '"2026-11-20"', source: 'bericht van het CBS' }
};
type Fields = Partial<Record<keyof typeof right | 'url', string>>;

const yamlOf = (fields: Fields): string =>
	Object.entries({ ...right, ...fields })
		.filter(([, value]) => value !== '')
		.map(([name, value], i) => `${i === 0 ? '-' : ' '} ${name}: ${value}\n`)
		.join('');

function checkWith(...all: Fields[]) {
	const folder = broken((path) => writeFileSync(join(path, 'corrections.yaml'), all.map(yamlOf).join('')));
	return check(load(folder, 'zoetermeer'));
}

test('a correction gives the figure its value, and keeps the one that was published', () => {
	const { dataset, problems } = checkWith({});
	expect(problems.map(formatProblem)).toEqual([]);
	const changed = dataset!.observations.filter(({ published }) => published !== undefined);
	expect(changed).toEqual([
		{
			...{ table: '85984ned', indicator: 'arbeidsparticipatie', area: 'WK063700', period: '2024' },
			...{ breakdown: 'totaal', value: 71, published: 70, lower: null, upper: null, n: null },
			status: 'definitive'
		}
	]);
	expect(dataset!.model.corrections).toHaveLength(1);
});

test.each<[string, Fields[], string]>([
	[
		'a figure that is not there',
		[{ area: 'WK063799' }],
		'2:14: er staat "arbeidsparticipatie", verwacht: een cijfer dat in data/observations/85984ned.csv staat, met gebied, jaar en groep'
	],
	[
		'a figure that was revised since',
		[{ published: '69' }],
		'6:14: er staat 69, verwacht: de waarde die nu in data/observations/85984ned.csv staat (70); kijk of de correctie nog nodig is'
	],
	[
		'a figure that the source hides',
		[{ indicator: 'opleiding-laag', area: 'WK063709' }],
		'6:14: er staat 70, verwacht: een cijfer met een waarde; wat de bron niet geeft, blijft leeg'
	],
	['no other value', [{ value: '70' }], '7:10: er staat 70, verwacht: een andere waarde dan die van de bron'],
	[
		'a value that its unit cannot have',
		[{ value: '170' }],
		'7:10: er staat 170, verwacht: een percentage van 0 tot en met 100'
	],
	[
		'two for one figure',
		[{}, { value: '72' }],
		'12:10: er staat "85984ned, arbeidsparticipatie, WK063700, 2024, totaal", verwacht: elk cijfer één keer'
	],
	[
		'no reason',
		[{ reason: '' }],
		'1:3: verwacht: voor "reason" een tekst (zet een getal of datum tussen aanhalingstekens)'
	],
	[
		'a day that does not exist',
		[{ date: '"2026-02-30"' }],
		'10:9: er staat "2026-02-30", verwacht: voor "date" een datum die bestaat'
	],
	[
		'an address that is none',
		[{ url: 'javascript:alert(1)' }],
		'12:8: er staat "javascript:alert(1)", verwacht: voor "url" een adres dat begint met https://'
	],
	['a value in words', [{ value: 'veel' }], '7:10: er staat "veel", verwacht: voor "value" een getal']
])('%s is refused', (_, fields, expected) => {
	const { problems } = checkWith(...fields);
	expect(problems.map(formatProblem)).toEqual([`data/corrections.yaml:${expected}`]);
});

test('an own count is corrected in its own file', () => {
	const folder = withOwnCounts();
	const fields = { table: 'eigen-telling', indicator: 'meldingen', area: 'GM0637', period: '"2025"' };
	writeFileSync(join(folder, 'corrections.yaml'), yamlOf(fields));
	expect(check(load(folder, 'zoetermeer')).problems.map(formatProblem)).toEqual([
		'data/corrections.yaml:1:10: er staat "eigen-telling", verwacht: een open tabel; verander een eigen telling in haar eigen bestand'
	]);
});
