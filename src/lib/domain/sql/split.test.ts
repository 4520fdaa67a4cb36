import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitStatements } from './split.ts';

const texts = (sql: string) => splitStatements(sql).map(({ text }) => text);

test.each([
	['', []],
	[' ;; ; ', []],
	['-- alleen een opmerking;\n/* en ; nog /* een */ ; */', []],
	['select 1', ['select 1']],
	['select 1;', ['select 1']],
	['select 1 ; select 2', ['select 1', 'select 2']],
	["select ';' ; select 2", ["select ';'", 'select 2']],
	["select 'it''s; ok'; select 2", ["select 'it''s; ok'", 'select 2']],
	['select "a;b" ; select 2', ['select "a;b"', 'select 2']],
	["select e'\\';' ; select 2", ["select e'\\';'", 'select 2']],
	[
		"select case when 1 then 2 else'a;' end; select 2",
		["select case when 1 then 2 else'a;' end", 'select 2']
	],
	['select $$a;b$$; select 2', ['select $$a;b$$', 'select 2']],
	['select $t$ $$;$$ $t$; select 2', ['select $t$ $$;$$ $t$', 'select 2']],
	['select 1 -- ; niet\n; select 2', ['select 1', 'select 2']],
	['select 1 -- ; niet\r; select 2', ['select 1', 'select 2']],
	['-- alleen een opmerking\rattach 1', ['attach 1']],
	['select 1 /* ; */ + 1; select 2', ['select 1 /* ; */ + 1', 'select 2']],
	["select 'nooit dicht; select 2", ["select 'nooit dicht; select 2"]],
	['select /* nooit dicht; select 2', ['select']]
])('%j', (sql, expected) => {
	expect(texts(sql)).toEqual(expected);
});

test('a statement stands where it says', () => {
	fc.assert(
		fc.property(
			fc.array(
				fc.constantFrom("'", '"', ';', '$$', '$a$', '--', '\n', '/*', '*/', 'e', 'select', ' ', 'é', '😀')
			),
			(pieces) => {
				const sql = pieces.join('');
				for (const { text, start } of splitStatements(sql)) {
					expect(sql.slice(start, start + text.length)).toBe(text);
					expect(text.trimStart()).toBe(text);
					expect(text).not.toBe('');
				}
			}
		)
	);
});

test('a long text is split in no time', () => {
	expect(splitStatements("select 'x';".repeat(20_000))).toHaveLength(20_000);
	expect(splitStatements('/*'.repeat(50_000))).toEqual([]);
});
