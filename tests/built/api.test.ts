import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { filesIn } from '#scripts/finish/rules.ts';
import { builtPages, folder } from '../site.ts';
import { csvRows, publishedJson } from './published.ts';

interface Answer {
	version: number;
	release: string;
	licence: { name: string; url: string | null };
	schema: string;
	items: Record<string, unknown>[];
}

const all = filesIn(`${folder}/data/v1`, '.json').filter((file) => file !== '__data.json');
const answers = all.filter((file) => !file.startsWith('schema/'));
const read = (file: string): Answer => publishedJson(`v1/${file}`) as Answer;

// Strict: a word in a schema that a validator does not know is a mistake.
const ajv = new Ajv2020({ strict: true, allErrors: true, validateFormats: false });
const compiled = new Map(
	all
		.filter((file) => file.startsWith('schema/'))
		.map((file) => [file, ajv.compile(publishedJson(`v1/${file}`) as object)])
);

/** Addresses that an answer names, from the folder of the API. */
const linksOf = (file: string, value: unknown): string[] => {
	if (Array.isArray(value)) return value.flatMap((each) => linksOf(file, each));
	if (typeof value === 'string')
		return /^(\.\.\/|[a-z]+\/)*[\w-]+(\.json|\/)$/.test(value)
			? [posix.join(posix.dirname(file), value)]
			: [];
	return typeof value === 'object' && value !== null
		? Object.values(value).flatMap((each) => linksOf(file, each))
		: [];
};

test('the table of contents names every answer, and no other', () => {
	expect(read('index.json').items.map(({ address }) => address)).toHaveLength(answers.length - 1);
	expect(
		['index.json', ...read('index.json').items.map(({ address }) => String(address))].toSorted()
	).toEqual(answers);
});

describe.each(answers)('%s', (file) => {
	const answer = read(file);

	test('fits the JSON Schema that it names', () => {
		const validate = compiled.get(posix.join(posix.dirname(file), answer.schema));
		expect(validate, answer.schema).toBeDefined();
		expect(validate!(answer) ? [] : validate!.errors).toEqual([]);
		expect(answer.items.length).toBeGreaterThan(0);
	});

	test('says its day and licence, and leads only to what is there', () => {
		expect(answer).toMatchObject({
			version: 1,
			release: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string
		});
		expect(answer.licence.name).not.toBe('');
		const gone = linksOf(file, answer).filter((path) => !existsSync(join(folder, 'data/v1', path)));
		expect(gone).toEqual([]);
	});
});

test('an answer with a 0 in place of what is missing is refused', () => {
	const file = answers.find(
		(each) => each.startsWith('observations/') && read(each).items.some(({ value }) => value === null)
	)!;
	const answer = read(file);
	const missing = answer.items.find(({ value }) => value === null)!;
	const validate = compiled.get('schema/observations.json')!;
	expect(validate({ ...answer, items: [missing] })).toBe(true);
	expect(validate({ ...answer, items: [{ ...missing, value: 0 }] })).toBe(false);
	expect(validate({ ...answer, items: [{ ...missing, status: 'definitive' }] })).toBe(false);
});

test('the figures of the API are those of the CSV files, each once', () => {
	const csv = filesIn(`${folder}/data`, '.csv')
		.filter((file) => file.startsWith('waarnemingen-'))
		.flatMap(csvRows)
		.map((row) =>
			['indicator', 'table', 'area', 'period', 'breakdown', 'value', 'status'].map((name) => row[name]).join()
		);
	const api = answers
		.filter((file) => file.startsWith('observations/'))
		.flatMap((file) =>
			read(file).items.map(({ table, area, period, breakdown, value, status }) =>
				[
					file.slice('observations/'.length, -'.json'.length),
					table,
					area,
					period,
					breakdown,
					value ?? '',
					status
				].join()
			)
		);
	expect(api.length).toBeGreaterThan(20_000);
	expect(api.toSorted()).toEqual(csv.toSorted());
});

test('every verdict is the one that its page shows, with its rule and reason', () => {
	const pages = new Map(builtPages().map(({ path, html }) => [path, html]));
	for (const file of answers.filter((each) => each.startsWith('verdicts/'))) {
		const monitor = file.slice('verdicts/'.length, -'.json'.length);
		for (const { goal, status, rule, reason } of read(file).items) {
			const html = pages.get(`/${monitor}/doelen/${String(goal)}/`);
			expect(html).toContain(`data-status="${String(status)}"`);
			expect(html).toContain(`data-rule="${String(rule)}"`);
			expect(String(reason)).not.toBe('');
		}
	}
});
