import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** What a test wants to know of a PDF. */
export interface Pdf {
	title: string;
	language: string;
	tagged: boolean;
	/** The bookmarks in their order, each with its depth from 1. */
	outline: { depth: number; title: string }[];
	/** Roles of the structure of the first page, such as `H1` and `Table`. */
	roles: Set<string>;
	/** Text of each page, a line for each line. */
	pages: string[];
	/** Width and height of each page in points. */
	sizes: [number, number][];
}

interface Info {
	Title?: string;
	Language?: string;
}

interface Node {
	role?: string;
	children?: Node[];
}

const rolesIn = ({ role, children = [] }: Node): string[] => [
	...(role === undefined ? [] : [role]),
	...children.flatMap(rolesIn)
];

interface Bookmark {
	title: string;
	items: Bookmark[];
}

const bookmarksIn = (marks: readonly Bookmark[], depth = 1): Pdf['outline'] =>
	marks.flatMap(({ title, items }) => [
		{ depth, title: title.replace(/\s+/g, ' ').trim() },
		...bookmarksIn(items, depth + 1)
	]);

/** Reads a PDF as a program for people who cannot see it does. */
export async function readPdf(file: string): Promise<Pdf> {
	const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
	const document = await task.promise;
	const { info } = await document.getMetadata();
	const { Title = '', Language = '' } = info as Info;
	const mark = (await document.getMarkInfo()) as { Marked?: boolean } | null;
	const outline = (await document.getOutline()) as Bookmark[] | null;
	const pdf: Pdf = {
		title: Title,
		language: Language,
		tagged: mark?.Marked === true,
		outline: bookmarksIn(outline ?? []),
		roles: new Set(),
		pages: [],
		sizes: []
	};
	for (let number = 1; number <= document.numPages; number++) {
		const page = await document.getPage(number);
		const { items } = await page.getTextContent();
		const [left, bottom, right, top] = page.view as [number, number, number, number];
		pdf.sizes.push([Math.round(right - left), Math.round(top - bottom)]);
		pdf.pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
		const tree = (await page.getStructTree()) as Node | null;
		for (const role of tree ? rolesIn(tree) : []) pdf.roles.add(role);
	}
	await task.destroy();
	return pdf;
}
