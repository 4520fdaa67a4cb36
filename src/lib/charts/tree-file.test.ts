import { expect, test } from 'vitest';
import { contrast, readColour } from '#scripts/check/theme/colour.ts';
import { fileColours, noTheme } from '#scripts/check/theme/file-colours.ts';
import { readTheme } from '#scripts/check/theme/read.ts';
import { goals, links } from './tree.fixture.ts';
import { treeHtml, treeSvg } from './tree-file.ts';

const accent = { light: '#8a3b12', dark: '#f0b48c' };
const css = `:root { --basis-color-default-bg-document: #fffaf0; --basis-color-default-color-subtle: #5a4a30; }
@media (prefers-color-scheme: dark) { :root { --basis-color-default-bg-document: #201000; } }`;
const colours = fileColours(readTheme(css, 'theme.css').theme, accent);
const file = {
	...{ title: 'De boom', source: 'Bron: een stuk', links, empty: {}, colours },
	goals: goals.map((goal) => ({ ...goal, title: goal.id }))
};
const ratio = (one: string, other: string) => contrast(readColour(one)!, readColour(other)!);

test('a tree to take along has the accent and the light colours of its organisation', () => {
	expect(colours).toMatchObject({ accent: '#8a3b12', page: '#fffaf0', subtle: '#5a4a30' });
	for (const text of [treeSvg(file), treeHtml(file)]) {
		expect(text).toContain('.title{font:bold 22px Georgia,serif;fill:#8a3b12}');
		expect(text).toContain('height="100%" fill="#fffaf0"');
		expect(text).not.toContain('#201000');
	}
	expect(treeHtml(file)).toContain('color:#16191d;background:#fffaf0}h1,h2{color:#8a3b12}');
});

test('another organisation has its own, and a file of the site the accent of the site', () => {
	const other = { ...file, colours: fileColours(noTheme, { light: '#0b6170', dark: '#7fd1de' }) };
	expect(treeSvg(other)).toContain('fill:#0b6170}');
	expect(fileColours(noTheme).accent).toBe('#154273');
});

test('all that lies on each other in it differs enough', () => {
	const { page, text, subtle, accent: own, border, ground, levels } = colours;
	for (const ink of [text, subtle, own]) expect(ratio(ink, page)).toBeGreaterThanOrEqual(4.5);
	for (const tint of [ground, ...Object.values(levels)])
		expect(ratio(text, tint)).toBeGreaterThanOrEqual(4.5);
	expect(ratio(border, page)).toBeGreaterThanOrEqual(3);
});
