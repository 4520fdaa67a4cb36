const table = Uint32Array.from({ length: 256 }, (_, byte) => {
	let value = byte;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
	return value;
});

/**
 * Goes on with the checksum of a zip. Early releases of Node 20 have none of their own.
 * @param before the checksum of what came before; 0 at the start
 */
export function crc32(bytes: Uint8Array, before: number): number {
	let value = ~before;
	for (const byte of bytes) value = (value >>> 8) ^ table[(value ^ byte) & 0xff]!;
	return ~value >>> 0;
}
