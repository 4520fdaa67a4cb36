import { parquetMetadata } from 'hyparquet';
import { expect, test } from 'vitest';
import { answerFile, fileName, forms, type Form } from './files.ts';
import { provenance } from './provenance.ts';
import { asked, sample } from '../../../tests/answers.ts';

test.each([
	['Eenzaamheid per wijk (2020)', 'eenzaamheid-per-wijk-2020-2026-11-23.csv'],
	['Curaçao & Fryslân', 'curacao-fryslan-2026-11-23.csv'],
	['../../etc/passwd\0', 'etc-passwd-2026-11-23.csv'],
	['日本', 'antwoord-2026-11-23.csv'],
	['CON', 'con-2026-11-23.csv'],
	['a'.repeat(500), `${'a'.repeat(60)}-2026-11-23.csv`]
])('the title %j gives a name that every system takes', (title, name) => {
	expect(fileName(title, '2026-11-23', 'csv')).toBe(name);
});

test('a reader can have all kinds of file in one folder', async () => {
	const files = await Promise.all(
		(Object.keys(forms) as Form[]).map((form) => answerFile(form, sample, provenance(asked, sample)))
	);
	expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
});

test.each(Object.keys(forms) as Form[])('%s is written, with its own type', async (form) => {
	const { name, content } = await answerFile(form, sample, provenance(asked, sample));
	expect(name).toBe(`eenzaamheid-per-wijk-2020-meer-2026-11-23.${forms[form].extension}`);
	expect(content.type).toBe(forms[form].type);
	const bytes = new Uint8Array(await content.arrayBuffer());
	const start = {
		csv: [0x67, 0x65],
		'excel-csv': [0xef, 0xbb, 0xbf],
		xlsx: [0x50, 0x4b],
		json: [0x7b],
		parquet: [0x50, 0x41, 0x52, 0x31]
	};
	expect([...bytes.slice(0, start[form].length)]).toEqual(start[form]);
	if (form === 'parquet') expect(parquetMetadata(bytes.buffer).num_rows).toBe(3n);
});
