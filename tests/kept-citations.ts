import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

// Hashes are worked out here from the files of a release alone, with no code of the site.

type Row = Record<string, string>;

const sorted = (value: unknown): unknown => {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const fields = value as Record<string, unknown>;
	return Object.fromEntries(
		Object.keys(fields)
			.toSorted((a, b) => (a < b ? -1 : 1))
			.map((name) => [name, sorted(fields[name])])
	);
};

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const hashOf = (said: unknown): string => sha256(JSON.stringify(sorted(said)));

/** The rows of a file of a release; none where the release does not keep it. */
export function keptRows(folder: string, name: string): Row[] {
	const path = join(folder, name);
	return existsSync(path) ? (parse(readFileSync(path, 'utf8'), { columns: true }) as Row[]) : [];
}

/** A row that must be cited: on which page, in which place, and what it is there. */
export interface KeptCitation {
	page: string;
	anchor: string;
	key: string;
	value: string;
	hash: string;
}

/**
 * What must be cited of a release for a monitor beside its verdicts and open figures.
 * @param folder of the release
 * @param gemeenten codes of the gemeenten of the monitor
 */
export function keptCitations(folder: string, day: string, slug: string, gemeenten: readonly string[]) {
	const { documents = [], sources = [] } = JSON.parse(
		readFileSync(join(folder, 'release.json'), 'utf8')
	) as Record<string, { id: string }[]>;
	const named = (all: readonly { id: string }[], id: string) => all.find((each) => each.id === id) ?? { id };
	const cited = (page: string, key: string, value: string, said: unknown): KeptCitation => {
		const hash = hashOf(said);
		return { page: `${slug}/aanhalen/${day}/${page}`, anchor: `c-${hash.slice(0, 10)}`, key, value, hash };
	};
	const figures = keptRows(folder, 'figures.csv')
		.filter(({ monitor }) => monitor === slug)
		.map(({ document, place, subject, remark, ...value }) =>
			cited(`stukken/${document!}`, `${slug},${value['id']!}`, value['value']!, {
				value,
				definition: { subject, remark },
				source: { document: named(documents, document!), place },
				rule: null
			})
		);
	const amounts = keptRows(folder, 'amounts.csv')
		.filter(({ municipality }) => gemeenten.includes(municipality!))
		.map(({ taakveld, title, ...value }) =>
			cited(
				`iv3/${value['year']!}`,
				[value['municipality'], value['year'], value['report'], taakveld].join(','),
				value['value']!,
				{ value, definition: { taakveld, title }, source: named(sources, 'iv3'), rule: null }
			)
		);
	return { figures, amounts };
}

/** The row of a page that an address points at, as it stands in the file; empty where there is none. */
export function citedRow(html: string, anchor: string): string {
	const from = html.indexOf(`<tr id="${anchor}"`);
	return from < 0 ? '' : html.slice(from, html.indexOf('</tr>', from));
}

/** Citations that a built site does not have, or not as the release keeps them. */
export const wrongCitations = (
	site: string,
	day: string,
	citations: readonly KeptCitation[]
): KeptCitation[] => {
	const pages = new Map<string, string>();
	for (const { page } of citations)
		if (!pages.has(page)) {
			const path = join(site, page, 'index.html');
			pages.set(page, existsSync(path) ? readFileSync(path, 'utf8') : '');
		}
	const ofPage = (page: string) => citations.filter((each) => each.page === page);
	return citations.filter(({ page, anchor, key, value }) => {
		const html = pages.get(page)!;
		const whole = sha256(
			ofPage(page)
				.map(({ hash }) => hash)
				.toSorted()
				.join('\n')
		);
		return (
			!citedRow(html, anchor).includes(
				`<data value="${value}" data-release="${day}" data-release-figure="${key}">`
			) || !html.includes(`/${page}/, hash ${whole.slice(0, 10)}`)
		);
	});
};
