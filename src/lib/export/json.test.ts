import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonText, type JsonAnswer } from './json.ts';
import { plain } from './plain.ts';
import { provenance } from './provenance.ts';
import { anyResult, asked, sample } from '../../../tests/answers.ts';

test('gives back every answer, with its provenance', () => {
	fc.assert(
		fc.property(anyResult, (result) => {
			const { columns, rows } = plain(result);
			const from = provenance(asked, result);
			const text = jsonText(result, from);
			expect(text).not.toContain('<');
			expect(JSON.parse(text) as JsonAnswer).toEqual({ provenance: from, columns, rows });
		})
	);
});

test('a row stands on a line', () => {
	const lines = jsonText(sample, provenance(asked, sample)).split('\n');
	expect(lines).toContain('\t\t["GM0637",46.3,true,"2026-11-23"],');
	expect(lines).toContain('\t\t[null,null,null,null]');
});

test('an answer without rows has an empty list', () => {
	const empty = { ...sample, rows: [] };
	expect((JSON.parse(jsonText(empty, provenance(asked, empty))) as JsonAnswer).rows).toEqual([]);
});
