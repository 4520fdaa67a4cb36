import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressesOf, headerRules, textTypes } from '#lib/domain/hosting/headers.ts';
import { nginxExample, nginxFolderExample, nginxServer } from '#lib/domain/hosting/nginx.ts';
import { filesIn } from '#scripts/finish/rules.ts';
import { serve } from '#scripts/serve.mjs';
import { builtPaths, folder } from '../site.ts';
import { watch } from './browser.ts';
import { startNginx, type Nginx } from './nginx.ts';

let nginx: Nginx;
/** One with the site in a folder. */
let below: Nginx;
beforeAll(async () => {
	nginx = await startNginx();
	below = await startNginx(folder, nginxFolderExample);
}, 120_000);
afterAll(() => Promise.all([nginx.stop(), below.stop()]));

/** An answer as it goes over the line; `fetch` would unpack it. */
const ask = (path: string, headers: Record<string, string> = {}, { origin } = nginx) =>
	fetch(new URL(path, origin), {
		headers: { 'accept-encoding': 'identity', ...headers },
		redirect: 'manual'
	});

const [asset] = filesIn(folder, '.js').filter((file) => file.startsWith('_app/immutable/chunks/'));
const [reshape] = filesIn(folder, '.js').filter((file) => file.includes('/workers/reshape-'));
const [release] = filesIn(folder, '.csv').filter((file) => /^data\/\d{4}-\d\d-\d\d\//.test(file));

test('the published examples are the ones that are tested', () => {
	const published = (name: string) => readFileSync(join(folder, 'publiceren', name), 'utf8');
	expect(published('nginx.conf')).toBe(nginxServer(nginxExample));
	expect(published('nginx-map.conf')).toBe(nginxServer(nginxFolderExample));
});

describe('headers', () => {
	const places = [
		`/${reshape}`,
		`/${asset}`,
		`/${release}`,
		'/data/v1/index.json',
		'/insluiten/westland/tegels/',
		'/westland/'
	];
	test.each(headerRules.map((rule, i) => ({ ...rule, path: places[i]! })))(
		'of $begins, also in a folder',
		async ({ path, headers }) => {
			for (const answer of [await ask(path), await ask(`${nginxFolderExample.base}${path}`, {}, below)]) {
				expect(answer.status).toBe(200);
				for (const [name, value] of Object.entries(headers)) expect(answer.headers.get(name)).toBe(value);
				const others = headerRules.flatMap((rule) => Object.keys(rule.headers));
				for (const name of others.filter((each) => !(each in headers)))
					expect(answer.headers.get(name)).toBeNull();
			}
		}
	);

	test.each([
		['/westland/', 'text/html; charset=utf-8'],
		['/data/v1/index.json', 'application/json; charset=utf-8'],
		['/westland/feed.xml', 'text/xml; charset=utf-8'],
		['/robots.txt', 'text/plain; charset=utf-8'],
		['/data/catalog.jsonld', 'application/ld+json; charset=utf-8'],
		[`/${release}`, 'text/csv; charset=utf-8'],
		['/data/monitor.duckdb', 'application/octet-stream'],
		[`/${filesIn(folder, '.wasm')[0]}`, 'application/wasm'],
		[`/${filesIn(folder, '.parquet')[0]}`, 'application/vnd.apache.parquet']
	])('type of %s', async (path, type) => {
		const { status, headers } = await ask(path);
		expect([status, headers.get('content-type')]).toEqual([200, type]);
	});

	test('a page that did not change costs no second download', async () => {
		const first = await ask('/westland/');
		const again = await ask('/westland/', { 'if-none-match': first.headers.get('etag') ?? '' });
		expect(again.status).toBe(304);
	});
});

describe('files', () => {
	test('go packed to who can read that, and are the same', async () => {
		const packed = await ask('/westland/', { 'accept-encoding': 'br' });
		expect(packed.headers.get('content-encoding')).toBe('br');
		// What stands between may keep answers, and must not give this one to who cannot read it.
		expect(packed.headers.get('vary')).toBe('Accept-Encoding');
		expect(Number(packed.headers.get('content-length'))).toBeLessThan(
			Number((await ask('/westland/')).headers.get('content-length')) / 3
		);
		expect(await packed.text()).toBe(readFileSync(join(folder, 'westland/index.html'), 'utf8'));
	});

	test('a database is read in parts', async () => {
		const part = await ask('/data/monitor.duckdb', { range: 'bytes=8-11' });
		expect([part.status, await part.text()]).toEqual([206, 'DUCK']);
	});

	test('an address without its last slash leads on, and an unknown one to the page that says so', async () => {
		const led = await ask('/westland');
		expect([led.status, led.headers.get('location')]).toEqual([301, '/westland/']);
		const lost = await ask('/westland/bestaat-niet/');
		expect(lost.status).toBe(404);
		expect(lost.headers.get('x-content-type-options')).toBe('nosniff');
		const told = await lost.text();
		expect(told).toContain('<html lang="nl"');
		const folder = await ask('/data/v1/goals/');
		expect([folder.status, await folder.text()]).toEqual([404, told]);
		const deep = await ask(`${nginxFolderExample.base}/westland/bestaat-niet/`, {}, below);
		expect([deep.status, await deep.text()]).toEqual([404, told]);
	});

	test('an unknown address is told in the language that it begins with, by other servers too', async () => {
		const site = mkdtempSync(join(tmpdir(), 'doelenboom-lost-'));
		mkdirSync(join(site, 'en'));
		for (const [file, text] of [
			['index.html', 'begin'],
			['404.html', 'is er niet'],
			['en/404.html', 'is not there']
		] as const)
			writeFileSync(join(site, file), text);
		const [other, served] = [await startNginx(site), await serve({ folder: site, port: 0 })];
		for (const origin of [other.origin, served.url])
			for (const [path, told] of [
				['westland/bestaat-niet/', 'is er niet'],
				['en/bestaat-niet/', 'is not there'],
				['enkel/', 'is er niet'],
				['fy/bestaat-net/', 'is er niet']
			] as const) {
				const answer = await fetch(new URL(path, origin));
				expect([path, answer.status, await answer.text()]).toEqual([path, 404, told]);
			}
		await Promise.all([other.stop(), served.close()]);
		rmSync(site, { recursive: true });
	});

	test('nothing outside the folder is given', async () => {
		for (const path of ['/..%2f..%2fetc/passwd', '/%2e%2e/package.json'])
			expect([400, 404]).toContain((await ask(path)).status);
	});
});

describe('crawled from the first page', () => {
	/** What a file is, by its ending: the list of nginx has no more than one name for each. */
	const types: Record<string, string> = {
		...{ html: 'text/html', css: 'text/css', csv: 'text/csv', txt: 'text/plain', xml: 'text/xml' },
		...{ js: 'application/javascript', json: 'application/json', jsonld: 'application/ld+json' },
		...{ wasm: 'application/wasm', parquet: 'application/vnd.apache.parquet', svg: 'image/svg+xml' },
		...{ png: 'image/png', duckdb: 'application/octet-stream', gz: 'application/octet-stream' },
		conf: 'application/octet-stream'
	};
	const patterns = headerRules.map((rule) => new RegExp(addressesOf(rule)));
	const names = new Set(headerRules.flatMap(({ headers }) => Object.keys(headers)));

	/** What is wrong with an answer to the address of something that is there. */
	function faultsOf(path: string, { status, headers }: Response): string[] {
		const { headers: wanted } = headerRules[patterns.findIndex((pattern) => pattern.test(path))]!;
		const ending = path.endsWith('/') ? 'html' : /[^.]*$/.exec(path)![0];
		const type = types[ending];
		const isText = type !== undefined && ['text/html', ...textTypes].includes(type);
		const content = headers.get('content-type');
		return [
			...(status === 200 ? [] : [`${status}`]),
			...(content === (isText ? `${type}; charset=utf-8` : type) ? [] : [`type ${content}`]),
			...[...names]
				.filter((name) => headers.get(name) !== (wanted[name] ?? null))
				.map((name) => `${name}: ${headers.get(name)}`)
		].map((fault) => `${path}: ${fault}`);
	}

	/** Where a page leads or what it loads, without what is behind `?` and `#`. */
	const linksIn = (html: string, path: string): { url: URL; tag: string }[] =>
		[...html.matchAll(/<(a|area|link|script|img|iframe|form|source)\b[^>]*?\s(?:href|src|action)="([^"]*)"/g)]
			.filter(([, , address]) => !/^(#|data:|mailto:|tel:)/.test(address!))
			.map(([, tag, address]) => ({
				tag: tag!,
				url: new URL(address!.replaceAll('&amp;', '&'), new URL(path, nginx.origin))
			}));

	test('every link and every published file is there, of its type and with its headers', async () => {
		const { files } = (await (await ask('/hashes.json')).json()) as { files: Record<string, unknown> };
		const paths = Object.keys(files).map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
		const seen = new Set<string>();
		const faults: string[] = [];
		const visit = async (path: string): Promise<string[]> => {
			const isPage = /(\/|\.html)$/.test(path);
			const answer = await fetch(new URL(path, nginx.origin), {
				method: isPage ? 'GET' : 'HEAD',
				headers: { 'accept-encoding': 'identity' },
				redirect: 'manual'
			});
			faults.push(...faultsOf(path, answer));
			const links = linksIn(await answer.text(), path);
			const [own, others] = [true, false].map((isOwn) =>
				links.filter(({ url }) => (`${url.origin}/` === nginx.origin) === isOwn)
			);
			// A link may lead to another site; nothing else may come from one.
			const loaded = others!.filter(({ tag }) => !/^(a|link)$/.test(tag));
			faults.push(...loaded.map(({ url, tag }) => `${path}: ${tag} of ${url.href}`));
			return own!.map(({ url }) => url.pathname);
		};
		const crawl = async (queue: string[]): Promise<void> => {
			while (queue.length > 0) {
				const some = queue.splice(-64).filter((path) => !seen.has(path) && seen.add(path));
				queue.push(...new Set((await Promise.all(some.map(visit))).flat()));
			}
		};
		await crawl(['/']);
		const linked = new Set(seen);
		await crawl([...paths]);
		expect(faults.slice(0, 20)).toEqual([]);
		expect([...builtPaths(), ...paths].filter((path) => !seen.has(path))).toEqual([]);
		// Who starts at the first page gets to every page but those that stand for one that is not there.
		expect(builtPaths().filter((path) => !linked.has(path))).toEqual(['/404/', '/offline/niet-bewaard/']);
	}, 120_000);
});

describe('in a browser', () => {
	test('the workbench answers, and takes the answer through steps in the one worker that may compile', async () => {
		const watched = await watch(nginx.origin);
		try {
			await watched.open('/verken/');
			await watched.page.getByRole('textbox', { name: /SQL/ }).fill('select 41 + 1 as n');
			await watched.page.getByRole('button', { name: 'Uitvoeren' }).click();
			await watched.page.getByText('1 regel, in').waitFor({ timeout: 60_000 });
			await watched.page.locator('summary', { hasText: 'Bewerken met stappen' }).click();
			await watched.page.getByLabel('Stappen, één per regel').fill('derive half = n / 4');
			await watched.page.getByRole('button', { name: 'Stappen uitvoeren' }).click();
			await watched.page.getByRole('cell', { name: '10,5' }).waitFor({ timeout: 30_000 });
			expect(watched.faults).toEqual([]);
		} finally {
			await watched.close();
		}
	});

	test('a monitor is kept, and read without a network', async () => {
		const watched = await watch(nginx.origin);
		const { page } = watched;
		try {
			await watched.open('/offline/');
			await page.getByRole('button', { name: 'Bewaar Zoetermeer' }).click();
			await page.getByText('Zoetermeer is bewaard.').waitFor({ timeout: 180_000 });
			expect(watched.faults).toEqual([]);
			await page.context().setOffline(true);
			await page.goto(`${nginx.origin}zoetermeer/doelen/`);
			expect(await page.locator('[data-bewaard]').innerText()).toContain('bewaarde pagina van Zoetermeer');
			expect((await page.locator('.body path').first().getAttribute('d'))?.split('M').length).toBeGreaterThan(
				10
			);
		} finally {
			await watched.close();
		}
	});
});

test('nginx complained of nothing but files that nobody has', () => {
	const complaints = [...nginx.said, ...below.said]
		.join('')
		.split('\n')
		.filter((line) => line && !/No such file|is not found|directory index of \S+ is forbidden/.test(line));
	expect(complaints).toEqual([]);
});
