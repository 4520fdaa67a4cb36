import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Monitor } from '#lib/schema/monitor.ts';
import { contrast, hexOf, mix, readColour } from './colour.ts';
import { colourOf, lacking } from './contrast.ts';
import { readTheme, type Theme } from './read.ts';
import { modes } from './tokens.ts';
import { writeTheme } from './write.ts';

const accent = { light: '#154273', dark: '#9cc4ee' };
const none: Theme = { light: new Map(), dark: new Map() };
const themeOf = (css: string): Theme => {
	const { theme, problems } = readTheme(css, 'theme.css');
	expect(problems).toEqual([]);
	return theme;
};
const between = (one: string, other: string) => contrast(readColour(one)!, readColour(other)!);

test.each([
	['#000', '#fff', 21],
	['#777', '#fff', 4.48],
	['#767676', 'white', 4.54],
	['rgb(255, 0, 0)', '#fff', 4],
	['#959595', '#fff', 2.995],
	['#0b6170', '#0b6170', 1]
])('contrast of %s and %s is %f', (one, other, ratio) => {
	expect(between(one, other)).toBeCloseTo(ratio, 2);
	expect(between(other, one)).toBe(between(one, other));
});

test.each([
	['#0b6170', '#0b6170'],
	['#ABC', '#aabbcc'],
	['rgb(11, 97, 112)', '#0b6170'],
	['rgb(11 97 112)', '#0b6170'],
	['hsl(120, 100%, 25%)', '#008000'],
	['hsl(120deg 100% 25%)', '#008000'],
	['teal', '#008080']
])('%s is the colour %s', (text, hex) => {
	expect(hexOf(readColour(text)!)).toBe(hex);
});

test.each([
	...['', 'inherit', 'transparent', 'currentcolor', '#12345', '#11223344', 'rgba(1, 2, 3, 0.5)'],
	...['rgb(999, 0, 0)', 'rgb(1, 2)', 'var(--x)', 'url(x)', 'red; color: blue', '#fff/**/']
])('%s is no colour', (text) => {
	expect(readColour(text)).toBeUndefined();
});

test('a mixture is that of Oklab', () => {
	const [black, white] = [readColour('#000')!, readColour('#fff')!];
	// Half of the lightness of Oklab is an eighth of the light.
	expect(hexOf(mix(black, 0.5, white))).toBe('#636363');
	expect(hexOf(mix(readColour('#ff0000')!, 0.5, readColour('#0000ff')!))).toBe('#8c53a2');
	expect(hexOf(mix(readColour('#0b6170')!, 1, white))).toBe('#0b6170');
});

test("the site's own colours have enough contrast", () => {
	expect(lacking(none, accent)).toEqual([]);
});

test.each(['westland', 'westerkwartier', 'zoetermeer'])('so has the accent of %s', (slug) => {
	const monitor = parse(readFileSync(`data/monitors/${slug}/monitor.yaml`, 'utf8')) as Monitor;
	expect(lacking(none, monitor.accent)).toEqual([]);
});

test('an accent that is too pale is refused, where it stands', () => {
	const [first] = lacking(none, { ...accent, light: '#7fd1de' });
	expect(first).toMatchObject({ mode: 'light', value: '#7fd1de' });
	expect(first!.token).toBeUndefined();
	expect(first!.expected).toBe(
		'in het licht meer contrast tussen een link (#7fd1de) en de pagina (#ffffff): het is 1,73 op 1 en moet minstens ' +
			'4,5 op 1 zijn (--basis-color-action-2-color-default op --basis-color-default-bg-document)'
	);
});

test('a theme that mends the accent is enough', () => {
	const theme = themeOf(':root { --basis-color-accent-1-color-default: #0b6170; }');
	expect(lacking(theme, { ...accent, light: '#7fd1de' })).toEqual([]);
});

test('what is just too little never reads as enough', () => {
	const [first] = lacking(themeOf(':root { --basis-color-default-color-document: #777; }'), accent);
	expect(first!.token).toBe('--basis-color-default-color-document');
	expect(first!.expected).toContain('het is 4,47 op 1');
});

describe.each([
	['--basis-color-default-color-document', '#888', '#555', 'de tekst'],
	['--basis-color-default-color-subtle', '#999', '#444', 'de zachte tekst'],
	['--basis-color-action-2-color-default', '#999', '#333', 'een link'],
	['--basis-focus-outline-color', '#ccc', '#222', 'de rand van wat de focus heeft'],
	['--basis-color-default-border-default', '#ccc', '#222', 'de rand van een knop of veld'],
	['--basis-color-default-bg-document', '#777', '#777', 'de tekst'],
	['--basis-color-accent-1-bg-subtle', '#666', '#999', 'de tekst'],
	['--basis-focus-color', '#eee', '#eee', 'de tekst']
])('%s', (token, light, dark, what) => {
	test.each(modes)('is refused when it is too weak, %s', (mode) => {
		const rule = `:root { ${token}: ${mode === 'light' ? light : dark}; }`;
		const theme = themeOf(mode === 'light' ? rule : `@media (prefers-color-scheme: dark) { ${rule} }`);
		const found = lacking(theme, accent);
		expect(found.map((each) => each.expected).join('\n')).toContain(` meer contrast tussen ${what} (`);
		expect(new Set(found.map((each) => `${each.mode} ${each.token}`))).toEqual(new Set([`${mode} ${token}`]));
	});
});

test('marks of verdicts and names of lines count too, on a page of another colour', () => {
	const css = ':root { --basis-color-default-bg-document: #4a8f4f; }';
	const said = lacking(themeOf(css), accent).map(({ expected }) => expected);
	expect(said.some((each) => each.includes('het teken van een goed oordeel'))).toBe(true);
	expect(said.some((each) => each.includes('de naam van lijn 3 in een grafiek'))).toBe(true);
});

test('a style sheet is written anew, with both colours of a token in one', () => {
	const theme = themeOf(`
		.theme { --basis-color-accent-1-color-default: rgb(11 97 112); --basis-heading-font-family: Georgia, serif; }
		@media (prefers-color-scheme: dark) { .theme { --basis-color-default-bg-document: black; } }
	`);
	expect(writeTheme(theme, accent)).toBe(`@media screen {
	:root:root,
	:root .page {
		--basis-heading-font-family: Georgia, serif;
	}
}
@media screen and (not (prefers-contrast: more)) {
	:root:root,
	:root .page {
		--basis-color-accent-1-color-default: light-dark(#0b6170, #9cc4ee);
		--basis-color-default-bg-document: light-dark(#ffffff, #000000);
	}
}
`);
});

test('the accent of the monitor is the other colour, where a theme sets one', () => {
	const theme = themeOf(':root { --basis-color-accent-1-color-default: #0b6170; }');
	expect(hexOf(colourOf('--basis-color-action-2-color-default', 'light', theme, accent))).toBe('#0b6170');
	expect(hexOf(colourOf('--basis-color-action-2-color-default', 'dark', theme, accent))).toBe(accent.dark);
});
