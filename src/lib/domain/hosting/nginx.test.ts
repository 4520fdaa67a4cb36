import { expect, test } from 'vitest';
import { addressesOf, headerRules } from './headers.ts';
import { nginxExample, nginxFolderExample, nginxServer } from './nginx.ts';

const text = nginxServer(nginxExample);

test.each([nginxExample, nginxFolderExample])(
	'every rule is a location below "$base" with its headers',
	(place) => {
		for (const { pattern, headers } of headerRules) {
			const location = pattern ? `~ "^${place.base}(/en)?${pattern}"` : `${place.base}/`;
			const [, own = ''] = nginxServer(place).split(`location ${location} {`);
			const lines = own
				.split('}')[0]!
				.trim()
				.split('\n')
				.map((line) => line.trim());
			expect(lines).toEqual([
				...Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`),
				'try_files $uri $uri/ =404;'
			]);
		}
	}
);

test('each location says what no other file may be taken for, and one alone allows what a page forbids', () => {
	for (const { headers } of headerRules) expect(headers['X-Content-Type-Options']).toBe('nosniff');
	const unsafe = headerRules.filter(({ headers }) => headers['Content-Security-Policy']?.includes('unsafe'));
	expect(unsafe.map(({ begins }) => begins)).toEqual(['/_app/immutable/workers/reshape-….js']);
});

test('every type of text gets its charset: to name types leaves out those that nginx has by itself', () => {
	const [, types = ''] = /\n\tcharset_types ([^;]+);/.exec(text) ?? [];
	expect(types.split(' ')).toEqual(
		expect.arrayContaining(['text/plain', 'text/xml', 'text/css', 'application/javascript'])
	);
});

test('nothing in the example ends a line of nginx too soon', () => {
	expect(text.match(/\{/g)?.length).toBe(text.match(/\}/g)?.length);
	expect(nginxServer({ ...nginxExample, name: 'a.nl' })).toContain('server_name a.nl;');
});

test.each([
	['/insluiten/westland/tegels/', '/insluiten/'],
	['/en/insluiten/westland/tegels/', '/insluiten/'],
	['/en/data/2026-11-26/values.csv', '/data/2026-11-26/'],
	['/en/_app/immutable/workers/reshape-a1.js', '/_app/immutable/workers/reshape-….js'],
	['/westland/insluiten/', '/'],
	['/en/', '/']
])('%s has the headers of %s', (path, begins) => {
	for (const base of ['', '/monitor']) {
		const rule = headerRules.find((each) => new RegExp(addressesOf(each, base)).test(base + path));
		expect(rule?.begins).toBe(begins);
	}
});
