import { isDeepStrictEqual } from 'node:util';
import {
	isMap,
	isSeq,
	parseDocument,
	type CST,
	type Pair,
	type ParsedNode,
	type YAMLMap,
	type YAMLSeq
} from 'yaml';
import { align } from './align.ts';
import { tidy } from './rows.ts';
import { render, renderField } from './yaml-style.ts';

type Tree = Record<string, unknown>;

/** What is known of a place in a file: the order of its fields, and what tells items of its list apart. */
export interface Layout {
	/** Names of the fields of the group at a place (names of fields only, without numbers), in the order of the file. */
	fields: (path: readonly string[]) => readonly string[];
	/** The name of an item of the list at a place; `undefined` where items have none. */
	nameOf: (path: readonly string[], item: unknown) => string | undefined;
}

/** A piece of the text that is replaced. */
interface Splice {
	start: number;
	end: number;
	text: string;
}

type Spot = Pair<ParsedNode, ParsedNode | null>;

class Editor {
	readonly splices: Splice[] = [];
	constructor(
		readonly text: string,
		readonly layout: Layout
	) {}

	lineStart(offset: number): number {
		return this.text.lastIndexOf('\n', offset - 1) + 1;
	}

	lineEnd(offset: number): number {
		const end = this.text.indexOf('\n', offset);
		return end < 0 ? this.text.length : end;
	}

	column(offset: number): number {
		return offset - this.lineStart(offset);
	}

	/** Where what a node says ends, without blanks behind it. */
	endOf(node: ParsedNode): number {
		if (isMap(node) && !node.flow && node.items.length > 0) return this.endOfPair(node.items.at(-1)!);
		if (isSeq(node) && !node.flow && node.items.length > 0)
			return this.endOf(node.items.at(-1) as ParsedNode);
		const end = node.range[1];
		return node.range[0] + this.text.slice(node.range[0], end).trimEnd().length;
	}

	endOfPair(pair: Spot): number {
		return pair.value && pair.value.range[1] > pair.value.range[0]
			? this.endOf(pair.value)
			: this.colon(pair) + 1;
	}

	colon(pair: Spot): number {
		const tokens = (pair as { srcToken?: CST.CollectionItem }).srcToken?.sep ?? [];
		return tokens.find(({ type }) => type === 'map-value-ind')!.offset;
	}

	/** Offsets of the dashes of a list. */
	dashes(list: YAMLSeq.Parsed): number[] {
		const token = (list as { srcToken?: CST.BlockSequence }).srcToken!;
		return token.items.flatMap(
			({ start }) => start.find(({ type }) => type === 'seq-item-ind')?.offset ?? []
		);
	}

	put(start: number, end: number, text: string): void {
		this.splices.push({ start, end, text });
	}

	/** The text with all that was put in it. */
	done(): string {
		const sorted = this.splices
			.map((splice, i) => ({ ...splice, i }))
			.toSorted((a, b) => a.start - b.start || a.end - b.end || a.i - b.i);
		let [made, place] = ['', 0];
		for (const { start, end, text } of sorted) {
			made += this.text.slice(place, start) + text;
			place = Math.max(place, end);
		}
		return made + this.text.slice(place);
	}

	/** Puts another value behind the name of a field; a remark on its line stays. */
	replaceValue(pair: Spot, value: unknown): void {
		const indent = this.column(pair.key.range[0]);
		const name = String((pair.key as { value: unknown }).value);
		const written = renderField(name, value, indent).slice(name.length + 1);
		const end = this.endOfPair(pair);
		const remark = /^[ \t]+#.*/.exec(this.text.slice(end, this.lineEnd(end)))?.[0];
		const isOneLine = !written.includes('\n');
		if (remark === undefined || isOneLine) this.put(this.colon(pair) + 1, end, written);
		else {
			const [first, ...others] = written.split('\n');
			this.put(this.colon(pair) + 1, end + remark.length, [`${first}${remark}`, ...others].join('\n'));
		}
	}

	editValue(pair: Spot, before: unknown, after: unknown, path: readonly string[]): void {
		const { value } = pair;
		if (isMap(value) && !value.flow && isTree(before) && isTree(after))
			this.editMap(value, before, after, path);
		else if (isSeq(value) && !value.flow && Array.isArray(before) && Array.isArray(after))
			this.editSeq(value, before, after, path);
		else this.replaceValue(pair, after);
	}

	/** Writes the fields of a group that are new, changed or gone; those that are the same are not touched. */
	editMap(map: YAMLMap.Parsed, before: Tree, after: Tree, path: readonly string[]): void {
		const pairs = map.items as Spot[];
		const nameOf = (pair: Spot): string => String((pair.key as { value: unknown }).value);
		const indent = this.column(pairs[0]!.key.range[0]);
		const kept = pairs.filter(
			(pair) => before[nameOf(pair)] === undefined || after[nameOf(pair)] !== undefined
		);
		let isStart = true;
		for (const [i, pair] of pairs.entries()) {
			const name = nameOf(pair);
			const next = pairs[i + 1];
			if (kept.includes(pair)) {
				isStart = false;
				if (!isDeepStrictEqual(before[name], after[name]))
					this.editValue(pair, before[name], after[name], [...path, name]);
			} else if (isStart && next) this.put(pair.key.range[0], next.key.range[0], '');
			else this.put(this.lineStart(pair.key.range[0]) - 1, this.lineEnd(this.endOfPair(pair)), '');
		}
		const order = this.layout.fields(path);
		const known = new Set(pairs.map(nameOf));
		const fresh = order.filter((name) => after[name] !== undefined && !known.has(name));
		for (const name of fresh) {
			const earlier = kept.filter((pair) => order.indexOf(nameOf(pair)) < order.indexOf(name)).at(-1);
			const written = renderField(name, after[name], indent);
			if (earlier) {
				const end = this.lineEnd(this.endOfPair(earlier));
				this.put(end, end, `\n${' '.repeat(indent)}${written}`);
			} else {
				const start = kept[0]!.key.range[0];
				this.put(start, start, `${written}\n${' '.repeat(indent)}`);
			}
		}
	}

	/** Writes the items of a list that are new, changed or gone. One that only moved keeps its own text. */
	editSeq(
		list: YAMLSeq.Parsed,
		before: readonly unknown[],
		after: readonly unknown[],
		path: readonly string[]
	): void {
		const nodes = list.items;
		const dashes = this.dashes(list);
		const indent = this.column(dashes[0]!);
		const ends = nodes.map((node) => this.lineEnd(this.endOf(node)));
		const isApart =
			nodes.length > 1
				? /\n[ \t]*\n/.test(this.text.slice(ends[0], dashes[1]))
				: path.length === 0 && isTree(after[0]);
		const gap = isApart ? '\n\n' : '\n';
		const names = (items: readonly unknown[]): string[] =>
			items.map((item) => this.layout.nameOf(path, item) ?? JSON.stringify(item));
		const pairs = align({ before: names(before), after: names(after) }, true);
		const source = new Map(before.map((item, i) => [JSON.stringify(item), i]));
		const write = (item: unknown): string => {
			const same = source.get(JSON.stringify(item));
			return same === undefined
				? `- ${render(item, indent + 2).text}`
				: this.text.slice(dashes[same], ends[same]);
		};
		if (!pairs.some(({ before: i, after: j }) => i !== undefined && j !== undefined)) {
			const lines = after.map((item) => ' '.repeat(indent) + write(item));
			this.put(this.lineStart(dashes[0]!), ends.at(-1)!, lines.join(gap));
			return;
		}
		const lastKept = pairs.findLast((pair) => pair.before !== undefined && pair.after !== undefined)!.before!;
		let last: number | undefined;
		for (const { before: i, after: j } of pairs) {
			if (i !== undefined && j !== undefined) this.editItem(nodes[i]!, before[i], after[j], path);
			else if (i !== undefined) this.removeItem(dashes, ends, i, i > lastKept);
			else {
				const text = ' '.repeat(indent) + write(after[j!]);
				if (last !== undefined) this.put(ends[last]!, ends[last]!, gap + text);
				else this.put(this.lineStart(dashes[0]!), this.lineStart(dashes[0]!), text + gap);
			}
			if (i !== undefined && j !== undefined) last = i;
		}
	}

	/**
	 * Takes the lines of an item away, with the empty lines behind it.
	 * @param isTail whether no item behind it stays; then the empty lines before it go
	 */
	removeItem(dashes: readonly number[], ends: readonly number[], i: number, isTail: boolean): void {
		const start = this.lineStart(dashes[i]!);
		if (isTail) this.put(this.text.slice(0, start).search(/\s*$/), ends[i]!, '');
		else this.put(start, ends[i]! + (/^\s*\n/.exec(this.text.slice(ends[i]))?.[0].length ?? 0), '');
	}

	editItem(node: ParsedNode, before: unknown, after: unknown, path: readonly string[]): void {
		if (isDeepStrictEqual(before, after)) return;
		if (isMap(node) && !node.flow && isTree(before) && isTree(after)) this.editMap(node, before, after, path);
		else this.put(node.range[0], this.endOf(node), render(after, this.column(node.range[0])).text);
	}
}

const isTree = (value: unknown): value is Tree =>
	value !== null && typeof value === 'object' && !Array.isArray(value);

/** A new file: its fields or items, with an empty line between items. */
function whole(value: unknown): string {
	if (!Array.isArray(value)) return `${render(value, 0).text}\n`;
	const items = value.map((item) => `- ${render(item, 2).text}\n`);
	return items.length > 0 ? items.join('\n') : '[]\n';
}

/**
 * Changes what a YAML file says, and nothing of how it says the rest: what stays the same keeps every byte, remarks and
 * the order of fields included.
 * @param after what the file has to say; what is left out and what is empty are one
 * @throws where the result would not say exactly that
 */
export function editYaml(text: string, after: unknown, layout: Layout): string {
	const document = parseDocument(text, { keepSourceTokens: true });
	const before = tidy(document.toJS());
	const wanted = tidy(after);
	if (isDeepStrictEqual(before, wanted)) return text;
	const editor = new Editor(text, layout);
	const { contents } = document;
	if (isSeq(contents) && !contents.flow && Array.isArray(before) && Array.isArray(wanted))
		editor.editSeq(contents, before, wanted, []);
	else if (isMap(contents) && !contents.flow && isTree(before) && isTree(wanted))
		editor.editMap(contents, before, wanted, []);
	else {
		const remarks = /^(?:#.*\n|[ \t]*\n)*/.exec(text)?.[0] ?? '';
		return remarks + whole(wanted ?? (Array.isArray(after) ? [] : {}));
	}
	const made = editor.done();
	const read = parseDocument(made);
	if (read.errors.length > 0 || !isDeepStrictEqual(tidy(read.toJS()), wanted))
		throw new Error('an edit of YAML would say something else than was asked');
	return made;
}

/** A YAML file that says something, in the style of `data/`. */
export const writeYaml = (value: unknown): string => whole(tidy(value) ?? value);
