import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareSize } from '#lib/charts/share-picture.ts';
import type { Page } from './page.ts';
import type { Site } from './rules.ts';

/**
 * How large a PNG says that it is, or `undefined` where a file is none.
 * @see https://www.w3.org/TR/png-3/#11IHDR
 */
export function pngSize(content: Buffer): { width: number; height: number } | undefined {
	const isPng = content.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
	if (!isPng || content.length < 24 || content.toString('latin1', 12, 16) !== 'IHDR') return undefined;
	return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) };
}

/** What is wrong with a picture, or `undefined`. */
function checkPicture(folder: string, path: string): string | undefined {
	const file = join(folder, decodeURIComponent(path));
	if (!existsSync(file)) return `og:image: er is geen ${path}`;
	const size = pngSize(readFileSync(file));
	return size?.width === shareSize.width && size.height === shareSize.height
		? undefined
		: `og:image: ${path} is geen PNG van ${shareSize.width} bij ${shareSize.height}`;
}

function checkPage(file: string, { shared }: Page, address: string | undefined): string[] {
	const { 'og:title': title, 'og:image': image, 'og:image:alt': alt, 'og:url': url } = shared;
	const problems = title ? [] : ['geen og:title'];
	if (address === undefined)
		return image === undefined && url === undefined
			? problems
			: [...problems, 'og:image of og:url, maar niemand zei waar de site komt te staan'];
	const own = `${address}${file.replace(/index\.html$/, '')}`;
	if (url !== own) problems.push(`og:url is "${url}", verwacht: "${own}"`);
	if (!image?.startsWith(address)) problems.push(`og:image is "${image}", verwacht: een adres op ${address}`);
	if (!alt) problems.push('geen og:image:alt');
	return problems;
}

/** What search engines leave out nobody shares either; a file to take along is no page. */
const isShared = (file: string, { isHidden, isRedirect }: Page): boolean =>
	file.endsWith('index.html') && !isHidden && !isRedirect;

/**
 * What is wrong with what other sites show of the pages, each as `file: what`.
 * @param address where the site will stand, if that is known
 */
export function checkShared({ folder, pages }: Site, address: string | undefined): string[] {
	/** What is wrong with each picture: many pages share one. */
	const known = new Map<string, string | undefined>();
	const checkOnce = (path: string): string | undefined => {
		if (!known.has(path)) known.set(path, checkPicture(folder, path));
		return known.get(path);
	};
	return [...pages]
		.filter(([file, page]) => isShared(file, page))
		.flatMap(([file, page]) => {
			const image = page.shared['og:image'];
			const picture =
				address !== undefined && image?.startsWith(address)
					? checkOnce(image.slice(address.length))
					: undefined;
			return [...checkPage(file, page, address), ...(picture === undefined ? [] : [picture])].map(
				(problem) => `${file}: ${problem}`
			);
		});
}
