import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Keepable, KeepList } from '#lib/schema/kept.ts';
import { answerImmutable, answerOther, answerPage, type World } from './answer.ts';
import { cachesOf, MemoryCaches } from './caches.fixture.ts';
import { keep, KeepError, type Keeping } from './keep.ts';
import { allKept, forgetAll, sweep } from './kept.ts';

const scope = 'https://monitor.voorbeeld.nl/ergens/';
const sha = (text: string) => createHash('sha256').update(text).digest('hex');

/** What the site has now, by path. */
let site: Record<string, string>;
let memory: MemoryCaches;
let asked: string[];
let left: boolean;
let offline: boolean;

const fetchSite: typeof fetch = (input) => {
	const url = input instanceof Request ? input.url : input instanceof URL ? input.href : input;
	const path = url.slice(scope.length);
	asked.push(path);
	if (offline) return Promise.reject(new TypeError('offline'));
	const text = site[path === '' || path.endsWith('/') ? `${path}index.html` : path];
	const type = /\.(js|json)$/.test(path) ? 'application/json' : 'text/html; charset=utf-8';
	const headers = { 'content-type': type, 'content-encoding': 'br', 'content-security-policy': 'x' };
	return Promise.resolve(new Response(text ?? 'niets', { status: text === undefined ? 404 : 200, headers }));
};

const listOf = (what: string, id: string, paths: readonly string[], day = '2026-11-26'): KeepList => ({
	...{ what, name: 'Westland', id, day, pages: 1, files: paths.length, bytes: 100 },
	entries: Object.fromEntries(
		paths.map((path) => [path, { bytes: site[path]!.length, sha256: sha(site[path]!) }])
	)
});

const keeping = (): Keeping => ({
	caches: cachesOf(memory),
	fetch: fetchSite,
	scope,
	signal: new AbortController().signal,
	report: () => undefined
});

const world = (): World => ({
	caches: cachesOf(memory),
	fetch: fetchSite,
	scope,
	openTabs: () => Promise.resolve([]),
	leave: () => {
		left = true;
		return forgetAll(cachesOf(memory), scope);
	}
});

const names = () => memory.keys();
const page = (path: string, client = 'tab', own = world()) =>
	answerPage(new Request(scope + path), client, own).then((answer) => answer.text());
const publish = (id: string, day: string) => {
	const part = { what: 'westland', name: 'Westland', id, pages: 1, files: 1, bytes: 1 };
	site['offline/uitgave.json'] = JSON.stringify({ format: 1, day, parts: [part] } satisfies Keepable);
};
const paths = [
	'westland/index.html',
	'zoeken/index.html',
	'zoeken/index.json',
	'offline/niet-bewaard/index.html'
];

beforeEach(() => {
	site = {
		'westland/index.html': '<body><h1>Westland</h1>',
		'zoetermeer/index.html': '<body><h1>Zoetermeer</h1>',
		'zoeken/index.html': '<body><h1>Zoeken</h1>',
		'zoeken/index.json': 'oud',
		'offline/niet-bewaard/index.html': '<body><a href="../../x/">x</a><ul data-kept></ul>'
	};
	publish('1'.repeat(16), '2026-11-26');
	memory = new MemoryCaches();
	asked = [];
	left = offline = false;
});

describe('keeping', () => {
	test('puts every file in one cache, named after its release, with a receipt at the end', async () => {
		await keep(listOf('westland', 'a', paths), keeping());
		expect(await names()).toEqual(['doelenboom /ergens/ westland a']);
		const [kept] = await allKept(cachesOf(memory), scope);
		expect(Object.keys(kept!.receipt.files)).toEqual(paths);
		const answer = await memory.match(`${scope}westland/index.html`);
		expect(answer?.headers.get('content-encoding')).toBeNull();
		expect(answer?.headers.get('content-security-policy')).toBe('x');
	});

	test('of another site at the same origin nothing is seen', async () => {
		await keep(listOf('westland', 'a', paths), keeping());
		expect(await allKept(cachesOf(memory), 'https://monitor.voorbeeld.nl/')).toEqual([]);
		await forgetAll(cachesOf(memory), 'https://monitor.voorbeeld.nl/');
		expect(await names()).toHaveLength(1);
	});

	const failureOf = async (list: KeepList, own = keeping()) => {
		const error: unknown = await keep(list, own).catch((each: unknown) => each);
		expect(error).toBeInstanceOf(KeepError);
		return (error as KeepError).failure;
	};

	test.each([
		['network', () => (offline = true)],
		['changed', () => (site['zoeken/index.json'] = 'nieuw')],
		['changed', () => delete site['zoeken/index.json']],
		['room', () => (memory.room = 2)],
		// Not for the receipt, either.
		['room', () => (memory.room = paths.length)]
	])('what fails (%s) leaves nothing, and what was kept before stays', async (failure, spoil) => {
		await keep(listOf('westland', 'a', ['westland/index.html']), keeping());
		const list = listOf('westland', 'b', paths);
		spoil();
		expect(await failureOf(list)).toBe(failure);
		expect(await names()).toEqual(['doelenboom /ergens/ westland a']);
	});

	test('a reader can stop it', async () => {
		const stop = new AbortController();
		const own = { ...keeping(), signal: stop.signal, report: () => stop.abort() };
		expect(await failureOf(listOf('westland', 'a', paths), own)).toBe('stopped');
		expect(await names()).toEqual([]);
	});

	test('renewing fetches only what changed, and takes the place of the older one', async () => {
		await keep(listOf('westland', 'a', paths), keeping());
		site['zoeken/index.json'] = 'nieuw';
		asked = [];
		await keep(listOf('westland', 'b', paths), keeping());
		expect(asked).toEqual(['zoeken/index.json']);
		expect(await names()).toEqual(['doelenboom /ergens/ westland b']);
		expect(await (await memory.match(`${scope}zoeken/index.json`))?.text()).toBe('nieuw');
	});

	test('a packed file may have been unpacked on the way', async () => {
		site['data/monitor.duckdb.gz'] = 'uitgepakt';
		const list = listOf('westland', 'a', ['data/monitor.duckdb.gz']);
		list.entries['data/monitor.duckdb.gz'] = {
			bytes: 3,
			sha256: sha('ingepakt'),
			unpacked: sha('uitgepakt')
		};
		await keep(list, keeping());
		expect(await names()).toHaveLength(1);
	});

	test('what a closed tab left half is swept away', async () => {
		await keep(listOf('westland', 'a', paths), keeping());
		await (await memory.open('doelenboom /ergens/ zoetermeer b')).put(scope, new Response());
		await memory.open('van een ander');
		await sweep(cachesOf(memory), scope);
		expect(await names()).toEqual(['doelenboom /ergens/ westland a', 'van een ander']);
	});
});

describe('answering', () => {
	beforeEach(() => keep(listOf('westland', '1'.repeat(16), paths), keeping()));

	test('with the network a page is as the site has it', async () => {
		site['westland/index.html'] = '<body>anders';
		expect(await page('westland/')).toBe('<body>anders');
	});

	test('a newer release is told on pages that are kept, and only there', async () => {
		publish('2'.repeat(16), '2027-03-01');
		expect(await page('westland/')).toMatch(/^<body><aside .*nieuwe uitgave van 1 maart 2027.*<h1>Westland/);
		expect(await page('zoetermeer/')).toBe('<body><h1>Zoetermeer</h1>');
	});

	test('without it the kept page says of which release it is', async () => {
		offline = true;
		expect(await page('westland/?op=2018-01-01')).toMatch(
			/<aside .*bewaarde pagina van Westland.*<h1>Westland/
		);
		expect(await page('zoetermeer/')).toBe(
			`<body><a href="${scope}x/">x</a><ul data-kept><li><a href="${scope}westland/">Westland</a></li></ul>`
		);
	});

	test('a server that is out of order is no network, and a page that never comes neither', async () => {
		const broken = { ...world(), fetch: () => Promise.resolve(new Response('stuk', { status: 502 })) };
		expect(await page('westland/', 'tab', broken)).toContain('<h1>Westland');
		expect(await page('zoetermeer/', 'tab', broken)).toBe('stuk');
		const silent = { ...world(), fetch: () => new Promise<Response>(() => undefined) };
		vi.useFakeTimers();
		const kept = page('westland/', 'tab', silent);
		await vi.advanceTimersByTimeAsync(8000);
		vi.useRealTimers();
		expect(await kept).toContain('<h1>Westland');
	});

	test('an address without its slash leads on', async () => {
		offline = true;
		const answer = await answerPage(new Request(`${scope}westland?a=b`), 'tab', world());
		expect(answer.headers.get('location')).toBe(`${scope}westland/?a=b`);
	});

	test('a kept page gets the data of its own release, a page of the site those of the site', async () => {
		const data = async (client: string) =>
			(await answerOther(new Request(`${scope}zoeken/index.json`), client, world())).text();
		offline = true;
		await page('zoeken/', 'kept-tab');
		offline = false;
		await page('zoeken/', 'other-tab');
		site['zoeken/index.json'] = 'nieuw';
		expect(await data('kept-tab')).toBe('oud');
		expect(await data('other-tab')).toBe('nieuw');
		offline = true;
		await expect(data('other-tab')).rejects.toThrow('offline');
	});

	test('tabs that are gone are forgotten', async () => {
		offline = true;
		await page('zoeken/', 'een');
		await page('zoeken/', 'twee');
		const [cache] = await names();
		const urls = (await (await memory.open(cache!)).keys()).map(({ url }) => url);
		expect(urls.filter((url) => url.includes('/tab/'))).toEqual([`${scope}offline/tab/twee`]);
	});

	test('a file whose name changes with its content comes from any copy, by its head too', async () => {
		site['_app/immutable/a.js'] = 'a';
		await keep(listOf('motor', 'm', ['_app/immutable/a.js']), keeping());
		offline = true;
		const request = new Request(`${scope}_app/immutable/a.js`, { method: 'HEAD' });
		const answer = await answerImmutable(request, world());
		expect([answer.status, await answer.text()]).toEqual([200, '']);
	});

	test('where the site no longer has a worker, all goes', async () => {
		delete site['offline/uitgave.json'];
		expect(await page('westland/')).toBe('<body><h1>Westland</h1>');
		expect(left).toBe(true);
		expect(await names()).toEqual([]);
	});

	test('where nothing is kept, the worker adds nothing', async () => {
		await forgetAll(cachesOf(memory), scope);
		asked = [];
		await page('westland/');
		expect(asked).toEqual(['westland/']);
	});
});
