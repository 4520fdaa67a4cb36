import { expect, test } from 'vitest';
import { formatProblem } from '#scripts/read/problem.ts';
import { kindOf } from './kinds.ts';
import { readTheme } from './read.ts';
import { defaults, themable } from './tokens.ts';

const said = (css: string): string[] => readTheme(css, 'theme.css').problems.map(formatProblem);

test('reads light and dark, comments and all', () => {
	const { theme, problems } = readTheme(
		`/* Of our own */
:root {
	/* the accent */
	--basis-color-accent-1-color-default: Teal;
	--basis-text-font-size-md: 1.125rem;
	--basis-text-font-family-default: 'Source Sans 3', Arial, sans-serif;
}
@media ( prefers-color-scheme:dark ) {
	.theme { --basis-color-accent-1-color-default: hsl(189, 60%, 68%) }
}
`,
		'theme.css'
	);
	expect(problems).toEqual([]);
	expect([...theme.light.keys()]).toHaveLength(3);
	expect(theme.light.get('--basis-color-accent-1-color-default')).toEqual({
		value: '#008080',
		line: 4,
		column: 2
	});
	expect(theme.dark.get('--basis-color-accent-1-color-default')?.value).toBe('#7cd0de');
});

test('every token of the site has a kind, and what the site gives it is of that kind', () => {
	expect(themable.length).toBeGreaterThan(20);
	for (const name of themable) {
		const value = defaults.get(name)!;
		const kind = kindOf(name);
		expect(kind, name).toBeDefined();
		if (!kind!.isColour && !value.startsWith('clamp(')) expect(kind!.fits(value), name).toBe(true);
	}
	expect(themable).toContain('--basis-color-action-2-color-default');
});

const own = (inside: string): string => `:root {\n\t${inside}\n}\n`;

test.each([
	[
		'a rule of its own',
		'body { display: none }',
		'theme.css:1:1: er staat "body", verwacht: alleen :root of .theme'
	],
	['a list of selectors', ':root, body { }', 'er staat ":root, body"'],
	[
		'another import',
		'@import "https://elders.nl/x.css";',
		'theme.css:1:1: er staat "@import "https://elders.nl/x.css"", verwacht: geen andere @'
	],
	['a font', '@font-face { font-family: X; src: url(x.woff2) }', 'er staat "@font-face '],
	['another medium', '@media print { :root { } }', 'er staat "@media print"'],
	[
		'dark in dark',
		'@media (prefers-color-scheme: dark) { @media (prefers-color-scheme: dark) { :root { } } }',
		'verwacht: geen andere @'
	],
	['a rule in a rule', own('a { color: red }'), 'theme.css:2:2: er staat "a", verwacht: alleen tokens'],
	[
		'a property',
		own('display: none;'),
		'theme.css:2:2: er staat "display", verwacht: een token die de site gebruikt: --basis-'
	],
	[
		'an unknown token',
		own('--basis-color-default-colour: #fff;'),
		'er staat "--basis-color-default-colour", verwacht: een token die'
	],
	['a token of charts', own('--doelenboom-chart-1: #fff;'), 'er staat "--doelenboom-chart-1"'],
	['an accent', own('--accent-light: #fff;'), 'er staat "--accent-light"'],
	[
		'an address',
		own('--basis-color-default-bg-document: url(//elders.nl/x.png);'),
		'theme.css:2:2: er staat "url(//elders.nl/x.png)", verwacht: voor --basis-color-default-bg-document een kleur'
	],
	[
		'a font from elsewhere',
		own('--basis-text-font-family-default: url(x), serif;'),
		'verwacht: voor --basis-text-font-family-default lettertypes'
	],
	[
		'a font without a way out',
		own('--basis-text-font-family-default: Comic;'),
		'verwacht: voor --basis-text-font-family-default lettertypes'
	],
	['a see-through colour', own('--basis-focus-color: #00000080;'), 'er staat "#00000080"'],
	[
		'another token',
		own('--basis-focus-color: var(--basis-focus-outline-color);'),
		'er staat "var(--basis-focus-outline-color)"'
	],
	[
		'letters too small',
		own('--basis-text-font-size-md: 0.5rem;'),
		'er staat "0.5rem", verwacht: voor --basis-text-font-size-md een maat in rem van 0.8 tot en met 3'
	],
	['letters that do not grow', own('--basis-text-font-size-md: 16px;'), 'er staat "16px"'],
	['something that is worked out', own('--basis-space-block-md: calc(1rem + 1px);'), 'er staat "calc('],
	['importance', own('--basis-focus-color: #000 !important;'), 'verwacht: een waarde zonder !important'],
	[
		'a token twice',
		own('--basis-focus-color: #000; --basis-focus-color: #111;'),
		'theme.css:2:29: er staat "--basis-focus-color", verwacht: elke token één keer'
	],
	[
		'letters in the dark',
		`@media (prefers-color-scheme: dark) { ${own('--basis-text-font-size-md: 1rem;')} }`,
		'verwacht: in het donker alleen kleuren'
	],
	['a token outside', '--basis-focus-color: #000;', 'verwacht: tokens binnen :root { } of .theme { }'],
	[
		'a brace that stays open',
		own('--basis-focus-color: #000;').slice(0, -3),
		'theme.css:1:1: er staat ":root {", verwacht: CSS waarin elke {'
	],
	['a value with a block', own('--basis-focus-color: { } body { display: none };'), 'verwacht: '],
	[
		'the end of a style',
		own('--basis-focus-color: #000</style><script>;'),
		'er staat "#000</style><script>"'
	],
	['an escape', own('--basis-focus-color: \\75rl(x);'), 'er staat "\\75rl(x)"']
])('refuses %s', (_, css, message) => {
	expect(said(css)).toEqual([expect.stringContaining(message)]);
});

test('names every mistake at once', () => {
	expect(said('body { } :root { color: red; --x: 1 }')).toHaveLength(3);
});
