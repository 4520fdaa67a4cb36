import type { Sentence } from './sentence.ts';

/** A sentence as a reader sees it. */
export const textOf = (sentence: Sentence): string =>
	sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('');
