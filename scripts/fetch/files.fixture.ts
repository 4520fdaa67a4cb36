import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { feed, type Feed } from '#lib/schema/feed.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import type { World } from './adapter.ts';
import { FetchProblem } from './problem.ts';

/** Raw files of publishers, beside the project; they are not a part of it. */
export const sharedFile = (path: string): string => join('..', 'shared', 'fixtures', path);

/** Why a test is skipped, or `false` where the raw files are there. */
export const withoutShared = existsSync(sharedFile('README.md'))
	? false
	: 'the raw files of publishers (../shared/fixtures) are not there';

/** A world with a few files in memory, by path from the data folder. */
export const worldOf = (files: Readonly<Record<string, string | Uint8Array>>): World => ({
	get: (address) => Promise.reject(FetchProblem.of(address, 'geen internet in een test')),
	file(path) {
		const content = files[path];
		if (content === undefined) return Promise.reject(FetchProblem.of(path, 'dat dit bestand er is'));
		const body = typeof content === 'string' ? strToU8(content) : content;
		return Promise.resolve({ address: path, type: '', body, hash: '' });
	},
	progress: () => undefined
});

/** A feed with what it needs at least, and what a test says of it. */
export const feedOf = (own: Partial<Feed> & Pick<Feed, 'adapter' | 'file'>): Feed =>
	feed.parse({ id: 'test', source: 'test', areas: ['GM0637'], ...own });

/** The problems for which something was refused, as a reader sees them; fails where it was not. */
export async function refused(work: Promise<unknown>): Promise<string[]> {
	const found = await work.then(
		() => 'nothing was refused',
		(error: unknown) => error
	);
	if (!(found instanceof FetchProblem)) throw found;
	return found.problems.map(formatProblem);
}

/** A cell as it stands in a sheet: its XML, or a text that is written inline, or a number. */
export type SheetCell = string | number | { xml: string };

const escape = (text: string): string =>
	text.replace(/[&<>]/g, (each) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[each]!);

const cellXml = (cell: SheetCell): string =>
	typeof cell === 'object'
		? cell.xml
		: typeof cell === 'number'
			? `<c><v>${cell}</v></c>`
			: cell === ''
				? '<c/>'
				: `<c t="inlineStr"><is><t>${escape(cell)}</t></is></c>`;

/** XML of a sheet with these rows; `after` stands behind them, as merged cells do. */
export const sheetXml = (rows: readonly (readonly SheetCell[])[], after = ''): string =>
	`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
		.map((row) => `<row>${row.map(cellXml).join('')}</row>`)
		.join('')}</sheetData>${after}</worksheet>`;

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const package_ = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The parts of a workbook, by name, with one sheet for each name. */
export function workbookParts(
	sheets: Readonly<Record<string, string>>,
	more: { strings?: string; styles?: string; properties?: string } = {}
): Record<string, string> {
	const names = Object.keys(sheets);
	const relation = (id: string, kind: string, target: string) =>
		`<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`;
	return {
		'_rels/.rels': `<Relationships xmlns="${package_}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
		'xl/workbook.xml': `<workbook xmlns:r="${office}"><workbookPr ${more.properties ?? ''}/><sheets>${names
			.map((name, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}" r:id="s${i}"/>`)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}">${names
			.map((_, i) => relation(`s${i}`, 'worksheet', `worksheets/sheet${i}.xml`))
			.join(
				''
			)}${relation('strings', 'sharedStrings', 'sharedStrings.xml')}${relation('styles', 'styles', 'styles.xml')}</Relationships>`,
		'xl/sharedStrings.xml': more.strings ?? '<sst/>',
		'xl/styles.xml': more.styles ?? '<styleSheet/>',
		...Object.fromEntries(names.map((name, i) => [`xl/worksheets/sheet${i}.xml`, sheets[name]!]))
	};
}

/** Packs parts as a workbook. */
export const zipOf = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
	zipSync(
		Object.fromEntries(
			Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part])
		),
		{ mtime: '1980-01-01' }
	);
