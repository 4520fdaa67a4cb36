import { readFileSync } from 'node:fs';
import { escapeMarkup } from '#lib/domain/markup.ts';
import { siteAddress, type Site } from '#lib/schema/site.ts';
import type { Model } from '#lib/schema/model.ts';
import type { Page } from './page.ts';

/** Where a site stands, who answers for it, and its day. */
export interface Published {
	/** Left out where nobody said where the site will stand. */
	address?: string | undefined;
	contact: Site['contact'];
	/** Languages that stand in a folder of their own below this site. */
	others?: readonly string[];
	/** Day of the newest release, as `2026-11-26`. */
	day: string;
}

/** All pages that a search engine may show, sorted: what is a frame for others or leads elsewhere is left out. */
const sitemap = (pages: ReadonlyMap<string, Page>, address: string): string =>
	[
		'<?xml version="1.0" encoding="UTF-8"?>',
		'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
		...[...pages]
			.filter(([file, { isRedirect, isHidden }]) => !isRedirect && !isHidden && !/^404[./]/.test(file))
			.map(([file]) => `${address}${file.replace(/index\.html$/, '')}`)
			.toSorted()
			.map((url) => `<url><loc>${escapeMarkup(url)}</loc></url>`),
		'</urlset>',
		''
	].join('\n');

/**
 * Where weaknesses can be told. It holds for a year after the release: a site that nobody looks after any more says so.
 * @see https://www.rfc-editor.org/rfc/rfc9116
 */
function securityText({ address, contact, day }: Published): string | undefined {
	const ways = [contact.email && `mailto:${contact.email}`, contact.url].filter(Boolean);
	if (ways.length === 0) return undefined;
	const year = Number(day.slice(0, 4)) + 1;
	const lines = [
		...ways.map((way) => `Contact: ${way}`),
		`Expires: ${year}-${day.slice(5).replace('02-29', '02-28')}T00:00:00.000Z`,
		'Preferred-Languages: nl, en',
		...(address ? [`Canonical: ${address}.well-known/security.txt`] : [])
	];
	return `${lines.join('\n')}\n`;
}

/**
 * The files that robots and researchers look for at the root of a site, by name. What needs a whole address is left out
 * where nobody said where the site will stand.
 */
export function hostFiles(pages: ReadonlyMap<string, Page>, site: Published): Map<string, string> {
	const { address, others = [] } = site;
	const security = securityText(site);
	const folders = ['', ...others.map((language) => `${language}/`)];
	const robots = [
		'User-agent: *',
		'Allow: /',
		...(address ? folders.map((folder) => `Sitemap: ${address}${folder}sitemap.xml`) : [])
	];
	return new Map([
		['robots.txt', `${robots.join('\n')}\n`],
		...(address ? [['sitemap.xml', sitemap(pages, address)] as const] : []),
		...(security ? [['.well-known/security.txt', security] as const] : [])
	]);
}

/** What the build knows of these: `SITE_URL`, or else `data/site.yaml`, as in the metadata of the data. */
export function whereAndWho(): Published {
	const { site, releases, asOf } = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
	const address = process.env.SITE_URL ? siteAddress.parse(process.env.SITE_URL) : site.address;
	const own = process.env.SITE_LANGUAGE ?? 'nl';
	const others = own === 'nl' ? site.languages.filter((each) => each !== own) : [];
	return { address, contact: site.contact, others, day: releases.at(-1)?.date ?? asOf };
}
