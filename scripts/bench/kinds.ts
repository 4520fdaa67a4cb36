import { readdirSync } from 'node:fs';
import { join } from 'node:path';

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
