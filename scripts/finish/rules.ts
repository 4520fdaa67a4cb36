import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Link, Page } from './page.ts';

/** The pages of a built site, by path from its folder (`westland/index.html`). */
export interface Site {
	folder: string;
	pages: ReadonlyMap<string, Page>;
}

/** All files below a folder with this ending, sorted. */
export function filesIn(folder: string, ending: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && entry.name.endsWith(ending))
		.map((entry) => join(entry.parentPath, entry.name).slice(join(folder, '/').length))
		.toSorted();
}

function checkPolicy({ policies, scripts, styles, handlers }: Page): string[] {
	const [policy, ...more] = policies;
	if (!policy) return ['geen Content-Security-Policy in een meta-element'];
	const scriptSources = policy['script-src'];
	const problems: string[] = [];
	if (more.length > 0) problems.push(`${policies.length} keer een Content-Security-Policy`);
	if (!scriptSources) problems.push('een Content-Security-Policy zonder script-src');
	if (policy['style-src'] === undefined && policy['default-src'] === undefined)
		problems.push('een Content-Security-Policy zonder style-src of default-src');
	for (const [directive, sources] of Object.entries(policy)) {
		if (sources.includes("'unsafe-eval'")) problems.push(`${directive} met 'unsafe-eval'`);
		if (sources.some((source) => /^(https?:|\*)/.test(source)))
			problems.push(`${directive} met een andere herkomst: ${sources.join(' ')}`);
	}
	if (scriptSources?.includes("'unsafe-inline'")) problems.push("script-src met 'unsafe-inline'");
	for (const hash of scripts)
		if (!scriptSources?.includes(hash))
			problems.push(`een script in de pagina dat script-src niet kent: ${hash}`);
	const styleSources = policy['style-src'] ?? policy['default-src'] ?? [];
	for (const hash of styles)
		if (!styleSources.includes(hash) && !styleSources.includes("'unsafe-inline'"))
			problems.push(`een style in de pagina die style-src niet kent: ${hash}`);
	if (handlers.length > 0) problems.push(`code in attributen: ${[...new Set(handlers)].join(', ')}`);
	return problems;
}

function checkShape({ lang, titles, headings, mains, ids, isRedirect }: Page): string[] {
	if (isRedirect) return [];
	const problems: string[] = [];
	if (!/^[a-z]{2}(-[A-Z]{2})?$/.test(lang)) problems.push(`lang is "${lang}", verwacht: "nl"`);
	if (titles.length !== 1 || titles[0] === '')
		problems.push(`${titles.length} keer een title, verwacht: één, en niet leeg`);
	const tops = headings.filter(({ level }) => level === 1);
	if (tops.length !== 1 || tops[0]?.text === '')
		problems.push(`${tops.length} keer een h1, verwacht: één, en niet leeg`);
	if (mains !== 1) problems.push(`${mains} keer een main, verwacht: één`);
	for (const [i, { level, text }] of headings.entries()) {
		const before = headings[i - 1]?.level ?? level;
		if (level > before + 1) problems.push(`kop h${level} "${text}" na h${before}: een niveau overgeslagen`);
	}
	const twice = ids.filter((id, i) => ids.indexOf(id) !== i);
	if (twice.length > 0) problems.push(`id meer dan eens: ${[...new Set(twice)].join(', ')}`);
	return problems;
}

/** A host of our own, so that links can be resolved as a browser does; no page may name it. */
const here = 'http://site.invalid';

/** The file of the site that a path leads to. */
function fileOf({ folder, pages }: Site, path: string): string | undefined {
	const file = decodeURIComponent(path).replace(/^\//, '');
	const index = `${file}index.html`;
	if (file === '' || file.endsWith('/')) return pages.has(index) ? index : undefined;
	const full = join(folder, file);
	return existsSync(full) && statSync(full).isFile() ? file : undefined;
}

function checkLink(site: Site, from: string, { tag, attribute, value, rel }: Link): string | undefined {
	const shown = `<${tag} ${attribute}="${value}">`;
	const isAnchor = tag === 'a' || tag === 'area';
	if (isAnchor && /^(mailto|tel):/.test(value)) return undefined;
	if (!isAnchor && value.startsWith('data:')) return undefined;
	// The same page in another language, which is built apart.
	if (isAnchor && rel.includes('alternate')) return undefined;
	let url: URL;
	try {
		url = new URL(value, `${here}/${from.replace(/index\.html$/, '')}`);
	} catch {
		return `${shown}: geen adres`;
	}
	if (url.origin !== here) {
		if (isAnchor && /^https?:$/.test(url.protocol) && rel.includes('external')) return undefined;
		return isAnchor
			? `${shown}: een link naar een andere site zonder rel="external"`
			: `${shown}: iets van een andere herkomst`;
	}
	const target = fileOf(site, url.pathname);
	if (target === undefined) return `${shown}: er is geen ${url.pathname}`;
	const id = decodeURIComponent(url.hash.slice(1));
	const page = site.pages.get(target);
	// What stands behind the # of the workbench is a question, not a place on its page.
	if (target === 'verken/index.html' && /^\d+\.[\w-]+$/.test(id)) return undefined;
	if (id !== '' && page && !page.ids.includes(id)) return `${shown}: op ${url.pathname} is geen id "${id}"`;
	return undefined;
}

/** Everything that is wrong with the pages of a site, each as `file: what`. */
export function checkSite(site: Site): string[] {
	return [...site.pages].flatMap(([file, page]) => {
		const links = page.links.flatMap((link) => checkLink(site, file, link) ?? []);
		return [...checkPolicy(page), ...checkShape(page), ...new Set(links)].map(
			(problem) => `${file}: ${problem}`
		);
	});
}

/** Addresses in a style sheet that lead to another origin. */
export function foreignInCss(css: string): string[] {
	return [...css.matchAll(/(?:url\(|@import)\s*['"]?((?:https?:)?\/\/[^'")\s]+)/g)].map(
		([, url]) => url ?? ''
	);
}
