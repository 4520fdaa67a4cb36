import { describe, expect, test } from 'vitest';
import { hostFiles } from './host-files.ts';
import { readPage } from './page.ts';

const page = (head = '') => readPage(`<!doctype html><html lang="nl"><head>${head}</head></html>`);
const pages = new Map([
	['westland/index.html', page()],
	['index.html', page()],
	['insluiten/index.html', page('<meta name="robots" content="noindex">')],
	['oud/index.html', page('<meta http-equiv="refresh" content="0; url=../">')],
	['404/index.html', page()],
	['404.html', page()]
]);
const contact = { name: 'Redactie' };
const address = 'https://monitor.voorbeeld.nl/a&b/';

describe('where it is known where the site stands', () => {
	const files = hostFiles(pages, { address, contact, day: '2026-11-26' });

	test('the list of pages has each that may be found, as a whole address', () => {
		const found = [...files.get('sitemap.xml')!.matchAll(/<loc>(.*)<\/loc>/g)].map(([, url]) => url);
		const escaped = 'https://monitor.voorbeeld.nl/a&amp;b/';
		expect(found).toEqual([escaped, `${escaped}westland/`]);
	});

	test('robots are told of it', () => {
		const start = `User-agent: *\nAllow: /\nSitemap: ${address}sitemap.xml\n`;
		expect(files.get('robots.txt')).toBe(start);
		const both = hostFiles(pages, { address, contact, others: ['en'], day: '2026-11-26' });
		expect(both.get('robots.txt')).toBe(`${start}Sitemap: ${address}en/sitemap.xml\n`);
	});
});

describe('where nobody said where it stands', () => {
	test('nothing says that it does', () => {
		const files = hostFiles(pages, { contact, day: '2026-11-26' });
		expect([...files]).toEqual([['robots.txt', 'User-agent: *\nAllow: /\n']]);
	});
});

describe('where weaknesses can be told', () => {
	const security = (own: object, day = '2026-11-26') =>
		hostFiles(pages, { contact: { ...contact, ...own }, day }).get('.well-known/security.txt');

	test('names each way, for a year after the release', () => {
		expect(security({ email: 'a@b.nl', url: 'https://b.nl/' })).toBe(
			'Contact: mailto:a@b.nl\nContact: https://b.nl/\nExpires: 2027-11-26T00:00:00.000Z\nPreferred-Languages: nl, en\n'
		);
		expect(security({ email: 'a@b.nl' }, '2028-02-29')).toContain('Expires: 2029-02-28T');
	});

	test('is not there where nobody can be told', () => {
		expect(security({})).toBeUndefined();
	});
});
