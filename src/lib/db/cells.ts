/** A type of Arrow, as it writes itself; those of what is in a list or the like are its children. */
interface Type {
	toString: () => string;
	children: readonly { name: string; type: Type }[] | null;
}

/** One column of a batch as Arrow has it; `data` of texts holds their letters in UTF-8, and where each begins. */
export interface Vector {
	type: Type;
	get: (row: number) => unknown;
	/** The column of what is in a list, or of one part of a struct. */
	getChildAt?: (index: number) => Vector | null;
	data: readonly {
		length: number;
		values?: unknown;
		valueOffsets?: unknown;
		getValid: (row: number) => boolean;
	}[];
}

/** The last day that a computer knows, in milliseconds. */
const lastDay = 8.64e15;

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

/** A day or a moment within a list or the like, as a text. */
const asText = (value: unknown, name: string): unknown => {
	if (typeof value !== 'number' || !/^(Date|Timestamp)/.test(name)) return value;
	if (Math.abs(value) > lastDay) return value < 0 ? '-oneindig' : 'oneindig';
	const [day, time = ''] = new Date(value).toISOString().split('T');
	return name.startsWith('Date') ? day : `${day} ${time.slice(0, 8)}`;
};

/** Cells of the columns inside a list, a struct or a map. */
function inside(vector: Vector): ((row: number) => unknown)[] {
	return (vector.type.children ?? []).map(({ type }, i) => {
		const child = vector.getChildAt?.(i);
		const cell = child ? cellsOf(child, String(type)) : () => null;
		return (row: number) => asText(cell(row), String(type));
	});
}

/** A list, a struct or a map, with numbers, days and the like in it as they are outside of one. */
function nested(vector: Vector, name: string): ((row: number) => unknown) | undefined {
	const [data, ...more] = vector.data;
	if (!data || more.length > 0) return undefined;
	const known = (read: (row: number) => unknown) => (row: number) => (data.getValid(row) ? read(row) : null);
	const { valueOffsets: offsets } = data;
	const children = vector.type.children ?? [];
	const places = (row: number): number[] => {
		const width = Number(/^FixedSizeList\[(\d+)\]/.exec(name)?.[1]);
		const [from, to] =
			offsets instanceof Int32Array ? [offsets[row]!, offsets[row + 1]!] : [row * width, (row + 1) * width];
		return Array.from({ length: to - from }, (_, i) => from + i);
	};
	if (name.startsWith('Struct')) {
		const cells = inside(vector);
		return known((row) => Object.fromEntries(children.map((each, i) => [each.name, cells[i]!(row)])));
	}
	if (name.startsWith('Map')) {
		const [key, value] = inside(vector.getChildAt?.(0) ?? vector);
		return known((row) => Object.fromEntries(places(row).map((i) => [String(key?.(i)), value?.(i)])));
	}
	const [cell] = inside(vector);
	return known((row) => places(row).map((i) => cell?.(i)));
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
	if (/^(Struct|Map|(Fixed)?(Size)?List)/.test(type)) return nested(vector, type) ?? plain;
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
