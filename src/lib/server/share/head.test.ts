import { afterEach, expect, test, vi } from 'vitest';
import { readPage } from '#scripts/finish/page.ts';
import { model } from '../model.ts';
import { shareHead } from './head.ts';

const page = (more = '') =>
	`<html><head><link rel="icon" href="x"><title>Doel &lt;b&gt; "A" - Westland - Doelenboom</title><meta name="description" content="Een &quot;doel&quot;." />${more}</head><body></body></html>`;
afterEach(() => vi.unstubAllEnvs());

test('a page has its title and description, and neither picture nor address where nobody knows where it will stand', async () => {
	vi.stubEnv('SITE_URL', '');
	delete model.site.address;
	const html = await shareHead(page(), '/westland/aanpak/');
	expect(readPage(html).shared).toEqual({
		...{ 'og:type': 'website', 'og:locale': 'nl_NL', 'og:site_name': 'Doelenboom' },
		...{ 'og:title': 'Doel <b> "A" - Westland', 'og:description': 'Een "doel".' }
	});
	expect(html).toContain('<meta name="twitter:card" content="summary" />');
});

test('where it will stand is known: whole addresses, and the words of the picture', async () => {
	vi.stubEnv('SITE_URL', 'https://voorbeeld.nl/a/');
	const { shared } = readPage(await shareHead(page(), '/westland/doelen/minder-eenzaamheid/'));
	expect(shared).toMatchObject({
		...{ 'og:type': 'article', 'og:url': 'https://voorbeeld.nl/a/westland/doelen/minder-eenzaamheid/' },
		...{ 'og:image': 'https://voorbeeld.nl/a/deelplaatjes/westland/doelen/minder-eenzaamheid.png' },
		'og:image:alt': expect.stringMatching(/\(Westland\)\. Oordeel op .*: [A-Z]/) as string
	});
});

test('a page that search engines leave out, or that is none, stays as it is', async () => {
	const hidden = page('<meta name="robots" content="noindex" />');
	expect(await shareHead(hidden, '/westland/')).toBe(hidden);
	expect(await shareHead('<svg/>', '/westland/')).toBe('<svg/>');
});
