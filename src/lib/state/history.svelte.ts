import { readKept, remember } from '#lib/domain/sql/history.ts';

const place = 'doelenboom-vragen';

/** What a browser keeps for a site: reaching for it may fail already. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The questions that a reader asked before, kept in this browser alone. Where it keeps nothing they last for a visit. */
export class History {
	#shelf: () => Shelf;
	#kept = $state.raw<readonly string[]>([]);
	#lasts = $state(true);

	/** @param shelf gives the browser's store; it may throw, as each use of it may */
	constructor(shelf: () => Shelf) {
		this.#shelf = shelf;
	}

	/** Newest first. */
	readonly kept = $derived.by(() => this.#kept);
	/** Whether the browser keeps them for a next visit. */
	readonly lasts = $derived.by(() => this.#lasts);

	/** Reads what was kept; another tab may have added to it. */
	read(): void {
		try {
			const text = this.#shelf().getItem(place);
			if (this.#lasts) this.#kept = readKept(text);
		} catch {
			this.#lasts = false;
		}
	}

	add(sql: string): void {
		this.read();
		this.#kept = remember(this.#kept, sql);
		this.#keep();
	}

	clear(): void {
		this.#kept = [];
		try {
			this.#shelf().removeItem(place);
		} catch {
			this.#lasts = false;
		}
	}

	/** What does not fit goes, oldest first. */
	#keep(): void {
		for (let length = this.#kept.length; length > 0; length = Math.floor(length / 2)) {
			try {
				this.#shelf().setItem(place, JSON.stringify(this.#kept.slice(0, length)));
				this.#lasts = true;
				return;
			} catch {
				this.#lasts = false;
			}
		}
	}
}
