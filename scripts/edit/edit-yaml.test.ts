import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { editYaml, writeYaml } from './edit-yaml.ts';
import { layoutOf } from './layout.ts';
import { tidy } from './rows.ts';

const monitors = join('data', 'monitors');
const files = readdirSync(monitors).flatMap((slug) =>
	readdirSync(join(monitors, slug))
		.filter((name) => name.endsWith('.yaml'))
		.map((name) => ({ path: join(monitors, slug, name), name: name.replace('.yaml', '') }))
);

const text = `# Begin blijft staan.

# Over het eerste.
- id: a    # een opmerking
  title: Eerste
  # Over de bron.
  source: { document: "001",   place: "4.1" }
  themes: [ x,  y ]

- id: b
  title: >-
    Een lange titel
    op twee regels
  text: Iets

# Over het laatste.
- id: c
  title: "Derde: met een dubbele punt"
`;
const layout = {
	fields: () => ['id', 'level', 'title', 'text', 'themes', 'source', 'figures'],
	nameOf: (_: readonly string[], item: unknown) => (item as { id?: string }).id
};
type Item = Record<string, unknown>;
const edit = (change: (items: Item[]) => unknown): string => {
	const items = parse(text) as Item[];
	return editYaml(text, change(items) ?? items, layout);
};
/** The lines that differ, gone and new. */
const changed = (before: string, after: string): { gone: string[]; fresh: string[] } => {
	const lines = [before, after].map((each) => each.split('\n'));
	return {
		gone: lines[0]!.filter((line) => !lines[1]!.includes(line)),
		fresh: lines[1]!.filter((line) => !lines[0]!.includes(line))
	};
};

describe('editing YAML', () => {
	test.each(files)('$path keeps every byte when nothing changes', ({ path, name }) => {
		const source = readFileSync(path, 'utf8');
		expect(editYaml(source, parse(source), layoutOf(name))).toBe(source);
	});

	test.each(files)('$path says the same when it is written anew', ({ path }) => {
		const source = readFileSync(path, 'utf8');
		expect(tidy(parse(writeYaml(parse(source))))).toEqual(tidy(parse(source)));
	});

	test('a changed text changes its own lines only', () => {
		const made = edit(([a]) => void (a!.title = 'Anders'));
		expect(changed(text, made)).toEqual({ gone: ['  title: Eerste'], fresh: ['  title: Anders'] });
	});

	test('a remark behind a value stays, also where the value gets more lines', () => {
		const made = edit(([a]) => void (a!.id = 'd'));
		expect(made).toContain('- id: d    # een opmerking');
		const long = edit(([, b]) => void (b!.title = `Kort, en toen ${'heel '.repeat(40)}lang`));
		expect(long).toContain('# Over het laatste.');
	});

	test('a new field comes where the schema has it', () => {
		const made = edit(([a]) => void (a!.level = 'impact'));
		expect(made).toContain('- id: a    # een opmerking\n  level: impact\n  title: Eerste\n');
	});

	test('a field that is gone takes only its own lines along', () => {
		const made = edit(([, b]) => {
			delete b!.title;
		});
		expect(changed(text, made).fresh).toEqual([]);
		expect(made).toContain('- id: b\n  text: Iets\n');
	});

	test('an item that is gone, new or moved leaves the others as they were', () => {
		const gone = edit(([a, , c]) => [a, c]);
		expect(gone).toBe(text.replace(/- id: b[\s\S]*?Iets\n\n/, ''));
		const fresh = edit(([a, b, c]) => [
			a,
			{ id: 'z', title: '004', source: { document: '001', place: 'p' } },
			b,
			c
		]);
		expect(changed(text, fresh).gone).toEqual([]);
		expect(fresh).toContain(
			'\n\n- id: z\n  title: "004"\n  source: { document: "001", place: p }\n\n- id: b'
		);
		const moved = edit(([a, b, c]) => [c, a, b]);
		expect(changed(text, moved)).toEqual({ gone: [], fresh: [] });
		expect((parse(moved) as Item[]).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
	});

	test('an empty list is written as one', () => expect(edit(() => [])).toMatch(/^# Begin[\s\S]*\[\]\n$/));

	test('whatever is asked is what the file says after, and the second edit gives the first text back in meaning', () => {
		const word = fc.oneof(
			fc.constantFrom(
				'=1+1',
				'0',
				'004',
				'2016-04-19',
				'ja',
				'null',
				'~',
				'- a',
				'a: b',
				'# c',
				'"',
				"'",
				'1e3',
				'true'
			),
			fc.string({ minLength: 1 }).filter((each) => /^\S/.test(each) && /\S$/.test(each)),
			fc.lorem({ maxCount: 40 }),
			fc.array(fc.lorem(), { minLength: 2, maxLength: 3 }).map((lines) => lines.join('\n\n'))
		);
		const item = fc.record(
			{
				id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
				title: word,
				text: word,
				themes: fc.array(fc.constantFrom('x', 'y', '004'), { minLength: 1, maxLength: 4 }),
				source: fc.record({ document: word, place: word }),
				figures: fc.array(fc.record({ title: word, text: word }, { requiredKeys: ['title'] }), {
					minLength: 1,
					maxLength: 3
				})
			},
			{ requiredKeys: ['id'] }
		);
		const list = fc.uniqueArray(item, { selector: ({ id }) => id, minLength: 1, maxLength: 5 });
		fc.assert(
			fc.property(list, list, (one, other) => {
				for (const [from, to] of [
					[text, one],
					[editYaml(text, one, layout), other]
				] as const)
					expect(parse(editYaml(from, to, layout))).toEqual(to);
			}),
			{ numRuns: 150 }
		);
	});
});
