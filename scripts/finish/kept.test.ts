import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { keepable, keepList } from '#lib/schema/kept.ts';
import { manifestOf, sha256 } from '../verify/manifest.ts';
import { keepFiles } from './kept.ts';

const folder = mkdtempSync(join(tmpdir(), 'kept-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(path: string, content: string | Buffer): void {
	mkdirSync(dirname(join(folder, path)), { recursive: true });
	writeFileSync(join(folder, path), content);
}

function lists() {
	const monitors = ['a', 'b'].map((slug) => ({ slug, name: slug.toUpperCase() }));
	const files = keepFiles({ folder, manifest: manifestOf(folder), monitors, day: '2026-11-26' });
	const read = (path: string): unknown => JSON.parse(files.get(path)!);
	return {
		all: keepable.parse(read('offline/uitgave.json')),
		list: (what: string) => keepList.parse(read(`offline/lijst-${what}.json`))
	};
}

beforeEach(() => {
	put('index.html', 'begin');
	put('a/index.html', 'A');
	put('b/index.html', 'BB');
	put('data/monitor.duckdb.gz', gzipSync('database'));
	put('data/cijfers.csv', 'a,b');
	put('_app/immutable/assets/duckdb-eh.x.wasm', 'wasm');
	put('_app/immutable/chunks/start.js', 'new Worker("duckdb-browser-eh.worker.y.js")');
});

test('a monitor has its own pages and what all share, and the engine stands apart', () => {
	const { all, list } = lists();
	expect(all.parts.map(({ what, pages, files }) => [what, pages, files])).toEqual([
		['a', 2, 3],
		['b', 2, 3],
		['_motor', 0, 2]
	]);
	expect(Object.keys(list('b').entries)).toEqual(['b/index.html', 'data/monitor.duckdb.gz', 'index.html']);
	expect(list('b').bytes).toBe('BB'.length + 'begin'.length + gzipSync('database').length);
});

test('of what is packed it also has the hash of what is in it', () => {
	expect(lists().list('a').entries['data/monitor.duckdb.gz']?.unpacked).toBe(sha256(Buffer.from('database')));
});

test('a page that changes is another release of its monitor alone; a database that was made anew is not', () => {
	const ids = () => lists().all.parts.map(({ id }) => id);
	const before = ids();
	put('data/monitor.duckdb.gz', gzipSync('database, andere bytes'));
	expect(ids()).toEqual(before);
	put('a/index.html', 'anders');
	expect(ids()).toEqual([expect.not.stringMatching(before[0]!), before[1], before[2]]);
});
