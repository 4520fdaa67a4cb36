/** Where a cache is, and how a request names it. */
const keyOf = (request: RequestInfo | URL): string =>
	request instanceof Request ? request.url : new URL(request).href;

class MemoryCache {
	readonly #entries = new Map<string, Response>();
	readonly #full: () => boolean;

	constructor(full: () => boolean) {
		this.#full = full;
	}

	match(request: RequestInfo | URL): Promise<Response | undefined> {
		return Promise.resolve(this.#entries.get(keyOf(request))?.clone());
	}

	put(request: RequestInfo | URL, answer: Response): Promise<void> {
		if (this.#full()) return Promise.reject(new DOMException('full', 'QuotaExceededError'));
		this.#entries.set(keyOf(request), answer);
		return Promise.resolve();
	}

	delete(request: RequestInfo | URL): Promise<boolean> {
		return Promise.resolve(this.#entries.delete(keyOf(request)));
	}

	keys(): Promise<Request[]> {
		return Promise.resolve([...this.#entries.keys()].map((url) => new Request(url)));
	}
}

/** The caches of a browser, as far as keeping pages uses them, in memory. */
export class MemoryCaches {
	readonly #caches = new Map<string, MemoryCache>();
	/** How many more files there is room for. */
	room = Infinity;

	open(name: string): Promise<MemoryCache> {
		const cache = this.#caches.get(name) ?? new MemoryCache(() => this.room-- <= 0);
		this.#caches.set(name, cache);
		return Promise.resolve(cache);
	}

	has(name: string): Promise<boolean> {
		return Promise.resolve(this.#caches.has(name));
	}

	keys(): Promise<string[]> {
		return Promise.resolve([...this.#caches.keys()]);
	}

	delete(name: string): Promise<boolean> {
		return Promise.resolve(this.#caches.delete(name));
	}

	async match(
		request: RequestInfo | URL,
		options: { cacheName?: string } = {}
	): Promise<Response | undefined> {
		for (const [name, cache] of this.#caches) {
			if (options.cacheName !== undefined && options.cacheName !== name) continue;
			const answer = await cache.match(request);
			if (answer) return answer;
		}
		return undefined;
	}
}

/** The same, as its users know it. */
export const cachesOf = (memory: MemoryCaches): CacheStorage => memory as unknown as CacheStorage;
