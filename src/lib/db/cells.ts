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
 * A decimal number of the engine: Arrow has it as a whole number in words of 32 bits, the lowest first, with the place
 * of its point in the type.
 * @returns a whole number without rounding, else a number, or the text of one that a number would round
 */
function decimal(words: ArrayLike<number>, scale: number): bigint | number | string {
	const bits = Array.from(words).reduceRight((sum, word) => (sum << 32n) | BigInt(word >>> 0), 0n);
	const whole = BigInt.asIntN(words.length * 32, bits);
	if (scale === 0) return whole;
	const digits = String(whole < 0n ? -whole : whole).padStart(scale + 1, '0');
	const fraction = digits.slice(-scale).replace(/0+$/, '');
	const text = `${whole < 0n ? '-' : ''}${digits.slice(0, -scale)}${fraction && `.${fraction}`}`;
	return fraction.length + digits.length - scale > 15 ? text : Number(text);
}

/** Places behind the point of a type such as `Decimal[18e+2]`. */
const scaleOf = (type: string): number | undefined => {
	const scale = /^Decimal\[\d+e([+-]?\d+)\]$/.exec(type)?.[1];
	return scale === undefined ? undefined : Number(scale);
};

/**
 * Reads a column cell by cell. Texts are decoded all at once where every letter of them is one byte: a column of codes
 * of the whole country would be decoded fifty thousand times.
 * @param type the engine's name of the type of the column
 */
export function cellsOf(vector: Vector, type: string): (row: number) => unknown {
	const [data, ...more] = vector.data;
	const plain = (row: number) => vector.get(row);
	const scale = scaleOf(type);
	if (scale !== undefined)
		return (row) => {
			const words = plain(row);
			return words === null || words === undefined ? null : decimal(words as ArrayLike<number>, scale);
		};
	if (type !== 'Utf8' || !data?.valueOffsets || more.length > 0 || !(data.values instanceof Uint8Array))
		return plain;
	const { length, values, valueOffsets: offsets } = data;
	const [from = 0, to = 0] = [offsets[0], offsets[length]];
	const text = decoder.decode(values.subarray(from, to));
	if (text.length !== to - from) return plain;
	return (row) => (data.getValid(row) ? text.slice(offsets[row]! - from, offsets[row + 1]! - from) : null);
}
