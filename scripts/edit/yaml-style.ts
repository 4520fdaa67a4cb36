import { Document, isMap, isScalar, isSeq, visit, type Node } from 'yaml';

/** How wide a line of a file may get, in letters. */
const widest = 105;
/** A group of at most so many fields stands between braces on one line, where it fits. */
const smallGroup = 2;

/** A number, year, day or period: kept between quotes, so that it stays a text. */
const numeric = /^[\d-][\dH./-]*$/;

const isPlain = (node: unknown): boolean => isScalar(node) && !String(node.value).includes('\n');
const lengthOf = (node: unknown): number => (isScalar(node) ? String(node.value).length + 4 : widest);

/** Gives each part the look that files of `data/` have. */
function dress(document: Document, indent: number, top: unknown): void {
	visit(document, {
		Scalar(key, node) {
			if (key === 'key' || typeof node.value !== 'string') return;
			if (numeric.test(node.value)) node.type = 'QUOTE_DOUBLE';
			else if (node.value.includes('\n')) node.type = 'BLOCK_LITERAL';
			else if (node.value.length > widest - indent - 20) node.type = 'BLOCK_FOLDED';
		},
		Map(_, node) {
			const parts = node.items.map(({ key, value }) => lengthOf(key) + lengthOf(value));
			const isSmall = node.items.length <= smallGroup && node.items.every(({ value }) => isPlain(value));
			if (node !== top && isSmall && parts.reduce((sum, each) => sum + each, indent) < 90) node.flow = true;
		},
		Seq(_, node) {
			const length = node.items.reduce<number>((sum, item) => sum + lengthOf(item), indent);
			const isIds = node.items.every(
				(item) => isPlain(item) && !String((item as { value: unknown }).value).includes(' ')
			);
			if (node.items.length === 0 || (isIds && length < 90)) node.flow = true;
		}
	});
}

const isBlock = (node: Node): boolean => (isMap(node) || isSeq(node)) && node.flow !== true;

/**
 * A value as YAML in the style of `data/`, without the end of its last line.
 * @param indent column at which it starts; lines after the first are indented so far
 * @returns its lines, and whether it is a list or group that needs lines of its own
 */
export function render(value: unknown, indent: number): { text: string; block: boolean } {
	const document = new Document(value);
	dress(document, indent, document.contents);
	const text = document
		.toString({ lineWidth: Math.max(40, widest - indent), flowCollectionPadding: true, indentSeq: true })
		.replace(/\n$/, '');
	const [first = '', ...others] = text.split('\n');
	const lines = others.map((line) => (line === '' ? '' : ' '.repeat(indent) + line));
	return { text: [first, ...lines].join('\n'), block: isBlock(document.contents as Node) };
}

/** A field with its value, as it stands in a group that starts at a column. */
export function renderField(name: string, value: unknown, indent: number): string {
	const group = new Document({ [name]: value });
	dress(group, indent, group.contents);
	return group
		.toString({ lineWidth: Math.max(40, widest - indent), flowCollectionPadding: true, indentSeq: true })
		.replace(/\n$/, '')
		.split('\n')
		.map((line, i) => (i === 0 || line === '' ? line : ' '.repeat(indent) + line))
		.join('\n');
}
