import { formatWhole } from '../format.ts';

/** The name of a column as words for in a sentence: `per_1000` is “per 1.000”. */
export function measureWords(name: string): string {
	const words = name.replace(/_+/g, ' ').trim();
	return words === '' ? name : words.replace(/(?<=\bper )\d+\b/gi, (digits) => formatWhole(Number(digits)));
}
