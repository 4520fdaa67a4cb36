import type { Manifest } from '#lib/schema/manifest.ts';
import { sha256 } from './manifest.ts';

/** What a published site answered to the question for one file. */
export interface Answer {
	status: number;
	/** Whether the host sent it packed with brotli; the content is unpacked. */
	isPacked: boolean;
	/** The content, cut off after the size that was asked for and one byte more. */
	content: Uint8Array;
}

/** How a file is sent: as it is, or packed with brotli. A host may keep the two apart, and then both can be wrong. */
export type Form = 'identity' | 'br';

/** Asks a published site for an address. */
export type Ask = (address: URL, most: number, form: Form) => Promise<Answer>;

/** How many files are asked for at a time. */
const together = 8;

/** The address that readers know a file by: a page by its folder. */
function addressOf(site: URL, file: string): URL {
	const path = file.replace(/(^|\/)index\.html$/, '$1');
	return new URL(path.split('/').map(encodeURIComponent).join('/'), site);
}

type Expected = Manifest['files'][string];

function differs(file: string, { status, content }: Answer, { bytes, sha256: hash }: Expected) {
	if (status !== 200) return `${file}: de site geeft dit bestand niet (${status})`;
	if (content.length !== bytes)
		return `${file}: ${content.length > bytes ? 'groter' : 'kleiner'} dan verwacht (${bytes} bytes)`;
	return sha256(content) === hash ? undefined : `${file}: de inhoud is anders`;
}

/** What is wrong with one form of a file: a problem, or nothing; and whether it came packed. */
async function look(address: URL, file: string, expected: Expected, ask: Ask, form: Form) {
	try {
		const answer = await ask(address, expected.bytes, form);
		return { isPacked: answer.isPacked, problem: differs(file, answer, expected) };
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return { isPacked: false, problem: `${file}: niet te lezen (${message})` };
	}
}

/** What is wrong with a file. A host that has nothing packed is asked once. */
async function problemOf(address: URL, file: string, expected: Expected, ask: Ask) {
	const packed = await look(address, `${file}, ingepakt (br)`, expected, ask, 'br');
	if (!packed.isPacked && !packed.problem) return undefined;
	return (await look(address, file, expected, ask, 'identity')).problem ?? packed.problem;
}

/**
 * Compares what a site answers with a manifest, as it is and where the host has that also packed.
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
			const problem = await problemOf(addressOf(site, file), file, expected, ask);
			if (problem) found.set(file, problem);
		}
	}
	await Promise.all(Array.from({ length: together }, work));
	return waiting.flatMap(([file]) => found.get(file) ?? []);
}
