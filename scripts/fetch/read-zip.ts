import type { Readable } from 'node:stream';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import type { Zip } from '#lib/own/zip.ts';
import type { Answer } from './adapter.ts';
import { crc32 } from './crc32.ts';
import { FetchProblem } from './problem.ts';

/** What a workbook of figures never exceeds: bytes of a part, bytes in all, parts, and how far a part grows. */
export const zipLimits = {
	part: 256 * 1024 * 1024,
	all: 512 * 1024 * 1024,
	parts: 10_000,
	/** A part that unpacks to more than `least` bytes may be so many times its packed size. */
	growth: { times: 200, least: 10 * 1024 * 1024 }
};

const broken = (file: string, why: string): FetchProblem =>
	FetchProblem.of(file, `een werkmap (XLSX) die heel is: ${why}`);

function openBuffer(body: Uint8Array): Promise<ZipFile> {
	return new Promise((done, failed) =>
		fromBuffer(
			Buffer.from(body.buffer, body.byteOffset, body.byteLength),
			{ lazyEntries: true, validateEntrySizes: true },
			(error, zip) => (error ? failed(error) : done(zip))
		)
	);
}

function listEntries(zip: ZipFile): Promise<Entry[]> {
	return new Promise((done, failed) => {
		const entries: Entry[] = [];
		zip.on('entry', (entry: Entry) => {
			entries.push(entry);
			if (entries.length > zipLimits.parts) failed(new Error('too many parts'));
			else zip.readEntry();
		});
		zip.on('end', () => done(entries));
		zip.on('error', failed);
		zip.readEntry();
	});
}

const openStream = (zip: ZipFile, entry: Entry): Promise<Readable> =>
	new Promise((done, failed) =>
		zip.openReadStream(entry, (error, stream) => (error ? failed(error) : done(stream)))
	);

/** Why a part is not unpacked at all, by the size that the zip itself gives. */
function tooLarge({ uncompressedSize, compressedSize }: Entry): boolean {
	const { part, growth } = zipLimits;
	return (
		uncompressedSize > part ||
		(uncompressedSize > growth.least && uncompressedSize > compressedSize * growth.times)
	);
}

/** Opens a zip; only its list of parts is read. */
export async function openZip({ address: file, body }: Answer): Promise<Zip> {
	let zip: ZipFile;
	let entries: Entry[];
	try {
		zip = await openBuffer(body);
		entries = await listEntries(zip);
	} catch {
		throw broken(file, 'de lijst met onderdelen is niet te lezen');
	}
	const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
	const large = entries.find(tooLarge);
	if (large || total > zipLimits.all)
		throw FetchProblem.of(
			file,
			`een werkmap die uitgepakt niet te groot is (${large ? `"${large.fileName}" wordt ${large.uncompressedSize} bytes` : `samen ${total} bytes`})`
		);
	const parts = new Map(entries.map((entry) => [entry.fileName, entry]));

	return {
		file,
		problem: (expected, place) => FetchProblem.of(place === undefined ? file : `${file}, ${place}`, expected),
		has: (name) => parts.has(name),
		async *read(name) {
			const entry = parts.get(name);
			if (!entry) throw broken(file, `het onderdeel "${name}" ontbreekt`);
			let sum = 0;
			try {
				const stream = await openStream(zip, entry);
				for await (const chunk of stream as AsyncIterable<Buffer>) {
					sum = crc32(chunk, sum);
					yield chunk;
				}
			} catch {
				throw broken(file, `het onderdeel "${name}" is niet uit te pakken`);
			}
			if (sum !== entry.crc32) throw broken(file, `het onderdeel "${name}" is beschadigd`);
		}
	};
}
