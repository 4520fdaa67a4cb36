/** A type of Arrow, as it writes itself; those of what is in a list or the like are its children. */
interface Type {
	toString: () => string;
	children: readonly { name: string; type: Type }[] | null;
}

/** One column of a batch as Arrow has it; `data` of texts holds their letters in UTF-8, and where each begins. */
export interface Vector {
	type: Type;
	get: (row: number) => unknown;
	data: readonly {
		length: number;
		values?: unknown;
		valueOffsets?: unknown;
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

/** A length of time: months and days have no fixed number of seconds. */
export interface Interval {
	months: number;
	days: number;
	micros: bigint;
}

/** Arrow itself does not know this form: months, days, and the nanoseconds in two halves. */
function interval(words: ArrayLike<number>, row: number): Interval {
	const [months = 0, days = 0, low = 0, high = 0] = [0, 1, 2, 3].map((i) => words[row * 4 + i]);
	return { months, days, micros: ((BigInt(high) << 32n) | BigInt(low >>> 0)) / 1000n };
}

/** What is in a list, a struct or a map, with numbers and days as they are outside of one. */
function nested({ children }: Pick<Type, 'children'>, name: string, value: unknown): unknown {
	if (value === null || value === undefined) return value;
	const [first] = children ?? [];
	const inner = (each: { type: Type }, own: unknown): unknown => nested(each.type, String(each.type), own);
	if (first && /^(Fixed)?(Size)?List/.test(name))
		return Array.from(value as Iterable<unknown>, (each) => inner(first, each));
	if (first && name.startsWith('Struct'))
		return Object.fromEntries(
			children!.map((each) => [each.name, inner(each, (value as Record<string, unknown>)[each.name])])
		);
	if (first && name.startsWith('Map')) {
		const own = first.type.children?.[1];
		return Object.fromEntries(
			[...(value as Iterable<[unknown, unknown]>)].map(([key, each]) => [
				String(key),
				own ? inner(own, each) : each
			])
		);
	}
	const scale = scaleOf(name);
	if (scale !== undefined) return decimal(value as ArrayLike<number>, scale);
	if (typeof value === 'number' && /^(Date|Timestamp)/.test(name)) {
		const iso = new Date(value).toISOString();
		return name.startsWith('Date') ? iso.slice(0, 10) : iso.slice(0, 19).replace('T', ' ');
	}
	return value;
}

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
	if (type.startsWith('Interval') && data && more.length === 0 && data.values instanceof Int32Array) {
		const { values: words } = data;
		return (row) => (data.getValid(row) ? interval(words, row) : null);
	}
	if (/^(Struct|Map|(Fixed)?(Size)?List)/.test(type)) return (row) => nested(vector.type, type, plain(row));
	// A day or moment without end is none that Arrow can give.
	if (type.startsWith('Timestamp'))
		return (row) => {
			try {
				return plain(row);
			} catch {
				return 'oneindig';
			}
		};
	if (
		type !== 'Utf8' ||
		!(data?.valueOffsets instanceof Int32Array) ||
		more.length > 0 ||
		!(data.values instanceof Uint8Array)
	)
		return plain;
	const { length, values, valueOffsets: offsets } = data;
	const [from = 0, to = 0] = [offsets[0], offsets[length]];
	const text = decoder.decode(values.subarray(from, to));
	if (text.length !== to - from) return plain;
	return (row) => (data.getValid(row) ? text.slice(offsets[row]! - from, offsets[row + 1]! - from) : null);
}
