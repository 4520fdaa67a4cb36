import { Parser } from 'htmlparser2';

/** A part of a page that holds figures of its own, and where its link comes. */
export interface Block {
	/** Attributes of each `<data>` element in it that is not in a block within, and of sentences that were counted. */
	figures: Record<string, string>[];
	/** The first heading in it. */
	heading: string;
	/** Index in the page where the link goes: where room is left for it, before what it holds in another block, or at its end. */
	at: number;
	/** Whether the page leaves room for it, in an element with `data-asks`. */
	hasRoom: boolean;
}

interface OpenBlock extends Block {
	depth: number;
	placed: boolean;
}

const isBlock = (tag: string): boolean => tag === 'section' || tag === 'main';

/** The blocks of a page that hold figures, in the order in which they end. A figure belongs to the innermost. */
export function findBlocks(html: string): Block[] {
	const found: Block[] = [];
	const open: OpenBlock[] = [];
	let depth = 0;
	let heading: OpenBlock | undefined;
	const parser = new Parser({
		onopentag(tag, attributes) {
			const parent = open.at(-1);
			if (isBlock(tag)) {
				if (parent && parent.figures.length > 0 && !parent.placed && depth === parent.depth + 1) {
					parent.at = parser.startIndex;
					parent.placed = true;
				}
				open.push({ figures: [], heading: '', at: 0, hasRoom: false, depth, placed: false });
			}
			if (/^h[1-6]$/.test(tag) && parent?.heading === '') heading = parent;
			if (tag === 'data' || 'data-counted' in attributes) parent?.figures.push(attributes);
			if (parent && 'data-asks' in attributes) {
				parent.at = parser.endIndex + 1;
				parent.hasRoom = parent.placed = true;
			}
			depth += 1;
		},
		ontext(text) {
			if (heading) heading.heading += text;
		},
		onclosetag(tag) {
			depth -= 1;
			if (/^h[1-6]$/.test(tag)) heading = undefined;
			if (!isBlock(tag)) return;
			const block = open.pop();
			if (!block || block.figures.length === 0) return;
			found.push({
				figures: block.figures,
				heading: block.heading.trim(),
				hasRoom: block.hasRoom,
				at: block.placed ? block.at : parser.startIndex
			});
		}
	});
	parser.end(html);
	return found;
}
