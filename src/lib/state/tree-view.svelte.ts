import { drawLanes } from '#lib/charts/tree-links.ts';
import { cardHeight } from '#lib/charts/tree-text.ts';
import { placeTree, type TreeLink } from '#lib/charts/tree.ts';
import type { Measurability } from '#lib/domain/measure.ts';
import { levels, pathOf } from '#lib/domain/tree.ts';
import type { Rule, Status } from '#lib/domain/verdict/status.ts';
import type { Level } from '#lib/schema/goal.ts';

/** What the tree shows of a goal. */
export interface TreeNode {
	id: string;
	level: Level;
	kind: string;
	code?: string;
	title: string;
	themes: string[];
	owner?: string;
	measured: Measurability;
	status: Status;
	rule: Rule;
}

/** What a reader has chosen; each is a part of the address. */
interface Filters {
	theme: string;
	owner: string;
	measured: string;
	status: string;
}

const keys = { theme: 'thema', owner: 'eigenaar', measured: 'meetbaar', status: 'oordeel' } as const;

/** Each card is as high as its title needs. */
const cards = { height: cardHeight, gap: 7 };

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The tree as one reader sees it: what is folded away, filtered, searched for, pointed at. */
export class TreeView {
	#nodes: () => readonly TreeNode[];
	#links: () => readonly TreeLink[];
	#folded = $state.raw<ReadonlySet<Level>>(new Set());
	#path = $state('');
	#lit = $state('');
	#stop = $state('');
	#query = $state('');
	#filters = $state.raw<Filters>({ theme: '', owner: '', measured: '', status: '' });

	constructor(nodes: () => readonly TreeNode[], links: () => readonly TreeLink[]) {
		this.#nodes = nodes;
		this.#links = links;
	}

	/** The levels that have a column. */
	readonly shown = $derived.by(() => levels.filter((level) => !this.#folded.has(level)));
	readonly filters = $derived.by(() => this.#filters);
	readonly query = $derived.by(() => this.#query);
	readonly lit = $derived.by(() => this.#lit);

	/** The goal whose path is all that is shown, if a reader chose one. */
	readonly path = $derived.by(() => this.#nodes().find(({ id }) => id === this.#path));

	/** Goals whose words hold every word that is searched for. */
	readonly hits = $derived.by(() => {
		const words = fold(this.#query).split(/\s+/).filter(Boolean);
		if (words.length === 0) return new Set<string>();
		const matches = ({ title, code = '' }: TreeNode) =>
			words.every((word) => fold(`${code} ${title}`).includes(word));
		return new Set(
			this.#nodes()
				.filter(matches)
				.map(({ id }) => id)
		);
	});

	/** What is in sight: what the filters leave, and what a search found all the same. */
	readonly visible = $derived.by(() => {
		const { theme, owner, measured, status } = this.#filters;
		const onPath = this.path ? pathOf(this.path.id, this.#links()) : undefined;
		const kept = this.#nodes().filter(
			(node) =>
				!this.#folded.has(node.level) &&
				(!onPath || onPath.has(node.id)) &&
				(!theme || node.themes.includes(theme)) &&
				(!owner || node.owner === owner) &&
				(!measured || node.measured === measured) &&
				(!status || node.status === status)
		);
		return new Set([...kept.map(({ id }) => id), ...this.hits]);
	});

	readonly layout = $derived.by(() =>
		placeTree(
			this.#nodes(),
			this.#links(),
			this.visible,
			cards,
			levels.filter(
				(level) =>
					this.shown.includes(level) ||
					this.#nodes().some(({ id, level: own }) => own === level && this.hits.has(id))
			)
		)
	);

	readonly paths = $derived.by(() => drawLanes(this.layout));

	/** The one goal of the drawn tree that Tab leads to: the last that had the focus, or else the first. */
	readonly stop = $derived.by(() => (this.layout.goals.has(this.#stop) ? this.#stop : this.layout.roots[0]));

	/** The goals that stand out: the whole path of the one that is pointed at. */
	readonly bright = $derived.by(() => (this.#lit ? pathOf(this.#lit, this.#links()) : undefined));

	/** The choices as the part of an address after the question mark; empty where nothing is chosen. */
	readonly search = $derived.by(() => {
		const entries = [
			['pad', this.path?.id ?? ''],
			['zonder', [...this.#folded].join(',')],
			...Object.entries(keys).map(([name, key]) => [key, this.#filters[name as keyof Filters]]),
			['zoek', this.#query]
		].filter(([, value]) => value !== '');
		const text = new URLSearchParams(entries).toString();
		return text ? `?${text}` : '';
	});

	/** Whether there is less in sight than there is; a search alone hides nothing. */
	readonly isNarrowed = $derived.by(() => this.visible.size < this.#nodes().length);

	/** Takes over the choices of an address; what it does not know it leaves out. */
	read(parameters: URLSearchParams): void {
		const folded = (parameters.get('zonder') ?? '').split(',');
		this.#folded = new Set(levels.filter((level) => folded.includes(level)));
		this.#path = parameters.get('pad') ?? '';
		this.#query = parameters.get('zoek') ?? '';
		this.#filters = {
			theme: parameters.get(keys.theme) ?? '',
			owner: parameters.get(keys.owner) ?? '',
			measured: parameters.get(keys.measured) ?? '',
			status: parameters.get(keys.status) ?? ''
		};
	}

	point(id: string): void {
		this.#lit = id;
	}

	/** A goal has the focus: the arrow keys go on from here, and Tab comes back to it. */
	focus(id: string): void {
		this.#stop = id;
		this.point(id);
	}

	/** A goal is no longer pointed at; another one may be by now. */
	leave(id: string): void {
		if (this.#lit === id) this.#lit = '';
	}

	focusPath(id: string): void {
		this.#path = id;
	}

	find(query: string): void {
		this.#query = query;
	}

	filter(change: Partial<Filters>): void {
		this.#filters = { ...this.#filters, ...change };
	}

	/** Folds a level away or unfolds it; the last one stays. */
	toggle(level: Level): void {
		const folded = new Set(this.#folded);
		if (!folded.delete(level) && folded.size < levels.length - 1) folded.add(level);
		this.#folded = folded;
	}

	reset(): void {
		this.read(new URLSearchParams());
	}
}
