import { linkHorizontal } from 'd3';
import {
	cardShare,
	fullWidth,
	indentShare,
	type PlacedGoal,
	type TreeLayout,
	type VisibleLink
} from './tree.ts';

/** A link as a path, in the units of the layout. */
export interface DrawnLink extends VisibleLink {
	d: string;
}

/** A stretch of a link in one gutter, from one height to another. */
interface Stretch {
	gutter: number;
	/** Stretches with one key share a lane: they leave one goal together. */
	key: string;
	from: number;
	to: number;
}

/** Radius of a bend, sideways and up, and how close two lanes of one gutter may follow on each other. */
const bend = { x: 8, y: 12 };
const clearance = 10;
/** How far apart the links of one card arrive at most. */
const apart = 5;
/** Half of the white between two cards, where a link may pass. */
const halfGap = 3.5;

const round = (value: number): number => Math.round(value * 10) / 10;
const middle = ({ top, height }: PlacedGoal): number => top + height / 2;

/** The height nearest to `wish` at which nothing in a column is in the way. */
function passage(cards: readonly PlacedGoal[], wish: number): number {
	const card = cards.find(({ top, height }) => wish > top - 2 && wish < top + height + 2);
	if (!card) return wish;
	const [above, below] = [card.top - halfGap, card.top + card.height + halfGap];
	return wish - above < below - wish ? above : below;
}

/** For each link where it meets the side of a card, so that links of one card do not lie on each other. */
function portsOf(
	layout: TreeLayout,
	end: 'from' | 'to',
	groupOf: (link: VisibleLink) => string
): (link: VisibleLink) => number {
	const other = end === 'from' ? 'to' : 'from';
	const groups = new Map<string, Map<string, number>>();
	const place = (id: string) => layout.goals.get(id)!;
	for (const link of layout.links.toSorted((a, b) => middle(place(a[other])) - middle(place(b[other])))) {
		const own = groups.get(link[end]) ?? new Map<string, number>();
		const group = groupOf(link);
		if (!own.has(group)) own.set(group, own.size);
		groups.set(link[end], own);
	}
	return (link) => {
		const [card, own] = [place(link[end]), groups.get(link[end])!];
		const step = Math.min(apart, (card.height - 8) / own.size);
		return middle(card) + (own.get(groupOf(link))! - (own.size - 1) / 2) * step;
	};
}

/** For each gutter the place of every lane: stretches that do not meet may follow each other on one lane. */
function lanesOf(stretches: readonly Stretch[], columns: number): (stretch: Stretch) => number {
	const width = fullWidth / columns;
	const lanes = new Map<string, { lane: number; of: number[] }>();
	for (let gutter = 0; gutter < columns; gutter++) {
		const extents = new Map<string, [number, number]>();
		for (const { key, from, to } of stretches.filter((stretch) => stretch.gutter === gutter)) {
			const [low, high] = extents.get(key) ?? [Infinity, -Infinity];
			extents.set(key, [Math.min(low, from, to), Math.max(high, from, to)]);
		}
		const ends: number[] = [];
		for (const [key, [low, high]] of [...extents].toSorted(([, a], [, b]) => a[0] - b[0])) {
			const free = ends.findIndex((end) => end + clearance < low);
			const lane = free < 0 ? ends.length : free;
			ends[lane] = high;
			lanes.set(`${gutter} ${key}`, { lane, of: ends });
		}
	}
	return ({ gutter, key }) => {
		const { lane, of } = lanes.get(`${gutter} ${key}`)!;
		return (gutter + cardShare + (1 - cardShare) * (0.1 + (0.8 * (lane + 0.5)) / of.length)) * width;
	};
}

/** From where the path is, along a lane to another height, with round bends. */
function along(lane: number, x: number, from: number, to: number, onTo: number): string {
	const rise = to - from;
	if (Math.abs(rise) < 0.5) return `H${round(onTo)}`;
	const y = Math.sign(rise) * Math.min(bend.y, Math.abs(rise) / 2);
	const [before, after] = [Math.min(bend.x, Math.abs(lane - x)), Math.min(bend.x, Math.abs(onTo - lane))];
	const [into, out] = [lane - Math.sign(lane - x) * before, lane + Math.sign(onTo - lane) * after];
	return `H${round(into)}Q${round(lane)} ${round(from)} ${round(lane)} ${round(from + y)}V${round(to - y)}Q${round(lane)} ${round(to)} ${round(out)} ${round(to)}H${round(onTo)}`;
}

/**
 * The links of a tree of cards: along the gutters between the columns, and past a column only between its cards. The
 * links that leave one goal share a lane, as far as they are of one origin.
 */
export function drawLanes(layout: TreeLayout): DrawnLink[] {
	const count = layout.columns.length;
	const width = fullWidth / count;
	const place = (id: string) => layout.goals.get(id)!;
	const left = ({ column, indent }: PlacedGoal) => (column + indent * indentShare) * width;
	const right = ({ column }: PlacedGoal) => (column + cardShare) * width;
	const cards = layout.columns.map((_, i) => [...layout.goals.values()].filter(({ column }) => column === i));
	const start = portsOf(layout, 'to', ({ origin }) => origin);
	const end = portsOf(layout, 'from', ({ to }) => to);

	const isBracket = ({ from, to, first }: VisibleLink) => first && place(from).column === place(to).column;
	const stretchesOf = (link: VisibleLink): Stretch[] => {
		const [lower, upper] = [place(link.from), place(link.to)];
		const last = Math.max(upper.column, lower.column - 1);
		const goal = end(link);
		let at = start(link);
		return Array.from({ length: last - upper.column + 1 }, (_, i) => {
			const gutter = upper.column + i;
			const from = at;
			at = gutter === last ? goal : passage(cards[gutter + 1]!, goal);
			return { gutter, key: `${link.to} ${link.origin} ${round(from)}`, from, to: at };
		});
	};
	const stretches = new Map(
		layout.links.filter((link) => !isBracket(link)).map((link) => [link, stretchesOf(link)])
	);
	const laneOf = lanesOf([...stretches.values()].flat(), count);

	return layout.links.map((link) => {
		const [lower, upper] = [place(link.from), place(link.to)];
		const own = stretches.get(link);
		if (!own) {
			const x = round(left(upper) + (indentShare / 2) * width);
			return {
				...link,
				d: `M${x} ${round(upper.top + upper.height)}V${round(middle(lower))}H${round(left(lower))}`
			};
		}
		const goal = lower.column === upper.column ? right(lower) : left(lower);
		let x = right(upper);
		const bends = own.map((stretch, i) => {
			const lane = laneOf(stretch);
			const next = own[i + 1];
			// The next stretch begins before its own lane, so that there is room for its bend, but past the column.
			const onTo = next ? Math.max(laneOf(next) - bend.x, (next.gutter + cardShare) * width) : goal;
			const part = along(lane, x, stretch.from, stretch.to, onTo);
			x = onTo;
			return part;
		});
		return { ...link, d: `M${round(right(upper))} ${round(own[0]!.from)}${bends.join('')}` };
	});
}

const curve = linkHorizontal<{ source: [number, number]; target: [number, number] }, [number, number]>();

/** The links of a tree of small marks, as curves between the middles of its columns; within one as a bow. */
export function drawCurves(layout: TreeLayout): DrawnLink[] {
	const width = fullWidth / layout.columns.length;
	const at = (id: string): [number, number] => {
		const goal = layout.goals.get(id)!;
		return [round((goal.column + 0.5) * width), round(middle(goal))];
	};
	return layout.links.map((link) => {
		const [source, target] = [at(link.to), at(link.from)];
		if (source[0] !== target[0]) return { ...link, d: curve({ source, target }) ?? '' };
		const x = round(source[0] - width / 4);
		return { ...link, d: `M${source.join()}C${x},${source[1]},${x},${target[1]},${target.join()}` };
	});
}
