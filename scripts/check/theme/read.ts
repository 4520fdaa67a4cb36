import { CssSyntaxError, parse, type AtRule, type ChildNode, type Declaration, type Root } from 'postcss';
import type { Problem } from '#scripts/read/problem.ts';
import { hexOf, readColour } from './colour.ts';
import { kindOf } from './kinds.ts';
import { themable, type Mode } from './tokens.ts';

/** A token that a theme sets, and where. */
export interface Setting {
	/** A colour as six digits, anything else as it was written. */
	value: string;
	line: number;
	column: number;
}

/** What a theme sets, by name; what is no colour is in `light` alone. */
export type Theme = Readonly<Record<Mode, ReadonlyMap<string, Setting>>>;

const isDark = (media: string): boolean =>
	media.toLowerCase().replace(/\s/g, '') === '(prefers-color-scheme:dark)';

/**
 * Reads `theme.css`: tokens of NL Design System in `:root` or `.theme`, dark ones in
 * `@media (prefers-color-scheme: dark)`, and nothing else. Whatever is not known is refused with its place, so that
 * no rule, address or trick of a style sheet gets into a page.
 */
export function readTheme(text: string, file: string): { theme: Theme; problems: Problem[] } {
	const theme: Record<Mode, Map<string, Setting>> = { light: new Map(), dark: new Map() };
	const problems: Problem[] = [];
	const refuse = (node: ChildNode, value: unknown, expected: string): void => {
		const { line = 0, column = 0 } = node.source?.start ?? {};
		problems.push({ file, line, column, value, expected });
	};

	function take(node: Declaration, mode: Mode): void {
		const { prop, important } = node;
		const value = node.value.trim();
		const kind = themable.includes(prop) ? kindOf(prop) : undefined;
		if (!kind) refuse(node, prop, `een token die de site gebruikt: ${themable.join(', ')}`);
		else if (important) refuse(node, `${value} !important`, 'een waarde zonder !important');
		else if (!kind.fits(value)) refuse(node, value, `voor ${prop} ${kind.expected}`);
		else if (mode === 'dark' && !kind.isColour)
			refuse(node, prop, 'in het donker alleen kleuren; maten en letters zijn dezelfde als in het licht');
		else if (theme[mode].has(prop)) refuse(node, prop, 'elke token één keer');
		else {
			const { line, column } = node.source!.start!;
			theme[mode].set(prop, { value: kind.isColour ? hexOf(readColour(value)!) : value, line, column });
		}
	}

	function walk(nodes: readonly ChildNode[], mode: Mode): void {
		for (const node of nodes)
			if (node.type === 'comment') continue;
			else if (node.type === 'atrule') enter(node, mode);
			else if (node.type === 'decl')
				refuse(node, `${node.prop}: ${node.value}`, 'tokens binnen :root { } of .theme { }');
			else if (!/^(:root|\.theme)$/.test(node.selector))
				refuse(node, node.selector, 'alleen :root of .theme');
			else
				for (const child of node.nodes)
					if (child.type === 'decl') take(child, mode);
					else if (child.type !== 'comment')
						refuse(child, shown(child), 'alleen tokens, als --naam: waarde;');
	}

	function enter(node: AtRule, mode: Mode): void {
		if (mode === 'light' && node.name === 'media' && isDark(node.params)) walk(node.nodes ?? [], 'dark');
		else refuse(node, shown(node), 'geen andere @ dan @media (prefers-color-scheme: dark)');
	}

	const shown = (node: ChildNode): string =>
		node.type === 'atrule' ? `@${node.name} ${node.params}` : node.type === 'rule' ? node.selector : '';

	let root: Root;
	try {
		root = parse(text);
	} catch (error) {
		if (!(error instanceof CssSyntaxError)) throw error;
		const { line = 0, column = 0 } = error;
		const value = text.split('\n')[line - 1]?.slice(column - 1);
		problems.push({ file, line, column, value, expected: 'CSS waarin elke { en elk aanhalingsteken sluit' });
		return { theme, problems };
	}
	walk(root.nodes, 'light');
	return { theme, problems };
}
