import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import { isDay } from '#lib/domain/verdict/period.ts';

/** The day that a reader asks for, kept in the address as `?op=2018-04-26`. */
export class AsOf {
	#own: string;
	#chosen = $state<string>();

	/** @param own the day on which the site itself stands */
	constructor(own: string) {
		this.#own = own;
	}

	/** The day asked for, or else that of the site. */
	get current(): string {
		return this.#chosen ?? this.#own;
	}

	/** Whether it is another day than that of the site. */
	get isOther(): boolean {
		return this.current !== this.#own;
	}

	/** Takes the day from the address; what is no day is left out. To be called in the browser. */
	readAddress(): void {
		const asked = page.url.searchParams.get('op');
		this.#chosen = asked !== null && isDay(asked) ? asked : undefined;
	}

	/** Chooses a day, or with what is no day that of the site, and writes it to the address. */
	choose(asked: string): void {
		this.#chosen = isDay(asked) && asked !== this.#own ? asked : undefined;
		const url = new URL(page.url);
		if (this.#chosen) url.searchParams.set('op', this.#chosen);
		else url.searchParams.delete('op');

		replaceState(url, page.state);
	}
}
