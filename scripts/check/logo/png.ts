import { crc32 } from '#scripts/fetch/crc32.ts';

const signature = '89504e470d0a1a0a';

/**
 * The width and height of a PNG, in pixels, or `undefined` where the bytes are no whole PNG and nothing else: from its
 * signature to its end each part must be as long as it says, with the right checksum.
 */
export function readPng(bytes: Buffer): [number, number] | undefined {
	if (bytes.subarray(0, 8).toString('hex') !== signature) return undefined;
	let size: [number, number] | undefined;
	let hasPicture = false;
	for (let at = 8; at + 12 <= bytes.length;) {
		const length = bytes.readUInt32BE(at);
		const end = at + 12 + length;
		if (end > bytes.length) return undefined;
		const type = bytes.toString('latin1', at + 4, at + 8);
		if (crc32(bytes.subarray(at + 4, end - 4), 0) !== bytes.readUInt32BE(end - 4)) return undefined;
		if ((type === 'IHDR') !== (at === 8)) return undefined;
		if (type === 'IHDR') {
			if (length !== 13) return undefined;
			size = [bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12)];
		}
		if (type === 'IDAT') hasPicture = true;
		if (type === 'IEND') return end === bytes.length && hasPicture && size?.every(Boolean) ? size : undefined;
		at = end;
	}
	return undefined;
}
