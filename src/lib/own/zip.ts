/** A zip in memory of which the parts can be read, each as often as is needed. */
export interface Zip {
	/** Name of the file, for telling what is wrong with it. */
	file: string;
	has(name: string): boolean;
	/** The bytes of a part in pieces; throws what `problem` makes on anything that is not right. */
	read(name: string): AsyncGenerator<Uint8Array>;
	/**
	 * An error for the person who gave the file.
	 * @param expected what should have been there, in Dutch, as in `een werkmap die heel is`
	 * @param place where in the file, in Dutch, where that is known
	 */
	problem(expected: string, place?: string): Error;
}
