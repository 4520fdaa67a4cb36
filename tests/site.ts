import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPage, type Page } from '#scripts/finish/page.ts';
import { filesIn } from '#scripts/finish/rules.ts';

export const folder = 'build';

/** A built page with its address from the root of the site. */
export interface BuiltPage extends Page {
	path: string;
	/** The route it was made by, as `/[monitor]/doelen`. */
	kind: string;
	html: string;
}

/** A route of the site, and the addresses it answers to. */
interface Kind {
	route: string;
	pattern: RegExp;
	/** How many parts of its address are filled in: fewer goes first. */
	open: number;
}

function routesIn(at: string): string[] {
	return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
		if (entry.isDirectory()) return routesIn(join(at, entry.name));
		return entry.name === '+page.svelte' ? [at.slice('src/routes'.length)] : [];
	});
}

/** Every kind of page, read from the routes, so that a page that is added is tested too. */
export const kinds: readonly Kind[] = routesIn('src/routes')
	.map((route) => route.replace(/\/\([^)]+\)/g, '') || '/')
	.map((route) => ({
		route,
		pattern: new RegExp(`^${route === '/' ? '' : route.replace(/\[[^\]]+\]/g, '[^/]+')}/$`),
		open: route.split('[').length - 1
	}))
	.toSorted((a, b) => a.open - b.open);

/** The kind of an address; `undefined` for a file that no route made. */
export const kindOf = (path: string): string | undefined =>
	kinds.find(({ pattern }) => pattern.test(path))?.route;

const pathOf = (file: string): string => `/${file.replace(/index\.html$/, '')}`;

/** Addresses of all pages that were built. */
export function builtPaths(): string[] {
	if (!existsSync(join(folder, 'index.html'))) throw new Error('There is no build/: run npm run build first');
	return filesIn(folder, 'index.html').map(pathOf);
}

/** All built pages, read from their files. */
export function builtPages(): BuiltPage[] {
	return builtPaths().map((path) => {
		const html = readFileSync(join(folder, path, 'index.html'), 'utf8');
		return { ...readPage(html), path, kind: kindOf(path) ?? '', html };
	});
}

/** Items spread evenly over a list, the first always among them. */
export function spread<T>(items: readonly T[], most: number): T[] {
	const step = Math.max(1, items.length / most);
	return Array.from({ length: Math.min(most, items.length) }, (_, i) => items[Math.floor(i * step)]!);
}

/** Pages of every kind: the same number of each, spread over all there are. */
export function sampleOf(paths: readonly string[], each: number): string[] {
	return kinds.flatMap(({ route }) =>
		spread(
			paths.filter((path) => kindOf(path) === route),
			each
		)
	);
}
