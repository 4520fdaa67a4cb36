import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { filesIn } from './rules.ts';

export const packedEnding = '.br';

/** Endings of files that get much smaller; those of databases and Parquet are read in parts, and stay as they are. */
const worthIt = /\.(css|csv|html|js|json|jsonld|svg|txt|wasm|webmanifest|xml)$/;

/** Below this a packet on the network is not full either way. */
const leastBytes = 1024;

/** The few files that every page shares are packed as small as can be; for all others that would take minutes. */
const quality = (path: string): number => (/\.(css|js)$/.test(path) ? 11 : 5);

const compress = promisify(brotliCompress);

async function packOne(path: string): Promise<void> {
	const content = await readFile(path);
	if (content.length < leastBytes) return;
	const params = {
		[constants.BROTLI_PARAM_QUALITY]: quality(path),
		[constants.BROTLI_PARAM_SIZE_HINT]: content.length
	};
	await writeFile(`${path}${packedEnding}`, await compress(content, { params }));
}

/** Writes each file that gets much smaller a second time beside it, packed with brotli, for hosts that serve those. */
export async function pack(folder: string): Promise<void> {
	const files = filesIn(folder, '').filter((name) => worthIt.test(name));
	const next = files.values();
	const worker = async () => {
		for (const name of next) await packOne(join(folder, name));
	};
	await Promise.all(Array.from({ length: 4 }, worker));
}
