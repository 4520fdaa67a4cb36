/** One column of a batch as Arrow has it; `data` of texts holds their letters in UTF-8, and where each begins. */
export interface Vector {
	get: (row: number) => unknown;
	data: readonly {
		length: number;
		values?: unknown;
		valueOffsets?: ArrayLike<number>;
		getValid: (row: number) => boolean;
	}[];
}

const decoder = new TextDecoder();

/**
 * Reads a column cell by cell. Texts are decoded all at once where every letter of them is one byte: a column of codes
 * of the whole country would be decoded fifty thousand times.
 * @param type the engine's name of the type of the column
 */
export function cellsOf(vector: Vector, type: string): (row: number) => unknown {
	const [data, ...more] = vector.data;
	const plain = (row: number) => vector.get(row);
	if (type !== 'Utf8' || !data?.valueOffsets || more.length > 0 || !(data.values instanceof Uint8Array))
		return plain;
	const { length, values, valueOffsets: offsets } = data;
	const [from = 0, to = 0] = [offsets[0], offsets[length]];
	const text = decoder.decode(values.subarray(from, to));
	if (text.length !== to - from) return plain;
	return (row) => (data.getValid(row) ? text.slice(offsets[row]! - from, offsets[row + 1]! - from) : null);
}
