/** What a reader sees or hears: text, and the attributes that are read. */
const read = />[^<]+| (?:title|aria-label)="[^"]*"/g;

/**
 * Names the site where a page in a frame says "this site": there a reader would take that for the site around it.
 * @param path address of the page from the root of the site
 */
export const nameSite = (html: string, path: string): string =>
	path.startsWith('/insluiten/')
		? html.replace(read, (text) => text.replace(/\b(?:deze|this)\s+site\b/gi, 'Doelenboom'))
		: html;
