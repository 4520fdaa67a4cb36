import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { refused } from './files.fixture.ts';
import { localWorld } from './local-world.ts';

const folder = mkdtempSync(join(tmpdir(), 'doelenboom-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file is read with its hash', async () => {
	writeFileSync(join(folder, 'a.csv'), 'abc');
	const { body, hash, address } = await localWorld(folder).file('a.csv');
	expect(Buffer.from(body).toString()).toBe('abc');
	expect(address).toBe('a.csv');
	expect(hash).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});

test('a file that cannot be read at once is refused by its size, before it is read', async () => {
	const file = openSync(join(folder, 'groot.csv'), 'w');
	ftruncateSync(file, 3 * 1024 ** 3);
	closeSync(file);
	expect(await refused(localWorld(folder).file('groot.csv'))).toEqual([
		'groot.csv: verwacht: een bestand van hoogstens 64 MB'
	]);
});

test.each(['weg.csv', '.'])('%s is no file', async (path) => {
	expect(await refused(localWorld(folder).file(path))).toEqual([`${path}: verwacht: dat dit bestand er is`]);
});

test('no address is asked for', async () => {
	expect(await refused(localWorld(folder).get('https://example.org/a.csv'))).toEqual([
		'https://example.org/a.csv: verwacht: een bestand op deze computer'
	]);
});
