import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { manifest, type Manifest } from '#lib/schema/manifest.ts';
import { serve } from '#scripts/serve.mjs';
import { ask } from './ask.ts';
import { compare } from './compare.ts';
import { manifestFile, manifestOf, sha256 } from './manifest.ts';

const folder = mkdtempSync(join(tmpdir(), 'doelenboom-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (file: string, content: string) => writeFileSync(join(folder, file), content);
let site: { url: string; close: () => Promise<void> };
let list: Manifest;

beforeEach(async () => {
	mkdirSync(join(folder, 'westland'), { recursive: true });
	put('index.html', '<!doctype html><title>Begin</title>');
	put('westland/index.html', '<!doctype html><title>Westland</title>');
	put('westland/cijfers met spatie.csv', 'a,b\n1,2\n');
	put('leeg.txt', '');
	list = manifestOf(folder);
	put(manifestFile, JSON.stringify(list));
	site = await serve({ folder, base: '/monitor/', port: 0 });
});
afterEach(() => site.close());

const problems = () => compare(new URL(site.url), list, ask);

test('the list has every file but itself, with its size and hash', () => {
	expect(Object.keys(list.files)).toEqual([
		'index.html',
		'leeg.txt',
		'westland/cijfers met spatie.csv',
		'westland/index.html'
	]);
	expect(list.files['leeg.txt']).toEqual({ bytes: 0, sha256: sha256(Buffer.from('')) });
	expect(manifest.parse(list)).toEqual(list);
});

test('a site that is as it was built has no problems, in a folder of its host too', async () => {
	expect(await problems()).toEqual([]);
});

test('a file that changed, grew, shrank or went is named with what is wrong', async () => {
	put('index.html', '<!doctype html><title>Bigin</title>');
	put('leeg.txt', 'niet leeg');
	put('westland/cijfers met spatie.csv', 'a,b\n');
	rmSync(join(folder, 'westland/index.html'));
	expect(await problems()).toEqual([
		'index.html: de inhoud is anders',
		'leeg.txt: groter dan verwacht (0 bytes)',
		'westland/cijfers met spatie.csv: kleiner dan verwacht (8 bytes)',
		'westland/index.html: de site geeft dit bestand niet (404)'
	]);
});

test('a site that leads elsewhere, or does not answer, has a problem for each file', async () => {
	const elsewhere = createServer((_, response) => response.writeHead(302, { location: site.url }).end());
	await new Promise<void>((done) => elsewhere.listen(0, '127.0.0.1', done));
	const { port } = elsewhere.address() as { port: number };
	const url = new URL(`http://127.0.0.1:${port}/`);
	expect(await compare(url, list, ask)).toContain('index.html: de site geeft dit bestand niet (302)');
	elsewhere.closeAllConnections();
	await new Promise((done) => elsewhere.close(done));
	expect(await compare(url, list, ask)).toHaveLength(4);
});

test('a host that has files packed too is asked for both forms, and a stale one is named', async () => {
	const asked: string[] = [];
	const host = createServer((request, response) => {
		const file = decodeURIComponent(request.url!.slice(1)).replace(/(^|\/)$/, '$1index.html');
		const path = join(folder, file);
		const isPacked = request.headers['accept-encoding'] === 'br' && existsSync(`${path}.br`);
		asked.push(`${file} ${request.headers['accept-encoding']!}`);
		response.writeHead(200, isPacked ? { 'content-encoding': 'br' } : {});
		response.end(readFileSync(isPacked ? `${path}.br` : path));
	});
	await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
	const url = new URL(`http://127.0.0.1:${(host.address() as { port: number }).port}/`);
	const pack = (file: string, content: string) =>
		writeFileSync(join(folder, `${file}.br`), brotliCompressSync(content));
	pack('index.html', '<!doctype html><title>Begin</title>');
	expect(await compare(url, list, ask)).toEqual([]);
	expect(asked.filter((each) => /^(index|leeg)/.test(each)).toSorted()).toEqual([
		'index.html br',
		'index.html identity',
		'leeg.txt br'
	]);

	pack('index.html', '<!doctype html><title>Bigin</title>');
	writeFileSync(join(folder, 'westland/index.html.br'), 'niet ingepakt');
	const wrong = await compare(url, list, ask);
	expect(wrong[0]).toBe('index.html, ingepakt (br): de inhoud is anders');
	expect(wrong[1]).toMatch(/^westland\/index\.html, ingepakt \(br\): niet te lezen \(/);
	expect(wrong).toHaveLength(2);

	pack('index.html', '<!doctype html><title>Begin</title>');
	put('index.html', 'gekaapt');
	expect((await compare(url, list, ask))[0]).toBe('index.html: kleiner dan verwacht (35 bytes)');
	for (const file of ['index.html', 'westland/index.html']) rmSync(join(folder, `${file}.br`));
	host.closeAllConnections();
	await new Promise((done) => host.close(done));
});

test('a body that never ends is read no further than the size that was expected', async () => {
	const endless = createServer((_, response) => {
		const timer = setInterval(() => response.write('x'.repeat(10_000)), 5);
		response.on('close', () => clearInterval(timer));
	});
	await new Promise<void>((done) => endless.listen(0, '127.0.0.1', done));
	const { port } = endless.address() as { port: number };
	const { content } = await ask(new URL(`http://127.0.0.1:${port}/`), 20_000);
	expect(content).toHaveLength(20_001);
	endless.closeAllConnections();
	await new Promise((done) => endless.close(done));
});

test.each(['../buiten.txt', '/etc/passwd', 'a/../b', 'https://elders.nl/x', 'a\\b', 'a//b', 'a?b', './a'])(
	'a list that names %s is refused',
	(path) => {
		const entry = { bytes: 1, sha256: 'a'.repeat(64) };
		expect(manifest.safeParse({ format: 1, files: { [path]: entry } }).success).toBe(false);
	}
);

describe('npm run verify', () => {
	/** Runs the command beside this process, which serves the site. */
	const run = (...words: string[]) =>
		new Promise<{ status: number | null; text: string }>((done) => {
			const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/verify.ts', ...words]);
			let text = '';
			for (const stream of [child.stdout, child.stderr])
				stream.on('data', (part: Buffer) => (text += part.toString('utf8')));
			child.on('close', (status) => done({ status, text }));
		});

	test('ends well where all is well, and names how many files it saw', async () => {
		const { status, text } = await run(site.url.slice(0, -1));
		expect(text).toContain('Alle 4 bestanden zijn precies zoals ze gebouwd zijn.');
		expect(status).toBe(0);
	});

	test('fails on a change, also one that the list on the site was changed with', async () => {
		const build = mkdtempSync(join(tmpdir(), 'doelenboom-verify-'));
		writeFileSync(join(build, manifestFile), JSON.stringify(list));
		put('index.html', 'gekaapt');
		put(manifestFile, JSON.stringify(manifestOf(folder)));
		expect((await run(site.url)).status).toBe(0);
		const { status, text } = await run(site.url, '--build', build);
		expect(text).toContain('index.html: kleiner dan verwacht');
		expect(text).toContain('1 van de 4 bestanden');
		expect(status).toBe(1);
		rmSync(build, { recursive: true });
	});

	test.each([
		[[], 'Geef het adres'],
		[['bestand.txt'], 'Geef het adres'],
		[['file:///etc'], 'Geef het adres']
	])('says what it needs for %j', async (words, wanted) => {
		const { status, text } = await run(...words);
		expect(text).toContain(wanted);
		expect(status).toBe(1);
	});

	test('says that a folder is no build', async () => {
		const { status, text } = await run(site.url, '--build', join(folder, 'bestaat-niet'));
		expect(text).toContain('hashes.json is er niet: geef de map van een gebouwde site');
		expect([status, text.includes('ENOENT')]).toEqual([1, false]);
	});

	test('says that a site has no list', async () => {
		rmSync(join(folder, manifestFile));
		const { status, text } = await run(site.url);
		expect(text).toContain('hashes.json is er niet (404)');
		expect(status).toBe(1);
	});
});
