/** A reader that must stand anything: it reads it, or says in a problem what is wrong. */
export interface FuzzTarget {
	name: string;
	/** Number of cases of `npm run fuzz`. */
	cases: number;
	/** Tries so many cases; throws with the smallest case that breaks the reader. */
	run: (cases: number) => Promise<void>;
}
