import { expect, test } from 'vitest';
import type { Figure } from '../schema/figure.ts';
import { concernsMoney } from './contradictions.ts';

const source = { document: '003', place: 'bijlage 2' };
const euro = { 'wk-003': { unit: 'euro' } as Figure, 'wk-043': { unit: 'procent' } as Figure };

test('a contradiction is about money by its figures or by its words', () => {
	expect(concernsMoney({ text: 'Twee totalen.', source, figures: ['wk-003'] }, euro)).toBe(true);
	expect(concernsMoney({ text: 'De subsidie stopte.', source, figures: [] }, euro)).toBe(true);
	expect(concernsMoney({ text: 'Eén euro verschil past bij afronding.', source, figures: [] }, euro)).toBe(
		true
	);
});

test('other contradictions are not, even where a word only looks like it', () => {
	expect(concernsMoney({ text: 'Het doel heeft twee data.', source, figures: ['wk-043'] }, euro)).toBe(false);
	expect(concernsMoney({ text: 'De kostenloze cursus heeft twee namen.', source, figures: [] }, euro)).toBe(
		false
	);
});
