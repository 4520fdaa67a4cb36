import { keepableFile } from '#lib/domain/kept/choose.ts';
import { filesFor, pathBelow } from '#lib/domain/kept/request.ts';
import { fromRoot, withKept, withLine } from '#lib/domain/kept/page.ts';
import { tellKept, tellRenewed } from '#lib/domain/kept/tell.ts';
import type { Keepable } from '#lib/schema/kept.ts';
import { cacheOfTab, noteTab } from './clients.ts';
import { allKept, type Kept } from './kept.ts';

/** What the worker has of its browser. */
export interface World {
	caches: CacheStorage;
	fetch: typeof globalThis.fetch;
	/** Whole address of the root of the site. */
	scope: string;
	/** Ids of all tabs that are open. */
	openTabs: () => Promise<string[]>;
	/** Ends the worker and takes away all that it kept: the site no longer has one. */
	leave: () => Promise<void>;
}

/** How long a page may take to come before the kept one is shown, and the news of a release, in milliseconds. */
const patience = { page: 8000, news: 1000 };

const after = (ms: number): Promise<undefined> =>
	new Promise((done) => setTimeout(() => done(undefined), ms));

/** What is published now; `undefined` where it is not known. A site that has no such list any more wants no worker. */
async function published({ fetch, scope, leave }: World): Promise<Keepable | undefined> {
	try {
		const answer = await fetch(scope + keepableFile, { cache: 'no-cache' });
		if (answer.status === 404 || answer.status === 410) await leave();
		return answer.ok ? ((await answer.json()) as Keepable) : undefined;
	} catch {
		return undefined;
	}
}

/** An answer with another text; what says how the old one came over the line is left out. */
async function rewritten(answer: Response, change: (html: string) => string): Promise<Response> {
	const headers = new Headers(answer.headers);
	for (const name of ['content-encoding', 'content-length', 'etag', 'last-modified']) headers.delete(name);
	return new Response(change(await answer.text()), { status: answer.status, headers });
}

const linkTo = (scope: string, text: string) => ({ href: `${scope}offline/`, text });

/** A page that came over the network, with a line on it where what is kept of it is of another release. */
async function announced(
	answer: Response,
	kept: Kept | undefined,
	news: Keepable | undefined,
	scope: string
) {
	const now = kept && news?.parts.find(({ what }) => what === kept.receipt.what);
	const isPage = answer.ok && (answer.headers.get('content-type') ?? '').startsWith('text/html');
	if (!news || !now || !isPage || now.id === kept.receipt.id) return answer;
	const text = tellRenewed(kept.receipt, news.day);
	return rewritten(answer, (html) => withLine(html, text, linkTo(scope, 'Bewaarde pagina’s vernieuwen')));
}

/** The page that says that another one is not kept, at the address of that one. */
async function notKept(all: readonly Kept[], { caches, scope }: World): Promise<Response> {
	for (const { cacheName } of all) {
		const page = await caches.match(`${scope}offline/niet-bewaard/index.html`, { cacheName });
		const links = all
			.filter(({ receipt }) => receipt.files[`${receipt.what}/index.html`])
			.map(({ receipt: { what, name } }) => ({ href: `${scope}${what}/`, text: name }));
		if (page) return rewritten(page, (html) => withKept(fromRoot(html, scope), links));
	}
	return Response.error();
}

/**
 * The answer to a reader who opens a page: from the network, and else what is kept of it.
 * @param client id of the tab that will show it
 */
export async function answerPage(request: Request, client: string, world: World): Promise<Response> {
	const { caches, fetch, scope, openTabs } = world;
	const all = await allKept(caches, scope);
	if (all.length === 0) return fetch(request);
	const files = filesFor(pathBelow(request.url, scope));
	const kept = all.find(({ receipt }) => files.some((file) => receipt.files[file]));
	const fromNetwork = fetch(request);
	fromNetwork.catch(() => undefined);
	const news = published(world);
	try {
		const answer = await (kept ? Promise.race([fromNetwork, after(patience.page)]) : fromNetwork);
		const isDown = kept && answer && answer.status >= 500;
		if (answer && !isDown)
			return await announced(answer, kept, await Promise.race([news, after(patience.news)]), scope);
	} catch {
		// There is no network: what is kept is for that.
	}
	if (!kept) return notKept(all, world);
	const file = files.find((each) => kept.receipt.files[each])!;
	const answer = await caches.match(scope + file, { cacheName: kept.cacheName });
	if (!answer) return fromNetwork;
	if (file.endsWith('/index.html') && !/\/$/.test(new URL(request.url).pathname))
		return Response.redirect(`${scope}${file.replace(/index\.html$/, '')}${new URL(request.url).search}`);
	await noteTab(caches, scope, kept, { client, open: await openTabs() });
	return file.endsWith('.html')
		? rewritten(answer, (html) => withLine(html, tellKept(kept.receipt), linkTo(scope, 'Wat is bewaard?')))
		: answer;
}

/** A kept answer to a request for heads alone has no body. */
const forMethod = (answer: Response, { method }: Request): Response =>
	method === 'HEAD' ? new Response(null, { status: answer.status, headers: answer.headers }) : answer;

/** The answer for a file whose name changes with its content: each copy of it is as good. */
export async function answerImmutable(request: Request, { caches, fetch }: World): Promise<Response> {
	const answer = await caches.match(request.url, { ignoreMethod: true });
	return answer ? forMethod(answer, request) : fetch(request);
}

/** The answer for what a page asks: of the release that the page is of, and of no other. */
export async function answerOther(request: Request, client: string, world: World): Promise<Response> {
	const { caches, fetch, scope } = world;
	const cacheName = await cacheOfTab(caches, scope, await allKept(caches, scope), client);
	if (cacheName === undefined) return fetch(request);
	for (const file of filesFor(pathBelow(request.url, scope))) {
		const answer = await caches.match(scope + file, { cacheName });
		if (answer) return forMethod(answer, request);
	}
	return fetch(request);
}
