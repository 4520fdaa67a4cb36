import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Model } from '#lib/schema/model.ts';
import { hostFiles, whereAndWho } from './finish/host-files.ts';
import { keepFiles } from './finish/kept.ts';
import { contentOf, dutchLeft, namesOf } from './finish/leftover.ts';
import { pack } from './finish/pack.ts';
import { readPage, type Page } from './finish/page.ts';
import { checkSite, filesIn, foreignInCss } from './finish/rules.ts';
import { relativeStyles } from './finish/routes.ts';
import { checkShared } from './finish/shared.ts';
import { manifestFile, manifestOf, sha256 } from './verify/manifest.ts';

const { values } = parseArgs({
	options: {
		folder: { type: 'string', default: 'build' },
		/** Path under which the site will stand, for the one page that is shown at every address. */
		base: { type: 'string', default: process.env.SITE_BASE ?? '/' }
	}
});

/**
 * A static host shows `404.html` at any depth, where relative links lead nowhere: there, and only there, they start
 * at the root of the site.
 */
function writeNotFound(folder: string, base: string): void {
	const page = join(folder, '404/index.html');
	if (!existsSync(page)) return;
	const html = readFileSync(page, 'utf8');
	writeFileSync(join(folder, '404.html'), html.replace(/(\s(?:href|src|action)=")\.\.\//g, `$1${base}`));
}

/** How many lines of the same kind are shown before the rest is only counted. */
const most = 100;

/** What a host or a search engine looks for at the root of a site. */
function writeHostFiles(folder: string, pages: ReadonlyMap<string, Page>): void {
	for (const [name, text] of hostFiles(pages, whereAndWho())) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), text);
	}
}

/** Takes away the data that Kit writes beside each page, where no script of that page will ever ask for them. */
function dropUnusedData(folder: string, pages: ReadonlyMap<string, Page>): void {
	for (const [file, { isLive }] of pages)
		if (!isLive) rmSync(join(folder, dirname(file), '__data.json'), { force: true });
}

/** Makes what Kit writes for its own navigation fit a site below a path. */
function moveRoutes(folder: string): void {
	for (const file of filesIn(folder, '__route.js').map((name) => join(folder, name)))
		writeFileSync(file, relativeStyles(readFileSync(file, 'utf8')));
}

/** What is Dutch on pages that are in another language, and does not say so. */
function checkLanguage(folder: string, pages: ReadonlyMap<string, Page>): string[] {
	const model = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
	const [content, names] = [contentOf(model), namesOf(model)];
	return [...pages]
		.filter(([, { lang, isRedirect }]) => lang !== 'nl' && !isRedirect)
		.flatMap(([file]) =>
			dutchLeft(readFileSync(join(folder, file), 'utf8'), content, names).map(
				(text) => `${file}: niet vertaald, of zonder lang: ${text}`
			)
		);
}

/** Writes the hashes of all files, with the lists of what a reader can keep, which are made of those hashes. */
function writeLists(folder: string): void {
	const { monitors, releases, asOf } = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
	const manifest = manifestOf(folder);
	const names = monitors.map(({ monitor: { slug, name } }) => ({ slug, name }));
	const day = releases.at(-1)?.date ?? asOf;
	for (const [path, text] of keepFiles({ folder, manifest, monitors: names, day })) {
		writeFileSync(join(folder, path), text);
		manifest.files[path] = { bytes: Buffer.byteLength(text), sha256: sha256(Buffer.from(text)) };
	}
	const files = Object.fromEntries(Object.entries(manifest.files).toSorted(([a], [b]) => (a < b ? -1 : 1)));
	writeFileSync(join(folder, manifestFile), `${JSON.stringify({ ...manifest, files })}\n`);
}

async function finish(): Promise<void> {
	const { folder, base } = values;
	writeNotFound(folder, base);
	const files = filesIn(folder, '.html');
	// 404.html holds the links of 404/index.html, which is checked, on a base that is not known here.
	const checked = base === '/' ? files : files.filter((file) => file !== '404.html');
	const pages = new Map(checked.map((file) => [file, readPage(readFileSync(join(folder, file), 'utf8'))]));
	writeHostFiles(folder, pages);
	dropUnusedData(folder, pages);
	moveRoutes(folder);
	// Every file is in them but those that only hold another one, packed.
	writeLists(folder);
	await pack(folder);
	const problems = [
		...checkSite({ folder, pages }),
		...checkShared({ folder, pages }, whereAndWho().address),
		...checkLanguage(folder, pages)
	];
	for (const file of filesIn(folder, '.css'))
		for (const url of foreignInCss(readFileSync(join(folder, file), 'utf8')))
			problems.push(`${file}: iets van een andere herkomst: ${url}`);
	for (const problem of problems.slice(0, most)) console.error(problem);
	if (problems.length > most) console.error(`… en nog ${problems.length - most}`);
	if (problems.length > 0) {
		console.error(`\n${problems.length} dingen mis in ${pages.size} gebouwde pagina's.`);
		process.exitCode = 1;
	} else console.log(`${pages.size} gebouwde pagina's gecontroleerd: in orde.`);
}

await finish();
