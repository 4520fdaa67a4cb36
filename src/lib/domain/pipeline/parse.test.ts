import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeOf } from '../sql/place.ts';
import { parseSteps } from './parse.ts';
import { pipelineLimits, type Expression, type Step } from './step.ts';
import { writeName } from './token-reader.ts';

/** An expression as a list with its function in front, to compare with. */
function brief(expression: Expression): unknown {
	if (expression.is === 'column') return `:${expression.name}`;
	if (expression.is === 'value') return expression.value;
	return [expression.name, ...expression.args.map(brief)];
}

function only(text: string): Step {
	const { steps, problems } = parseSteps(text);
	expect(problems).toEqual([]);
	expect(steps).toHaveLength(1);
	return steps[0]!;
}
const test_ = (text: string) => brief((only(`filter ${text}`) as Extract<Step, { verb: 'filter' }>).test);

describe('expressions', () => {
	test.each([
		['jaar >= 2016', ['>=', ':jaar', 2016]],
		['a or b and not c = 1', ['or', ':a', ['and', ':b', ['not', ['=', ':c', 1]]]]],
		['a + b * c - d > 0', ['>', ['-', ['+', ':a', ['*', ':b', ':c']], ':d'], 0]],
		['(a + b) * -c < -1.5', ['<', ['*', ['+', ':a', ':b'], ['negate', ':c']], -1.5]],
		[`"naam van wijk" = 'O''Brien'`, ['=', ':naam van wijk', "O'Brien"]],
		['"een ""naam""" <> 1', ['!=', ':een "naam"', 1]],
		["x not in ('a', null)", ['not', ['in', ':x', 'a', null]]],
		['x is not null and y is null', ['and', ['not', ['missing', ':x']], ['missing', ':y']]],
		['ROUND(x, 1) == 2e3', ['=', ['round', ':x', 1], 2000]],
		['één > mean(één) -- boven het midden', ['>', ':één', ['mean', ':één']]],
		['value = count()', ['=', ':value', ['count']]],
		["naam = '-- geen opmerking'", ['=', ':naam', '-- geen opmerking']],
		['true', true]
	])('%s', (text, expected) => expect(test_(text)).toEqual(expected));
});

describe('verbs', () => {
	test('each has its parts', () => {
		const text = `filter a > 1 by b, "c d"
derive x = a + 1,
  y = 'tekst' by b
rollup mean(a), n = count() by b
pivot jaar value value, n by b
pivot jaar value n
join 2 by b
join_left "een tabel" by b = "c d", e
orderby a desc, b asc, c
select a, b as "B b"
rename a as z
slice 10

-- klaar`;
		const { steps, problems } = parseSteps(text);
		expect(problems).toEqual([]);
		expect(steps.map(({ verb }) => verb)).toEqual(
			'filter derive rollup pivot pivot join join_left orderby select rename slice'.split(' ')
		);
		expect(steps[1]).toMatchObject({ made: [{ name: { name: 'x' } }, { name: { name: 'y' } }] });
		expect(steps[2]).toMatchObject({ made: [{ name: { name: 'mean(a)' } }, { name: { name: 'n' } }] });
		expect(steps[3]).toMatchObject({ key: { name: 'jaar' }, values: [{ name: 'value' }, { name: 'n' }] });
		expect(steps[4]).not.toHaveProperty('by');
		expect(steps[5]).toMatchObject({
			other: { answer: 2 },
			on: [{ left: { name: 'b' }, right: { name: 'b' } }]
		});
		expect(steps[6]).toMatchObject({
			other: { table: 'een tabel' },
			on: [{ right: { name: 'c d' } }, { left: { name: 'e' }, right: { name: 'e' } }]
		});
		expect(steps[7]).toMatchObject({
			columns: [{ descending: true }, { descending: false }, { descending: false }]
		});
		expect(steps[10]).toMatchObject({ count: 10 });
		expect(steps.map(({ from, to }) => text.slice(from, to))[9]).toBe('rename a as z');
	});
});

describe('mistakes', () => {
	test('all are told at once, each at its place', () => {
		const text = `filtre a > 1
filter a >
derive b = fetch(1) + alert(2)
slice -1
select a b
join 1
filter a = 'open`;
		const { problems } = parseSteps(text);
		expect(
			problems.map(({ message, at }) => {
				const { line, column } = placeOf(text, at);
				return `${line}:${column} ${message.slice(0, 40)}`;
			})
		).toEqual([
			'1:1 “filtre” is geen stap. Een stap begint m',
			'2:11 Verwacht: een kolom, een getal, een teks',
			'3:12 De functie “fetch” is er niet. Wel: abs,',
			'3:23 De functie “alert” is er niet. Wel: abs,',
			'4:7 Verwacht: het aantal regels; hier staat ',
			'5:10 Verwacht: een komma of het einde van de ',
			'6:7 Verwacht: “by” met de kolom waarop de re',
			'7:12 Deze tekst wordt niet afgesloten: er hoo'
		]);
	});

	test.each([
		['filter constructor(1)', 'De functie “constructor” is er niet'],
		['filter __proto__(1)', 'De functie “__proto__” is er niet'],
		['filter toString()', 'De functie “toString” is er niet'],
		['filter plus(1, 2)', 'De functie “plus” is er niet'],
		['filter op.mean(a)', 'Het teken “.” betekent hier niets'],
		['filter a[0]', 'Het teken “[” betekent hier niets'],
		['filter a => 1', 'Verwacht'],
		['filter `a`', 'Het teken “`” betekent hier niets'],
		['constructor a', '“constructor” is geen stap'],
		['__proto__', '“__proto__” is geen stap'],
		['escape a', '“escape” is geen stap'],
		['sort a desc', '“sort” is geen stap. Bedoelt u “orderby”?'],
		['Limit 3', '“Limit” is geen stap. Bedoelt u “slice”?'],
		['derive a', 'Verwacht: “=”'],
		['derive by = 1', 'een kolom die zo heet staat tussen'],
		['filter a = b = c', 'tussen twee vergelijkingen'],
		['filter round(a', 'een komma of een haakje'],
		['filter round()', 'horen 1 of 2 waarden, en het zijn er 0'],
		['filter mean(a, b)', 'horen 1 waarden, en het zijn er 2'],
		['filter if(a, b)', 'horen 3 waarden'],
		['filter a = 1e999', 'te groot'],
		['rename a', 'Verwacht: “as”'],
		['pivot a by b', 'Verwacht: “value”'],
		['slice 1.5', 'het aantal regels'],
		[`filter ${'('.repeat(500)}1${')'.repeat(500)}`, 'te diep genest'],
		[`filter ${'not '.repeat(500)}a`, 'te diep genest'],
		[`filter ${'-'.repeat(1).concat(' -'.repeat(500))} a`, 'te diep genest'],
		[`filter ${'a + '.repeat(500)} a > 1`, 'te diep genest'],
		['slice 1\n'.repeat(pipelineLimits.steps + 1), 'te veel stappen'],
		['x'.repeat(pipelineLimits.letters + 1), 'te lang']
	])('%.40s', (text, message) => {
		const { problems } = parseSteps(text);
		expect(problems.map((problem) => problem.message).join('\n')).toContain(message);
	});
});

test('any name of a column can be written, and is read back', () => {
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary' }).filter((name) => !/[\r\n]/.test(name)),
			(name) => {
				const { steps, problems } = parseSteps(`select ${writeName(name)}`);
				expect(problems).toEqual([]);
				expect(steps).toMatchObject([{ verb: 'select', columns: [{ column: { name } }] }]);
			}
		)
	);
});

test('no text makes it fall over, and each mistake is at a place in it', () => {
	const words = [
		'filter',
		'derive',
		'rollup',
		'by',
		'=',
		'(',
		')',
		',',
		'mean',
		'"a b"',
		"'x'",
		'1',
		'\n',
		'-',
		'not',
		'in',
		'🙂'
	];
	const text = fc.oneof(
		fc.string({ unit: 'grapheme' }),
		fc.array(fc.constantFrom(...words)).map((parts) => parts.join(' '))
	);
	fc.assert(
		fc.property(text, (given) => {
			const { problems, steps } = parseSteps(given);
			for (const { at, message } of problems) {
				expect(at).toBeGreaterThanOrEqual(0);
				expect(at).toBeLessThanOrEqual(given.length);
				expect(message).not.toBe('');
			}
			for (const { from, to } of steps) expect(from).toBeLessThan(to);
		})
	);
});
