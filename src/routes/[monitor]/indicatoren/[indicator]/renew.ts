/**
 * Puts in place what the build added to the page that a reader came to without loading it: the code to embed it and
 * where it can be cited. Until that is there, nothing of the page that was left stands in its place.
 */
export async function renew(): Promise<void> {
	const { pathname } = location;
	const find = (document: Document) => document.querySelector('#insluiten');
	find(document)?.replaceChildren();
	const response = await fetch(pathname);
	if (!response.ok) return;
	const page = new DOMParser().parseFromString(await response.text(), 'text/html');
	if (location.pathname === pathname) find(document)?.replaceChildren(...(find(page)?.childNodes ?? []));
}
