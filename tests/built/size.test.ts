import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filesIn } from '#scripts/finish/rules.ts';
import { builtPaths, folder, kindOf, sampleOf } from '../site.ts';

/** What a page may cost before a reader does anything, in bytes with brotli; requests cost about 200 bytes of heads each. */
const budget = { all: 120_000, script: 50_000, scriptElsewhere: 60_000, heads: 200 };

const packed = (path: string): number => brotliCompressSync(readFileSync(path)).length;

/** The scripts that a page loads at once, and all that those import. */
function scriptsOf(page: string, html: string): Set<string> {
	const found = new Set<string>();
	function add(path: string): void {
		if (found.has(path)) return;
		found.add(path);
		const code = readFileSync(path, 'utf8');
		for (const [, name] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
			add(normalize(join(dirname(path), name!)));
	}
	for (const [, name] of html.matchAll(/href="([^"]+\.js)" rel="modulepreload"/g))
		add(normalize(join(dirname(page), name!)));
	for (const [, name] of html.matchAll(/import\("([^"]+\.js)"\)/g))
		add(normalize(join(dirname(page), name!)));
	return found;
}

function cost(path: string) {
	const page = join(folder, path, 'index.html');
	const scripts = scriptsOf(page, readFileSync(page, 'utf8'));
	const script = [...scripts].reduce((sum, each) => sum + packed(each) + budget.heads, 0);
	return { script, all: script + packed(page) + budget.heads, names: [...scripts] };
}

describe('what a page costs before a reader does anything', () => {
	const indicators = builtPaths().filter((path) => /^\/westerkwartier\/indicatoren\/./.test(path));

	test.each(
		indicators.filter((path) => /(eenzaamheid|ervaren-gezondheid|wmo-clienten|inwoners)\/$/.test(path))
	)('%s', (path) => {
		const { all, script, names } = cost(path);
		expect(names.length).toBeGreaterThan(3);
		expect(script).toBeLessThanOrEqual(budget.script);
		expect(all).toBeLessThanOrEqual(budget.all);
	});

	const holdsEngine = (path: string) => readFileSync(path, 'utf8').includes("attach 'monitor.duckdb'");

	test.each(sampleOf(builtPaths(), 1))('%s, with no byte of the engine', (path) => {
		const { script, names } = cost(path);
		expect(script, kindOf(path)).toBeLessThanOrEqual(budget.scriptElsewhere);
		expect(names.filter(holdsEngine)).toEqual([]);
	});

	test('the engine is there to be asked for', () => {
		expect(
			filesIn(join(folder, '_app'), '.js').filter((name) => holdsEngine(join(folder, '_app', name)))
		).toHaveLength(1);
	});
});
