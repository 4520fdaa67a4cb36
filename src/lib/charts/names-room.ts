/** Width in pixels beside a chart with lines that the longest of their names takes, with the numbers at its axis. */
export const roomFor = (names: Iterable<string>): number =>
	70 + 7.6 * Math.max(0, ...Array.from(names, ({ length }) => length));
