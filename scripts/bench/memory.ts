import { readFileSync } from 'node:fs';
import { sum } from 'd3';
import type { Browser, CDPSession, Page, Worker } from 'playwright-core';

/** What a page holds, in bytes. */
export interface Memory {
	/** Memory of the engine (WebAssembly). */
	wasm: number;
	/** JavaScript heaps in use, of the page and of its workers. */
	heap: number;
	/** What the process of the page holds for itself, as Linux counts it (`RssAnon`); 0 where that is not known. */
	process: number;
}

/** Asks a worker how large its heap is. */
type AskHeap = () => Promise<{ usedSize: number }>;

/** The workers of a page, to which the session of the page itself does not reach. */
async function workersOf(session: CDPSession): Promise<AskHeap[]> {
	const found: string[] = [];
	const waiting = new Map<string, (heap: { usedSize: number }) => void>();
	session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
		if (targetInfo.type === 'worker') found.push(sessionId);
	});
	session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
		const { result } = JSON.parse(message) as { result?: { usedSize: number } };
		if (result) waiting.get(sessionId)?.(result);
	});
	await session.send('Target.setAutoAttach', {
		autoAttach: true,
		waitForDebuggerOnStart: false,
		flatten: false
	});
	const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' });
	return found.map((sessionId) => async () => {
		const answered = new Promise<{ usedSize: number }>((done) => waiting.set(sessionId, done));
		await session.send('Target.sendMessageToTarget', { sessionId, message });
		return answered;
	});
}

/** Bytes of the memory that the engine in a worker has taken, which never gives any back. */
const wasmOf = (worker: Worker): Promise<number> =>
	worker.evaluate(
		() =>
			(globalThis as { DUCKDB_BINDINGS?: { mod?: { HEAPU8?: Uint8Array } } }).DUCKDB_BINDINGS?.mod?.HEAPU8
				?.byteLength ?? 0
	);

/** The largest of the processes that show pages. */
async function processOf(browser: Browser): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	await session.detach();
	const own = processInfo
		.filter(({ type }) => type === 'renderer')
		.map(({ id }) => {
			try {
				return (
					Number(/RssAnon:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1] ?? 0) * 1024
				);
			} catch {
				return 0;
			}
		});
	return Math.max(0, ...own);
}

/** Measures what a page and its workers hold now; what is garbage already is part of it. */
export async function measureMemory(browser: Browser, page: Page): Promise<Memory> {
	const process = await processOf(browser);
	const session = await page.context().newCDPSession(page);
	try {
		const heaps: { usedSize: number }[] = [await session.send('Runtime.getHeapUsage')];
		for (const ask of await workersOf(session)) heaps.push(await ask());
		const wasm = await Promise.all(page.workers().map(wasmOf));
		return { wasm: sum(wasm), heap: sum(heaps.map(({ usedSize }) => usedSize)), process };
	} finally {
		await session.detach();
	}
}
