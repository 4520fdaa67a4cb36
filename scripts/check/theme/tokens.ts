import { readFileSync } from 'node:fs';
import { parse, type Container } from 'postcss';
import { mix, readColour, type Colour } from './colour.ts';

/** Light or dark, by what the reader chose. */
export const modes = ['light', 'dark'] as const;
export type Mode = (typeof modes)[number];

/** The value of a token as CSS, by its name. */
export type Values = ReadonlyMap<string, string>;

function valuesIn(css: Container): Values {
	const values = new Map<string, string>();
	for (const rule of css.nodes ?? [])
		if (rule.type === 'rule' && rule.selectors.includes(':root'))
			for (const node of rule.nodes) if (node.type === 'decl') values.set(node.prop, node.value);
	return values;
}

/** What the site itself gives each token. */
export const defaults: Values = valuesIn(
	parse(readFileSync(new URL('../../../src/lib/styles/tokens.css', import.meta.url), 'utf8'))
);

/** Names of the tokens of NL Design System that the site uses, which are those that a theme may set. */
export const themable: readonly string[] = [...defaults.keys()].filter((name) => name.startsWith('--basis-'));

/** Parts of a text at its commas, apart from those between brackets. */
function atCommas(text: string): string[] {
	const parts = [''];
	let depth = 0;
	for (const sign of text) {
		if (sign === '(') depth++;
		if (sign === ')') depth--;
		if (sign === ',' && depth === 0) parts.push('');
		else parts.push(parts.pop()! + sign);
	}
	return parts.map((part) => part.trim());
}

/**
 * The colour that a value comes to: the functions that `tokens.css` uses, and nothing more.
 * @param find the value of a token, or `undefined` where nobody gave it one
 * @throws of a value that is no colour
 */
export function resolve(value: string, mode: Mode, find: (name: string) => string | undefined): Colour {
	const [, call, inside = ''] = /^(light-dark|var|color-mix)\((.*)\)$/s.exec(value.trim()) ?? [];
	const parts = atCommas(inside);
	const next = (text = ''): Colour => resolve(text, mode, find);
	if (call === 'light-dark') return next(parts[modes.indexOf(mode)]);
	if (call === 'var') return next(find(parts[0]!) ?? parts[1]);
	if (call === 'color-mix') {
		const [, first, share] = /^(.*) (\d+)%$/s.exec(parts[1] ?? '') ?? [];
		if (parts[0] === 'in oklab') return mix(next(first), Number(share) / 100, next(parts[2]));
	}
	const colour = readColour(value.trim());
	if (!colour) throw new Error(`"${value}" is no colour`);
	return colour;
}
