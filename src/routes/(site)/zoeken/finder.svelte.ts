import { replaceState } from '$app/navigation';
import { page } from '$app/state';
import { addresses } from '#lib/state/addresses.ts';
import { find, readIndex, type Engine, type Finding } from './engine.ts';

/** What a reader looks for and what was found; the address of the page says the same. */
export class Finder {
	query = $state('');
	#engine = $state.raw<Engine>();
	#failed = $state(false);
	#loading: Promise<void> | undefined;

	/** The query as it is looked for: nothing is found for one letter. */
	readonly words = $derived(this.query.trim());
	readonly asks = $derived(this.words.length > 1);
	readonly found: Finding[] | undefined = $derived(
		this.asks && this.#engine ? find(this.#engine, this.words) : undefined
	);

	/** Whether the index could not be fetched. */
	get failed(): boolean {
		return this.#failed;
	}

	/** Takes the query out of the address. */
	readAddress(): void {
		this.query = page.url.searchParams.get('q') ?? '';
		if (this.asks) void this.fetchIndex();
	}

	writeAddress(): void {
		replaceState(this.words ? `?q=${encodeURIComponent(this.words)}` : location.pathname, {});
	}

	/** Fetches the index once, as soon as somebody is about to look for something. */
	fetchIndex(): Promise<void> {
		return (this.#loading ??= this.#fetch());
	}

	async #fetch(): Promise<void> {
		try {
			const response = await fetch(`${addresses.search()}index.json`);
			if (!response.ok) throw new Error(String(response.status));
			this.#engine = readIndex(await response.text());
		} catch {
			this.#failed = true;
		}
	}
}
