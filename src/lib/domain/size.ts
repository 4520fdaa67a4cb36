const whole = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 0 });
const oneDecimal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 1 });

/** The size of a file in words: `120 kB`, `3,9 MB`. A kB is 1,000 bytes. */
export const formatSize = (bytes: number): string =>
	bytes < 999_500
		? `${whole.format(Math.max(1, Math.round(bytes / 1000)))} kB`
		: `${oneDecimal.format(bytes / 1_000_000)} MB`;
