import { engineName, keepableFile, keepListFile } from '#lib/domain/kept/choose.ts';
import { tellFailure, type Failure } from '#lib/domain/kept/tell.ts';
import { keep, KeepError } from '#lib/offline/keep.ts';
import { allKept, forgetAll, sweep, type Receipt } from '#lib/offline/kept.ts';
import type { Keepable, KeepList } from '#lib/schema/kept.ts';
import { siteRoot } from '#lib/state/offline-addresses.ts';

/** What is kept in this browser, and keeping, renewing and removing it. */
export class Keeper {
	/** `none` where this browser cannot keep anything; `unknown` until that was looked at. */
	state = $state<'unknown' | 'none' | 'ready'>('unknown');
	/** What the site publishes now; left out where it cannot be reached. */
	published = $state.raw<Keepable>();
	kept = $state.raw<readonly Receipt[]>([]);
	/** What is being kept, and how many bytes are there so far. */
	busy = $state.raw<{ what: string; done: number; total: number }>();
	/** What happened last, for the reader. */
	told = $state('');
	#stop: AbortController | undefined;

	/** Looks at what the browser has and the site publishes. */
	async look(): Promise<void> {
		if (!('serviceWorker' in navigator) || !('caches' in window)) {
			this.state = 'none';
			return;
		}
		try {
			await sweep(caches, siteRoot());
			await this.#readKept();
		} catch {
			this.state = 'none';
			return;
		}
		this.published = await this.#fetchJson<Keepable>(keepableFile);
		this.state = 'ready';
	}

	/** Keeps a part, or renews it where another release of it is kept. */
	async keep(what: string, name: string): Promise<void> {
		const older = this.kept.some((each) => each.what === what);
		const total = this.published?.parts.find((each) => each.what === what)?.bytes ?? 0;
		this.#stop = new AbortController();
		this.busy = { what, done: 0, total };
		this.told = `${name} wordt opgehaald.`;
		try {
			await this.#keepPart(what, this.#stop.signal, total);
			this.told = `${name} is bewaard.`;
		} catch (error) {
			const failure: Failure = error instanceof KeepError ? error.failure : 'network';
			this.told = tellFailure(failure, older);
		}
		this.busy = undefined;
		await this.#readKept();
	}

	stop(): void {
		this.#stop?.abort();
	}

	/** Removes a part; with the last monitor everything goes. */
	async remove(what: string, name: string): Promise<void> {
		const rest = this.kept.filter((each) => each.what !== what);
		if (!rest.some((each) => each.what !== engineName)) return this.removeAll();
		for (const { cacheName, receipt } of await allKept(caches, siteRoot()))
			if (receipt.what === what) await caches.delete(cacheName);
		this.told = `${name} is niet meer bewaard.`;
		await this.#readKept();
	}

	/** Ends the worker and takes away everything that was kept. */
	async removeAll(): Promise<void> {
		const registration = await navigator.serviceWorker.getRegistration(siteRoot());
		if (registration?.scope === siteRoot()) await registration.unregister();
		await forgetAll(caches, siteRoot());
		this.told = 'Alle bewaarde pagina’s en cijfers zijn weg, en de site bewaart ze niet meer.';
		await this.#readKept();
	}

	async #readKept(): Promise<void> {
		this.kept = (await allKept(caches, siteRoot())).map(({ receipt }) => receipt);
	}

	async #fetchJson<T>(path: string): Promise<T | undefined> {
		try {
			const answer = await fetch(siteRoot() + path, { cache: 'no-cache' });
			return answer.ok ? ((await answer.json()) as T) : undefined;
		} catch {
			return undefined;
		}
	}

	async #keepPart(what: string, signal: AbortSignal, total: number): Promise<void> {
		const scope = siteRoot();
		const list = await this.#fetchJson<KeepList>(keepListFile(what));
		if (!list) throw new KeepError('network');
		const { quota, usage = 0 } = await navigator.storage.estimate();
		if (quota !== undefined && quota - usage < list.bytes) throw new KeepError('room');
		const report = (done: number) => (this.busy = { what, done, total });
		await keep(list, { caches, fetch: fetch.bind(window), scope, signal, report });
		try {
			const options = { scope, updateViaCache: 'none' } as const;
			await navigator.serviceWorker.register(`${scope}service-worker.js`, options);
		} catch {
			if (!(await navigator.serviceWorker.getRegistration(scope))) await forgetAll(caches, scope);
			throw new KeepError('worker');
		}
	}
}
