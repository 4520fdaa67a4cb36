import type { Manifest } from '#lib/schema/manifest.ts';
import { sha256 } from './manifest.ts';

/** What a published site answered to the question for one file. */
export interface Answer {
	status: number;
	/** The content, cut off after the size that was asked for and one byte more. */
	content: Uint8Array;
}

/** Asks a published site for an address. */
export type Ask = (address: URL, most: number) => Promise<Answer>;

/** How many files are asked for at a time. */
const together = 8;

/** The address that readers know a file by: a page by its folder. */
function addressOf(site: URL, file: string): URL {
	const path = file.replace(/(^|\/)index\.html$/, '$1');
	return new URL(path.split('/').map(encodeURIComponent).join('/'), site);
}

function differs(
	file: string,
	{ status, content }: Answer,
	{ bytes, sha256: hash }: Manifest['files'][string]
) {
	if (status !== 200) return `${file}: de site geeft dit bestand niet (${status})`;
	if (content.length !== bytes)
		return `${file}: ${content.length > bytes ? 'groter' : 'kleiner'} dan verwacht (${bytes} bytes)`;
	return sha256(content) === hash ? undefined : `${file}: de inhoud is anders`;
}

/**
 * Compares what a site answers with a manifest.
 * @param site address of the folder in which the site stands, with a slash at its end
 * @returns one line for each file that is not what it should be, in the order of the manifest
 */
export async function compare(site: URL, { files }: Manifest, ask: Ask): Promise<string[]> {
	const found = new Map<string, string>();
	const waiting = Object.entries(files);
	let next = 0;
	async function work(): Promise<void> {
		while (next < waiting.length) {
			const [file, expected] = waiting[next++]!;
			const address = addressOf(site, file);
			const problem = await ask(address, expected.bytes).then(
				(answer) => differs(file, answer, expected),
				(error: unknown) =>
					`${file}: niet te lezen (${error instanceof Error ? error.message : String(error)})`
			);
			if (problem) found.set(file, problem);
		}
	}
	await Promise.all(Array.from({ length: together }, work));
	return waiting.flatMap(([file]) => found.get(file) ?? []);
}
