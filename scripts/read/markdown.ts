import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { Block, Inline } from '#lib/schema/tracker.ts';

/** What is wrong in a text, with the line and column within that text, from 1. */
export interface MarkdownProblem {
	line: number;
	column: number;
	found: string;
	expected: string;
}

const names: Partial<Record<Nodes['type'], string>> = {
	html: 'HTML',
	image: 'een plaatje',
	heading: 'een kop',
	code: 'code',
	inlineCode: 'code',
	blockquote: 'een citaat',
	thematicBreak: 'een streep',
	definition: 'een voetnoot',
	break: 'een harde regelovergang'
};

/**
 * Reads the little Markdown that explanations may use: paragraphs, lists, emphasis and links with https.
 * Nothing else gets through: HTML and the rest are problems, not text to be cleaned.
 */
export function readMarkdown(text: string): { blocks: Block[]; problems: MarkdownProblem[] } {
	const problems: MarkdownProblem[] = [];
	const refuse = (node: Nodes, expected: string): void => {
		const { line = 1, column = 1, offset = 0 } = node.position?.start ?? {};
		const found = text.slice(offset, node.position?.end.offset).split('\n')[0]!;
		problems.push({ line, column, found, expected });
	};
	const refuseKind = (node: Nodes): void =>
		refuse(
			node,
			`gewone tekst, *nadruk*, een lijst of een link; geen ${names[node.type]?.replace(/^een /, '') ?? node.type}`
		);

	const plain = (nodes: readonly PhrasingContent[]): string =>
		inlines(nodes)
			.map((each) => each.text)
			.join('');

	function inlines(nodes: readonly PhrasingContent[]): Inline[] {
		return nodes.flatMap((node): Inline[] => {
			switch (node.type) {
				case 'text':
					return [{ kind: 'text', text: node.value.replace(/\s+/g, ' ') }];
				case 'emphasis':
				case 'strong':
					return [{ kind: node.type, text: plain(node.children) }];
				case 'link':
					if (!node.url.startsWith('https://')) refuse(node, 'een link die begint met https://');
					return [{ kind: 'link', text: plain(node.children), href: node.url }];
				default:
					refuseKind(node);
					return [];
			}
		});
	}

	function block(node: RootContent): Block[] {
		if (node.type === 'paragraph') return [{ kind: 'paragraph', content: inlines(node.children) }];
		if (node.type !== 'list') {
			refuseKind(node);
			return [];
		}
		const items = node.children.map(({ children }) =>
			children.flatMap((child) => {
				if (child.type === 'paragraph') return inlines(child.children);
				refuseKind(child);
				return [];
			})
		);
		return [{ kind: 'list', items }];
	}

	return { blocks: fromMarkdown(text).children.flatMap(block), problems };
}
