import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A copy of the real data with something broken in it. */
export function broken(breakIt: (folder: string) => void): string {
	const folder = mkdtempSync(join(tmpdir(), 'doelenboom-'));
	made.push(folder);
	cpSync('data', folder, { recursive: true });
	// The largest files say nothing more than their beginning, and what a promise starts from.
	const large = join(folder, 'observations/50090ned.csv');
	const lines = readFileSync(large, 'utf8').split('\n');
	const kept = lines.filter((line, i) => i < 400 || line.startsWith('overgewicht,GM1969,'));
	writeFileSync(large, `${kept.join('\n')}\n`);
	for (const day of readdirSync(join(folder, 'releases'))) {
		const values = join(folder, 'releases', day, 'values.csv');
		writeFileSync(values, `${readFileSync(values, 'utf8').split('\n').slice(0, 50).join('\n')}\n`);
	}
	breakIt(folder);
	return folder;
}

/** Replaces text that stands in a file exactly once. */
export function replace(folder: string, file: string, from: string, to: string): void {
	const path = join(folder, file);
	const text = readFileSync(path, 'utf8');
	expect(text.split(from), `${file} has "${from}" once`).toHaveLength(2);
	writeFileSync(
		path,
		text.replace(from, () => to)
	);
}
