import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { manifestOf } from '../verify/manifest.ts';
import { pack } from './pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('files that get smaller are there twice, and the hashes name each once', async () => {
	const text = 'Van een afstand lijkt elk doel op een ander. '.repeat(100);
	for (const name of ['a.html', 'b.csv', 'c.duckdb', 'd.parquet']) writeFileSync(join(folder, name), text);
	writeFileSync(join(folder, 'klein.html'), 'kort');
	const before = manifestOf(folder);
	await pack(folder);
	expect(readdirSync(folder).toSorted()).toEqual(
		['a.html', 'a.html.br', 'b.csv', 'b.csv.br', 'c.duckdb', 'd.parquet', 'klein.html'].toSorted()
	);
	const packed = readFileSync(join(folder, 'a.html.br'));
	expect(packed.length).toBeLessThan(text.length / 10);
	expect(brotliDecompressSync(packed).toString()).toBe(text);
	expect(manifestOf(folder)).toEqual(before);
});
