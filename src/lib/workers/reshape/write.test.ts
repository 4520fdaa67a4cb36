import fc from 'fast-check';
import { expect, test } from 'vitest';
import { functions } from '../../domain/pipeline/functions.ts';
import type { Expression } from '../../domain/pipeline/step.ts';
import { ExpressionWriter } from './write.ts';

const at = { from: 0, to: 0 };
const names = ['gebied', '__proto__', "'); fetch('x'); ('", '`${1}`'];
const columns = names.map((name) => ({ name, kind: 'text' as const }));

const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
	expression: fc.oneof(
		{ maxDepth: 4 },
		fc.constantFrom(...names).map((name): Expression => ({ ...at, is: 'column', name })),
		fc
			.oneof(fc.string({ unit: 'binary' }), fc.double(), fc.boolean(), fc.constant(null))
			.map((value): Expression => ({ ...at, is: 'value', value })),
		fc
			.tuple(
				fc.constantFrom(...functions.keys(), '+', '<=', 'and', 'in', 'negate'),
				fc.array(tie('expression'), { minLength: 2, maxLength: 3 })
			)
			.map(([name, args]): Expression => ({ ...at, is: 'call', name, args }))
	)
}));

test('what is compiled holds nothing that a reader wrote: only known functions, places of columns and parameters', () => {
	const known = /^(op\.[a-z_]+\(|d\.c\d+|\$\.p\d+|null|true|false|-?\d[\d.e+-]*|NaN|-?Infinity|, |\))+$/;
	fc.assert(
		fc.property(expression, (given) => {
			const writer = new ExpressionWriter(columns);
			expect(writer.write(given)).toMatch(known);
			for (const value of Object.values(writer.params)) expect(['string', 'number']).toContain(typeof value);
		})
	);
});
