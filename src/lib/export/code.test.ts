import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pythonCode, pythonText, rCode, rText, type Published } from './code.ts';
import { asked, hostile } from '../../../tests/answers.ts';

const database: Published = { database: 'https://doelenboom.example/data/monitor.duckdb' };
const tables: Published = {
	tables: { 'obser"vation\'s': 'https://doelenboom.example/data/it\'s "one".parquet' }
};

/** What a real Python makes of texts that are written as its code, or `undefined` where there is none. */
function evaluate(literals: string[]): string[] | undefined {
	const program =
		'import ast, json, sys\nprint(json.dumps([ast.literal_eval(each) for each in json.load(sys.stdin)]))';
	const { status, stdout } = spawnSync('python3', ['-c', program], {
		input: JSON.stringify(literals),
		encoding: 'utf8'
	});
	return status === 0 ? (JSON.parse(stdout) as string[]) : undefined;
}

/** The names that Python finds in a whole program: none may come out of a title, a query or an address. */
function namesIn(programs: string[]): string[][] {
	const program =
		'import ast, json, sys\nprint(json.dumps([sorted({n.id for n in ast.walk(ast.parse(each)) if isinstance(n, ast.Name)}) for each in json.load(sys.stdin)]))';
	const { stdout, stderr } = spawnSync('python3', ['-c', program], {
		input: JSON.stringify(programs),
		encoding: 'utf8'
	});
	expect(stderr).toBe('');
	return JSON.parse(stdout) as string[][];
}

const hasPython = spawnSync('python3', ['--version']).status === 0;
const whyNot = hasPython ? '' : ' (skipped: there is no python3 here)';

const nasty = [
	...hostile,
	'a"',
	'"',
	'""',
	'""""""',
	'\\',
	'a\\"""',
	'\\u0041',
	')"',
	')-"',
	')--"',
	'a\r\nb',
	'\uD800'
];
const query = fc
	.array(fc.oneof(fc.constantFrom(...nasty, '"', '\\', ')', '-', "'", '\n'), fc.string({ unit: 'binary' })))
	.map((each) => each.join(''));
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\uFFFD');

describe.skipIf(!hasPython)(`read by Python itself${whyNot}`, () => {
	test('any query is the text that it was', () => {
		const queries = [...nasty, ...fc.sample(query, 500)];
		expect(evaluate(queries.map(pythonText))).toEqual(queries.map(wellFormed));
	});

	test('no title, query or address gets out of its place', () => {
		const programs = nasty.flatMap((text) =>
			[database, tables].map((published) =>
				pythonCode({ ...asked, title: `${text}\nimport os`, query: text }, published)
			)
		);
		const names = ['antwoord', 'duckdb', 'print', 'urlretrieve', 'verbinding', 'vraag'];
		for (const found of namesIn(programs)) expect(found).toEqual(names);
	});
});

/** What R makes of a text, by the rules of its manual: raw strings, and escapes of an ordinary one. */
function readR(code: string): string {
	const raw = /^r"(-*)\(([\s\S]*)\)\1"$/.exec(code);
	if (raw) {
		expect(raw[2]).not.toContain(`)${raw[1]}"`);
		return raw[2]!;
	}
	const inner = /^"((?:[^"\\]|\\(?:["\\]|u\{[0-9a-f]{4}\}))*)"$/.exec(code)?.[1];
	expect(inner, code).toBeDefined();
	return inner!.replace(/\\(?:u\{([0-9a-f]{4})\}|(.))/g, (_, letter?: string, sign?: string) =>
		letter ? String.fromCharCode(parseInt(letter, 16)) : sign!
	);
}

describe('read by the rules of R', () => {
	test('any query is the text that it was; R has no NUL', () => {
		fc.assert(
			fc.property(query, (text) => {
				const code = rText(text);
				expect(readR(code)).toBe(wellFormed(text).replaceAll('\0', '\uFFFD'));
				expect(code).not.toMatch(/[\0\r\u202E\u2066]/);
			}),
			{ examples: nasty.map((each): [string] => [each]) }
		);
	});

	test('a query of more lines stays readable', () => {
		expect(rText('select "area"\nfrom observation')).toBe('r"(select "area"\nfrom observation)"');
		expect(rText("select ')\"'")).toBe('r"-(select \')"\')-"');
	});
});

test.each([
	['Python', pythonCode],
	['R', rCode]
])('%s opens the database, or Parquet, and asks the same', (_, write) => {
	expect(write(asked, database)).toContain('https://doelenboom.example/data/monitor.duckdb');
	const parquet = write(asked, tables);
	expect(parquet).toContain('it%27s%20%22one%22.parquet');
	expect(parquet.replaceAll('\\"', '"')).toContain(
		'create view "obser""vation\'s" as from read_parquet(\'tabel-1.parquet\')'
	);
	expect(parquet).not.toContain('monitor.duckdb');
});

test('what makes a table is run before what asks it', () => {
	const statements = ["create temp table w as select ';' as a", 'select a from w'];
	expect(pythonCode(asked, database, statements)).toContain(
		`verbinding.execute(\"\"\"create temp table w as select ';' as a\"\"\")\nvraag = \"\"\"select a from w\"\"\"`
	);
	expect(rCode(asked, database, statements)).toContain(
		`dbExecute(verbinding, r"(create temp table w as select ';' as a)")\nvraag <- r"(select a from w)"`
	);
});

test.each([pythonCode, rCode])('a title stays within its comment', (write) => {
	const [first, second] = write({ ...asked, title: 'a\nb\r\u2028\u202Ec' }, database).split('\n');
	expect(first).toBe('# a b c');
	expect(second).toMatch(/^# De cijfers/);
});

test.each(['javascript:alert(1)', 'file:///etc/passwd', 'geen adres'])('%s is no address to fetch', (url) => {
	expect(() => pythonCode(asked, { database: url })).toThrow(TypeError);
});

test('code of an answer that went through steps says that it does not do those, on lines of comment only', () => {
	const steps = `filter a > 1\n"""\rimport os\u2028exit()`;
	const worked = { steps, count: 2, remarks: [], beside: ['select 1\n"""\nexit()'] };
	for (const make of [pythonCode, rCode]) {
		const lines = make({ ...asked, worked }, database).split('\n');
		const at = lines.findIndex((line) => line.includes('Daarna is het nog bewerkt'));
		expect(lines.slice(at + 1, at + 4)).toEqual(['# filter a > 1', '# """', '# import os exit()']);
		expect(
			lines
				.filter((line) => !make({ ...asked }, database).includes(line))
				.every((line) => line.startsWith('#'))
		).toBe(true);
	}
});
