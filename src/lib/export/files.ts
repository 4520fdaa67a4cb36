import type { Result } from '../domain/result.ts';
import type { Provenance } from './provenance.ts';

/** The kinds of file that an answer can be taken away as; no two get the same name. */
export const forms = {
	csv: { label: 'CSV', extension: 'csv', type: 'text/csv;charset=utf-8' },
	'excel-csv': { label: 'CSV voor Excel', extension: 'excel.csv', type: 'text/csv;charset=utf-8' },
	xlsx: {
		label: 'Excel',
		extension: 'xlsx',
		type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
	},
	parquet: { label: 'Parquet', extension: 'parquet', type: 'application/vnd.apache.parquet' },
	json: { label: 'JSON', extension: 'json', type: 'application/json' }
} as const;

export type Form = keyof typeof forms;

/** A file to save. */
export interface AnswerFile {
	name: string;
	content: Blob;
}

/**
 * A name that every system takes, from whatever a title holds: `eenzaamheid-per-wijk-2026-11-23.csv`.
 * @param day as `2026-11-23`
 */
export function fileName(title: string, day: string, extension: string): string {
	const words = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.slice(0, 60)
		.replace(/^-+|-+$/g, '');
	return `${words || 'antwoord'}-${day.replace(/[^0-9-]/g, '')}.${extension}`;
}

/** Each way of writing is loaded when it is asked for. */
async function write(form: Form, result: Result, provenance: Provenance): Promise<BlobPart> {
	switch (form) {
		case 'csv':
			return (await import('./csv.ts')).machineCsv(result);
		case 'excel-csv':
			return (await import('./csv.ts')).excelCsv(result);
		case 'xlsx':
			return (await import('./xlsx.ts')).workbook(result, provenance);
		case 'parquet':
			return (await import('./parquet.ts')).parquet(result, provenance);
		case 'json':
			return (await import('./json.ts')).jsonText(result, provenance);
	}
}

/** An answer as a file, in a browser as well as in Node. */
export async function answerFile(form: Form, result: Result, provenance: Provenance): Promise<AnswerFile> {
	const { extension, type } = forms[form];
	return {
		name: fileName(provenance.title, provenance.day, extension),
		content: new Blob([await write(form, result, provenance)], { type })
	};
}
