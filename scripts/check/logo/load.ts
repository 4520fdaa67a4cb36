import { closeSync, openSync, readSync } from 'node:fs';

/** In bytes; a logo comes with every page. */
export const largestLogo = 32 * 1024;

/** The first bytes of a file, or `undefined` where there is no such file. */
export function readStart(path: string, most: number): Buffer | undefined {
	let file: number;
	try {
		file = openSync(path, 'r');
	} catch {
		return undefined;
	}
	try {
		const bytes = Buffer.alloc(most);
		return bytes.subarray(0, readSync(file, bytes));
	} catch {
		return undefined;
	} finally {
		closeSync(file);
	}
}
