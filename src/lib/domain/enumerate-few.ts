import { count, enumerate } from './format.ts';

/** More than this are counted, and not named. */
const mostNames = 3;

/** Things by their names, as `Noord en Zuid`, or how many there are where they are many: `4 wijken`. */
export const enumerateFew = (labels: readonly string[], one: string, more: string): string =>
	labels.length > mostNames ? count(labels.length, one, more) : enumerate(labels);
