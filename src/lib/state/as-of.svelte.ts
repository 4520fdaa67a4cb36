import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import { isDay } from '#lib/domain/verdict/period.ts';

/** A day that a reader asks for, kept in the address as `?op=2018-04-26`. */
export class AsOf {
	#own: string;
	#name: string;
	#chosen = $state<string>();
	#refused = $state<string>();

	/**
	 * @param own the day that holds where a reader asks for none
	 * @param name how the address calls it, where a page has more days than one
	 */
	constructor(own: string, name = 'op') {
		this.#own = own;
		this.#name = name;
	}

	/** The day asked for, or else its own. */
	get current(): string {
		return this.#chosen ?? this.#own;
	}

	/** Whether it is another day than its own. */
	get isOther(): boolean {
		return this.current !== this.#own;
	}

	/** What the address asked for that is no day. */
	get refused(): string | undefined {
		return this.#refused;
	}

	/** Takes the day from the address; what is no day is refused. To be called in the browser. */
	readAddress(): void {
		const asked = page.url.searchParams.get(this.#name);
		this.#chosen = asked !== null && isDay(asked) ? asked : undefined;
		this.#refused = asked !== null && !isDay(asked) ? asked : undefined;
	}

	/** Chooses a day, or with what is no day its own, and writes it to the address. */
	choose(asked: string): void {
		this.#chosen = isDay(asked) && asked !== this.#own ? asked : undefined;
		this.#refused = undefined;
		// The address of the page itself does not follow what is replaced in it.
		const url = new URL(location.href);
		if (this.#chosen) url.searchParams.set(this.#name, this.#chosen);
		else url.searchParams.delete(this.#name);
		replaceState(url, page.state);
	}
}
