import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { looksWritten, messagesOf } from './messages.ts';

/** Languages that the interface has beside Dutch, in which it is written. */
export const languages = ['en'] as const;
export type Language = (typeof languages)[number];

/** Per source file its texts with their translation; `null` for what looks like a text and stays as it is. */
export type Catalogue = ReadonlyMap<string, ReadonlyMap<string, string | null>>;

const home = import.meta.dirname;

/** Source files whose texts readers see; what is for editors or for machines is Dutch in every language. */
export const sourceFiles = (): string[] =>
	readdirSync('src', { recursive: true, encoding: 'utf8' })
		.map((path) => `src/${path.replaceAll('\\', '/')}`)
		.filter(
			(path) =>
				/\.(svelte|ts)$/.test(path) &&
				!/\.(test|fixture|d)\.ts$|^src\/(edit\/|lib\/(db\/queries|schema\/(?!api)|server\/metadata\/))/.test(
					path
				)
		)
		.toSorted();

/** All translations into a language, from the files in the folder of that name. */
export function readCatalogue(language: Language): Catalogue {
	const all = new Map<string, Map<string, string | null>>();
	for (const name of readdirSync(join(home, language))) {
		const file = JSON.parse(readFileSync(join(home, language, name), 'utf8')) as Record<
			string,
			Record<string, string | null>
		>;
		for (const [path, texts] of Object.entries(file)) {
			if (all.has(path)) throw new Error(`${path} is twice in the catalogue, also in ${basename(name)}`);
			all.set(path, new Map(Object.entries(texts)));
		}
	}
	return all;
}

/** The pieces that a text has, in order of their number. */
const piecesOf = (text: string): string => [...text.matchAll(/\{\d+\}/g)].map(String).toSorted().join();

/**
 * What is wrong with the translations of one source file.
 * @param texts what the catalogue has for it
 */
export function problemsOf(
	path: string,
	source: string,
	texts: ReadonlyMap<string, string | null> = new Map()
): string[] {
	const messages = messagesOf(path, source);
	const keys = new Set(messages.map(({ key }) => key));
	const markup = new Set(messages.filter(({ kind }) => kind === 'markup').map(({ key }) => key));
	return [
		...messages
			.filter((message) => looksWritten(message) && !texts.has(message.key))
			.map(({ key }) => `${path}: not translated: ${key}`),
		...[...texts].flatMap(([key, text]) => {
			if (!keys.has(key)) return [`${path}: no longer there: ${key}`];
			if (text === null) return [];
			if (piecesOf(key) !== piecesOf(text)) return [`${path}: other pieces than ${key}: ${text}`];
			if (markup.has(key) && /[<>]|\{(?!\d+\})/.test(text)) return [`${path}: code in ${text}`];
			return [];
		})
	];
}

/** What is wrong with all translations into a language: each text that has none, and each that nobody asks for. */
export function checkCatalogue(language: Language): string[] {
	const catalogue = readCatalogue(language);
	const files = sourceFiles();
	return [
		...files.flatMap((path) => problemsOf(path, readFileSync(path, 'utf8'), catalogue.get(path))),
		...[...catalogue.keys()].filter((path) => !files.includes(path)).map((path) => `${path}: no such file`)
	];
}
