import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindOf } from '#scripts/bench/kinds.ts';
import { readPage, type Page } from '#scripts/finish/page.ts';
import { filesIn } from '#scripts/finish/rules.ts';

export { kindOf, kinds, sampleOf, spread } from '#scripts/bench/kinds.ts';

export const folder = 'build';

/** A built page with its address from the root of the site. */
export interface BuiltPage extends Page {
	path: string;
	/** The route it was made by, as `/[monitor]/doelen`. */
	kind: string;
	html: string;
}

const pathOf = (file: string): string => `/${file.replace(/index\.html$/, '')}`;

/** Addresses of all pages that were built. */
export function builtPaths(): string[] {
	if (!existsSync(join(folder, 'index.html'))) throw new Error('There is no build/: run npm run build first');
	return filesIn(folder, 'index.html').map(pathOf);
}

/** All built pages, read from their files. */
export function builtPages(): BuiltPage[] {
	return builtPaths().map((path) => {
		const html = readFileSync(join(folder, path, 'index.html'), 'utf8');
		return { ...readPage(html), path, kind: kindOf(path) ?? '', html };
	});
}
