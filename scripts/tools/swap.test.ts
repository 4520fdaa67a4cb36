import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { putBack, swap } from './swap.ts';

const root = mkdtempSync(join(tmpdir(), 'doelenboom-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const [fresh, place, last] = ['fresh', 'place', 'last'].map((name) => join(root, name)) as [
	string,
	string,
	string
];
beforeEach(() => [fresh, place, last].forEach((path) => rmSync(path, { recursive: true, force: true })));

function folder(path: string, text: string): void {
	mkdirSync(path);
	writeFileSync(join(path, 'a'), text);
}
const textOf = (path: string): string | undefined =>
	existsSync(path) ? readFileSync(join(path, 'a'), 'utf8') : undefined;

test('the new folder takes the place of the old one, or of none', () => {
	for (const text of ['first', 'second']) {
		folder(fresh, text);
		swap(fresh, place, last);
		expect([fresh, place, last].map(textOf)).toEqual([undefined, text, undefined]);
	}
});

test('where the new one cannot come, the old one is back', () => {
	folder(place, 'old');
	expect(() => swap(fresh, place, last)).toThrow('ENOENT');
	expect([place, last].map(textOf)).toEqual(['old', undefined]);
});

test('after a stop between the two renames the old one is put back, and only then', () => {
	folder(last, 'old');
	putBack(place, last);
	expect([place, last].map(textOf)).toEqual(['old', undefined]);
	folder(last, 'older');
	putBack(place, last);
	expect([place, last].map(textOf)).toEqual(['old', 'older']);
});
