import { parse } from 'svelte/compiler';
import ts from 'typescript';

/** A piece of a source file that stays as it is within a message: an expression, an element, a block. */
interface Piece {
	start: number;
	end: number;
}

/**
 * A text in a source file. `key` is the text with `{0}`, `{1}` for its pieces, and single spaces.
 * `start` and `end` enclose what a translation takes the place of.
 */
export interface Message extends Piece {
	key: string;
	kind: 'markup' | 'attribute' | 'string' | 'template';
	pieces: readonly Piece[];
}

/** Attributes whose values no reader sees. */
const codeAttribute =
	/^(class|id|href|src|style|for|type|name|data-.*|rel|method|role|d|viewBox|transform|fill|stroke.*|text-anchor|autocomplete|inputmode|lang|hreflang|target|slot|key|scope|http-equiv|aria-(labelledby|describedby|live|hidden|controls|current))$/;

const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text);

/** Whether a text is surely for readers, and needs a translation or a word that it has none. */
export const looksWritten = ({ key, kind }: Message): boolean =>
	kind === 'markup' ||
	/^ (en|of) $/.test(key) ||
	(/\p{L}[\p{L},.:]* +\p{L}|^\p{Lu}\p{Ll}/u.test(key) &&
		!/^\s*(select|with|from|where|order|join|left|and|create|attach|set|insert|use)\s/i.test(key));

/** Whether a text in TypeScript is compared, imported, a name, or told to programmers. */
function isCode(node: ts.Node): boolean {
	const { parent } = node;
	if (ts.isBinaryExpression(parent)) return /^[!=]==?$/.test(parent.operatorToken.getText());
	return (
		ts.isCaseClause(parent) ||
		ts.isElementAccessExpression(parent) ||
		(ts.isPropertyAssignment(parent) && parent.name === node) ||
		(ts.isNewExpression(parent) && parent.expression.getText() === 'Error')
	);
}

/** The texts in TypeScript. @param offset where the code stands in its file */
function inCode(code: string, offset: number): Message[] {
	const found: Message[] = [];
	const file = ts.createSourceFile('source.ts', code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
	const place = (node: ts.Node): Piece => ({ start: offset + node.getStart(), end: offset + node.getEnd() });
	function visit(node: ts.Node): void {
		if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isTypeNode(node)) return;
		if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
			if (!isCode(node) && /\S/.test(node.text))
				found.push({ ...place(node), key: node.text, kind: 'string', pieces: [] });
		} else if (ts.isTemplateExpression(node) && !isCode(node)) {
			const { head, templateSpans: spans } = node;
			const key = head.text + spans.map(({ literal }, i) => `{${i}}${literal.text}`).join('');
			if (hasWord(key)) {
				const pieces = spans.map(({ expression }) => place(expression));
				found.push({ ...place(node), key, kind: 'template', pieces });
			}
		}
		ts.forEachChild(node, visit);
	}
	visit(file);
	return found;
}

/** A node of Svelte's tree, of which only this is looked at. */
interface Node {
	type: string;
	start: number;
	end: number;
	[name: string]: unknown;
}
const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';

/** The texts in a component: in its scripts, its markup and its attributes. */
function inComponent(source: string): Message[] {
	const found: Message[] = [];
	const { fragment, instance, module } = parse(source, { modern: true });
	const run = (nodes: readonly Node[], kind: 'markup' | 'attribute'): void => {
		if (!nodes.some(({ type, data }) => type === 'Text' && hasWord(String(data)))) return;
		const pieces = nodes.filter(({ type }) => type !== 'Text' && type !== 'Comment');
		const key = nodes
			.map((node) =>
				node.type === 'Text' ? String(node.raw) : pieces.includes(node) ? `{${pieces.indexOf(node)}}` : ''
			)
			.join('')
			.replace(/\s+/g, ' ');
		found.push({ start: nodes[0]!.start, end: nodes.at(-1)!.end, key: key.trim(), kind, pieces });
	};
	function walk(value: unknown): void {
		if (Array.isArray(value)) value.forEach(walk);
		else if (isNode(value)) visit(value);
	}
	function visit(node: Node): void {
		const { type, start, end } = node;
		// A component may show a prop of any name.
		if (type === 'Component')
			for (const each of node.attributes as Node[])
				if (each.type === 'Attribute' && Array.isArray(each.value) && codeAttribute.test(String(each.name)))
					run(each.value as Node[], 'attribute');
		if (type === 'Fragment') run(node.nodes as Node[], 'markup');
		else if (type === 'Attribute' && Array.isArray(node.value) && !codeAttribute.test(String(node.name)))
			run(node.value as Node[], 'attribute');
		else if (/(Expression|Literal|Declaration|Identifier)$/.test(type)) {
			// Brackets, as an object at the start of a line would be a block.
			const [before, after] = type.endsWith('Declaration') ? ['', ''] : ['(', ')'];
			found.push(...inCode(`${before}${source.slice(start, end)}${after}`, start - before.length));
			return;
		}
		for (const [name, value] of Object.entries(node)) if (name !== 'loc' && name !== 'metadata') walk(value);
	}
	for (const script of [instance, module]) {
		if (!script) continue;
		const { start, end } = script.content as unknown as Piece;
		found.push(...inCode(source.slice(start, end), start));
	}
	walk(fragment);
	return found;
}

/**
 * All texts in a source file that a reader may see, outermost first.
 * @param path ends in `.svelte` or `.ts`
 */
export const messagesOf = (path: string, source: string): Message[] =>
	(path.endsWith('.svelte') ? inComponent(source) : inCode(source, 0)).toSorted(
		(a, b) => a.start - b.start || b.end - a.end
	);

/** A translation as it is written in code, with the code of its pieces. */
function written(
	{ kind, start, end }: Message,
	text: string,
	pieces: readonly string[],
	source: string
): string {
	if (kind === 'string') return JSON.stringify(text);
	const parts = text.split(/\{(\d+)\}/);
	if (kind === 'template') {
		const code = parts.map((part, i) =>
			i % 2 === 1 ? `\${${pieces[Number(part)]!}}` : part.replace(/[\\`]|\$(?=\{)/g, '\\$&')
		);
		return `\`${code.join('')}\``;
	}
	const [, before = '', after = ''] = /^(\s*)[\s\S]*?(\s*)$/.exec(source.slice(start, end))!;
	const code = parts.map((part, i) => (i % 2 === 1 ? pieces[Number(part)]! : part)).join('');
	return kind === 'attribute' && source[start - 1] !== '"' ? `"${code}"` : `${before}${code}${after}`;
}

/**
 * A source file with its texts in another language.
 * @param translations by key; a text that is not among them stays
 */
export function translated(path: string, source: string, translations: ReadonlyMap<string, string>): string {
	const messages = messagesOf(path, source).filter(({ key }) => translations.has(key));
	const done = new Set<Message>();
	function render(from: number, to: number): string {
		let code = '';
		let at = from;
		for (const message of messages) {
			if (done.has(message) || message.start < at || message.end > to) continue;
			done.add(message);
			const pieces = message.pieces.map(({ start, end }) => render(start, end));
			code += source.slice(at, message.start);
			code += written(message, translations.get(message.key)!, pieces, source);
			at = message.end;
		}
		return code + source.slice(at, to);
	}
	return render(0, source.length);
}
