import type { Missing } from '../schema/observation.ts';
import { missingSigns } from './format.ts';

/** A word of the data as the reason of a missing value, or `undefined` where it is none. */
export const toMissing = (word: unknown): Missing | undefined =>
	typeof word === 'string' && Object.hasOwn(missingSigns, word) ? (word as Missing) : undefined;
