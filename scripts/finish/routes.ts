/** What `load_css` is called with at the end of the first statement of a route. */
const styles = /(import\('([./]*)_app\/[^']*'\)\.then\(x => x\.load_css\(\[)([^\]]*)(\]\)\))/;

/**
 * Kit names the style sheets of a page that script leads to by addresses from the root of the host, where all else is
 * relative. On a site below a path those are not there, nor the ones that the page has already. Here they start at the
 * route's own file.
 * @param code of a `__route.js`, as Kit wrote it
 */
export const relativeStyles = (code: string): string =>
	code.replace(
		styles,
		(_, start: string, up: string, list: string, end: string) =>
			start + list.replace(/'\/(_app\/[^']*)'/g, `new URL('${up}$1', import.meta.url).href`) + end
	);
