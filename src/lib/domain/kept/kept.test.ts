import { describe, expect, test } from 'vitest';
import { belongsTo, isEngine } from './choose.ts';
import { fromRoot, withKept, withLine } from './page.ts';
import { filesFor, kindOfRequest, pathBelow } from './request.ts';
import { tellCost, tellFailure, tellKept, tellRenewed } from './tell.ts';

const scope = 'https://monitor.voorbeeld.nl/ergens/';

describe('which files a reader keeps', () => {
	test.each([
		['westland/index.html', 'westland'],
		['westland/indicatoren/eenzaamheid/__data.json', 'westland'],
		['westland/boom.svg', 'westland'],
		['zoetermeer/index.html', 'all'],
		['index.html', 'all'],
		['zoeken/index.json', 'all'],
		['offline/niet-bewaard/index.html', 'all'],
		['_app/immutable/chunks/a.js', 'all'],
		['favicon.svg', 'all'],
		['data/index.html', 'all'],
		['data/v1/index.html', 'all'],
		['data/monitor.duckdb.gz', 'all'],
		['data/monitor.duckdb', undefined],
		['data/cijfers.csv', undefined],
		['data/v1/areas.json', undefined],
		['data/2026-11-26/values.csv', undefined],
		['insluiten/westland/boom/index.html', undefined],
		['offline/uitgave.json', undefined],
		['offline/lijst-westland.json', undefined],
		['hashes.json', undefined],
		['service-worker.js', undefined],
		['.well-known/security.txt', undefined],
		['index.html.br', undefined]
	])('%s: %s', (path, owner) => {
		expect(belongsTo(path, ['westland'])).toBe(owner);
	});

	test('the engine is what DuckDB needs, and the script that starts it', () => {
		const engine = (path: string, text = '') => isEngine(path, () => text);
		expect(engine('_app/immutable/assets/duckdb-eh.abc.wasm')).toBe(true);
		expect(engine('_app/immutable/chunks/a.js', 'new Worker("duckdb-browser-eh.worker.x.js")')).toBe(true);
		expect(engine('_app/immutable/chunks/b.js', 'de database')).toBe(false);
		expect(engine('data/duckdb-over.html', 'duckdb-browser-eh.worker')).toBe(false);
	});
});

describe('what a request is for', () => {
	const kind = (path: string, destination = '', method = 'GET', root = scope) =>
		kindOfRequest({ url: root + path, destination, method }, scope);

	test('pages, files that never change, and the rest', () => {
		expect(kind('westland/', 'document')).toBe('page');
		expect(kind('_app/immutable/a.js', 'script')).toBe('immutable');
		expect(kind('_app/immutable/a.wasm', '', 'HEAD')).toBe('immutable');
		expect(kind('zoeken/index.json')).toBe('other');
	});

	test('the worker keeps out of other origins, of frames, and of what is sent', () => {
		expect(kind('westland/', 'document', 'GET', 'https://elders.nl/ergens/')).toBe('none');
		expect(kind('westland/', 'document', 'GET', 'https://monitor.voorbeeld.nl/')).toBe('none');
		expect(kind('insluiten/westland/boom/', 'iframe')).toBe('none');
		expect(kind('zoeken/', 'document', 'POST')).toBe('none');
	});

	test('an address as a path, and the files that it can stand for', () => {
		expect(pathBelow(`${scope}westland/?q=a/b#c`, scope)).toBe('westland/');
		expect(pathBelow(`${scope}cijfers%20a.csv`, scope)).toBe('cijfers a.csv');
		expect(pathBelow(`${scope}%E0%A4%A`, scope)).toBe('%E0%A4%A');
		expect(filesFor('')).toEqual(['index.html']);
		expect(filesFor('westland/')).toEqual(['westland/index.html']);
		expect(filesFor('westland')).toEqual(['westland', 'westland/index.html']);
	});
});

describe('what the worker puts in a page', () => {
	const page = '<html><body data-a="b"><a href="../../x/">x</a><ul class="s" data-kept></ul></body></html>';

	test('a line at the top, with nothing of its text taken for HTML', () => {
		const html = withLine(page, 'A <b> & $1', { href: `${scope}"`, text: '>' });
		expect(html).toContain('<body data-a="b"><aside ');
		expect(html).toContain(
			'<p>A &lt;b&gt; &amp; $1 <a href="https://monitor.voorbeeld.nl/ergens/&quot;">&gt;</a></p>'
		);
		expect(html.split('<aside')).toHaveLength(2);
	});

	test('links from the root, and what is kept', () => {
		expect(fromRoot(page, scope)).toContain(`<a href="${scope}x/">`);
		expect(withKept(page, [{ href: '/a/', text: 'A&B' }])).toContain(
			'<ul class="s" data-kept><li><a href="/a/">A&amp;B</a></li></ul>'
		);
	});
});

test('what a reader is told', () => {
	const kept = { name: 'Westland', day: '2026-11-26' };
	expect(tellKept(kept)).toBe(
		'De site is nu niet te bereiken. Dit is de bewaarde pagina van Westland, uit de uitgave van 26 november 2026.'
	);
	expect(tellRenewed(kept, '2027-03-01')).toBe(
		'Er is een nieuwe uitgave van 1 maart 2027. U bewaart van Westland die van 26 november 2026.'
	);
	expect(tellRenewed(kept, kept.day)).toContain('is op de site verbeterd');
	expect(tellFailure('room', false)).toMatch(/niet genoeg ruimte.* Er is niets bewaard\.$/);
	expect(tellFailure('network', true)).toMatch(/verbinding viel weg.* Wat u eerder bewaarde, is er nog\.$/);
	expect(tellCost(12, 1_500_000)).toBe("12 pagina's, 1,5 MB");
	expect(tellCost(0, 35_000_000)).toBe('35 MB');
});
