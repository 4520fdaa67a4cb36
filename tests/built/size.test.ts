import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { filesIn } from '#scripts/finish/rules.ts';
import { builtPaths, folder, kindOf, sampleOf } from '../site.ts';

/** What a page may cost before a reader does anything, in bytes with brotli; requests cost about 200 bytes of heads each. */
const budget = { all: 120_000, script: 50_000, scriptElsewhere: 60_000, workbench: 80_000, heads: 200 };

const known = new Map<string, number>();

/** Size of a file with brotli; scripts are shared by many pages, and packed once. */
function packed(path: string): number {
	const size = known.get(path) ?? brotliCompressSync(readFileSync(path)).length;
	known.set(path, size);
	return size;
}

/** The same packed in a hurry: never smaller by more than chance, and enough to see that a page is far within bounds. */
const roughly = (path: string): number =>
	brotliCompressSync(readFileSync(path), { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;

/** The page for what goes wrong, which Kit fetches with every other, to have it when the network is gone. */
const errorPage = join(
	folder,
	'_app/immutable/nodes',
	filesIn(join(folder, '_app/immutable/nodes'), '.js').find((name) => name.startsWith('1.'))!
);

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
	if (found.size > 0) add(errorPage);
	return found;
}

function cost(path: string, pack = packed) {
	const page = join(folder, path, 'index.html');
	const scripts = scriptsOf(page, readFileSync(page, 'utf8'));
	const script = [...scripts].reduce((sum, each) => sum + packed(each) + budget.heads, 0);
	return { script, all: script + pack(page) + budget.heads, names: [...scripts] };
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

	test('every indicator of Westerkwartier, with all its groups, boundaries and buurten', () => {
		expect(indicators.filter((path) => path.includes('/buurten-')).length).toBeGreaterThan(100);
		const isTooLarge = (path: string): boolean => {
			const { all, script } = cost(path, roughly);
			return script > budget.script || (all > budget.all && cost(path).all > budget.all);
		};
		expect(indicators.filter(isTooLarge)).toEqual([]);
	}, 120_000);

	const holdsEngine = (path: string) => readFileSync(path, 'utf8').includes("attach 'monitor.duckdb'");

	test.each(sampleOf(builtPaths(), 1))('%s, with no byte of the engine', (path) => {
		const { script, names } = cost(path);
		const most = path === '/verken/' ? budget.workbench : budget.scriptElsewhere;
		expect(script, kindOf(path)).toBeLessThanOrEqual(most);
		expect(names.filter(holdsEngine)).toEqual([]);
	});

	test('the engine is there to be asked for', () => {
		expect(
			filesIn(join(folder, '_app'), '.js').filter((name) => holdsEngine(join(folder, '_app', name)))
		).toHaveLength(1);
	});
});
