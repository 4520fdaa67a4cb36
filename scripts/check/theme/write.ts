import type { Monitor } from '#lib/schema/monitor.ts';
import { hexOf } from './colour.ts';
import { colourOf } from './contrast.ts';
import { kindOf } from './kinds.ts';
import type { Theme } from './read.ts';

const block = (media: string, lines: readonly string[]): string =>
	lines.length === 0
		? ''
		: `@media ${media} {\n\t:root:root,\n\t:root .page {\n${lines.map((line) => `\t\t${line}\n`).join('')}\t}\n}\n`;

/**
 * A theme as the style sheet of a page, written anew from what was read. Both colours of a token stand in one value, so
 * that a frame that was asked to be light or dark is so too. On paper, and for who asks for more contrast, the site
 * keeps its own.
 */
export function writeTheme(theme: Theme, accent: Monitor['accent']): string {
	const names = [...new Set([...theme.light.keys(), ...theme.dark.keys()])];
	const hex = (name: string, mode: 'light' | 'dark') => hexOf(colourOf(name, mode, theme, accent));
	const colours = names
		.filter((name) => kindOf(name)!.isColour)
		.map((name) => `${name}: light-dark(${hex(name, 'light')}, ${hex(name, 'dark')});`);
	const others = [...theme.light]
		.filter(([name]) => !kindOf(name)!.isColour)
		.map(([name, { value }]) => `${name}: ${value};`);
	return block('screen', others) + block('screen and (not (prefers-contrast: more))', colours);
}
