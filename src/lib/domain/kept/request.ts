/** What decides how the worker treats a request. */
export interface Asked {
	method: string;
	url: string;
	/** `document` for a page in a tab; a frame has another one. */
	destination: string;
}

/**
 * What a request is for: a page, a file whose name changes with its content, something that a page asks for, or `none`
 * where the worker keeps out of it: another origin, a frame of another page, or something that is sent.
 * @param scope whole address of the root of the site
 */
export function kindOfRequest(
	{ method, url, destination }: Asked,
	scope: string
): 'page' | 'immutable' | 'other' | 'none' {
	if (!url.startsWith(scope) || (method !== 'GET' && method !== 'HEAD')) return 'none';
	if (destination === 'document') return method === 'GET' ? 'page' : 'none';
	if (destination === 'iframe' || destination === 'frame') return 'none';
	return url.startsWith(`${scope}_app/immutable/`) ? 'immutable' : 'other';
}

/** The path of a file from the root of the site, as lists of files have it; what stands behind `?` or `#` is left out. */
export function pathBelow(url: string, scope: string): string {
	const path = url.slice(scope.length).replace(/[?#].*$/s, '');
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

/** The files that an address can stand for, as a static host finds them. */
export function filesFor(path: string): string[] {
	if (path === '' || path.endsWith('/')) return [`${path}index.html`];
	return [path, `${path}/index.html`];
}
