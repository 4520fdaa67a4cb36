import fc from 'fast-check';
import type { Cell, ColumnKind, Result } from '#lib/domain/result.ts';
import type { Asked } from '#lib/export/provenance.ts';

/** Texts that have done harm in files before. */
export const hostile = [
	'=1+1',
	'=HYPERLINK("https://kwaad.example";"klik")',
	'+31 6',
	'-kosten',
	'@SUM(A1)',
	'\t=1+1',
	'\r=1+1',
	'＝1+1',
	"'=1+1",
	"'s-Gravenzande",
	'een "citaat"',
	'a,b;c\td',
	'een\ntwee\r\ndrie',
	'</script><script>alert(1)</script>',
	'<![CDATA[x]]> &amp; <b>',
	'_x000D_',
	'\uFEFFbegin',
	' rand ',
	'',
	'Curaçao, Fryslân, 日本, 👩‍👩‍👧',
	'\u202Eomgekeerd',
	'nul\0byte',
	'"""',
	"'''",
	'C:\\temp\\',
	'1-2',
	'0637',
	'null',
	'NaN',
	'__proto__',
	'lang '.repeat(2000)
];

const text = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'binary', maxLength: 20 }));
const number = fc.oneof(
	fc.double(),
	fc.integer(),
	fc.constantFrom(
		-0,
		1e21,
		1e-7,
		-1.5,
		Number.MAX_VALUE,
		Number.MIN_VALUE,
		Number.MAX_SAFE_INTEGER,
		Infinity,
		NaN
	)
);
const day = fc
	.date({ min: new Date('1700-01-01'), max: new Date('2200-12-31'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));

const cells: Record<ColumnKind, fc.Arbitrary<Cell>> = { text, number, boolean: fc.boolean(), day };
const kinds = Object.keys(cells) as ColumnKind[];

/** Any answer: hostile texts, odd numbers, columns without a name or with the same one. */
export const anyResult: fc.Arbitrary<Result> = fc
	.array(
		fc.record({ name: fc.oneof(text, fc.constantFrom('', 'a', 'A')), kind: fc.constantFrom(...kinds) }),
		{
			minLength: 1,
			maxLength: 6
		}
	)
	.chain((columns) =>
		fc.record({
			columns: fc.constant(columns),
			rows: fc.array(fc.tuple(...columns.map(({ kind }) => fc.option(cells[kind], { freq: 4 }))), {
				maxLength: 8
			}),
			cut: fc.boolean()
		})
	);

export const asked: Asked = {
	title: 'Eenzaamheid per wijk <2020> & "meer"',
	query: 'select area, value\nfrom observation where area <> \'x\\\' -- """ </script>',
	day: '2026-11-23',
	release: '2026-10-01',
	address: 'https://doelenboom.example/verken/#1',
	sources: [
		{
			title: 'Gezondheid per wijk en buurt',
			publisher: 'CBS, GGD en RIVM',
			licence: 'CC BY 4.0',
			code: '50090NED',
			url: 'https://opendata.cbs.nl/'
		}
	]
};

/** An answer with one of everything. */
export const sample: Result = {
	columns: [
		{ name: 'gebied', kind: 'text' },
		{ name: 'waarde', kind: 'number' },
		{ name: 'schatting', kind: 'boolean' },
		{ name: 'dag', kind: 'day' }
	],
	rows: [
		['GM0637', 46.3, true, '2026-11-23'],
		['=1+1', -0, false, '1850-02-28'],
		[null, null, null, null]
	],
	cut: true
};
