import { relative } from 'node:path';
import type { Plugin } from 'vite';
import { languages, problemsOf, readCatalogue, sourceFiles, type Language } from './catalogue.ts';
import { translated } from './messages.ts';

const isKnown = (language: string): language is Language => languages.some((each) => each === language);

/** A page in Dutch need not say of a text of the data that it is in Dutch. */
const inDutch: Plugin = {
	name: 'doelenboom:dutch',
	enforce: 'pre',
	transform: (code, id) =>
		id.endsWith('.svelte') ? { code: code.replaceAll(' lang="nl"', ''), map: null } : undefined
};

/**
 * Builds the site in another language than Dutch, in which it is written: each source file is compiled with its texts
 * translated, so that a page carries one language only and no script to choose one.
 * @param language as in `languages`; without it the site stays as it is
 * @throws on a text that has no translation
 */
export function inLanguage(language: string | undefined): Plugin[] {
	if (language === undefined || language === 'nl') return [inDutch];
	if (!isKnown(language)) throw new Error(`There is no "${language}"; there are nl, ${languages.join(', ')}`);
	const catalogue = readCatalogue(language);
	const files = new Set(sourceFiles());
	return [
		{
			name: 'doelenboom:language',
			enforce: 'pre',
			transform(code, id) {
				const path = relative(process.cwd(), id).replaceAll('\\', '/');
				if (!files.has(path)) return undefined;
				const texts = catalogue.get(path) ?? new Map<string, string | null>();
				const problems = problemsOf(path, code, texts);
				if (problems.length > 0) this.error(problems.join('\n'));
				const known = new Map([...texts].flatMap(([key, text]) => (text === null ? [] : [[key, text]])));
				return { code: translated(path, code, known), map: null };
			}
		}
	];
}
