/** What a value should be where its unit cannot have it, as a percentage above 100; nothing where all is well. */
export function unfit(unit: string, value: number | null): string | undefined {
	if (value === null) return undefined;
	if (unit === 'procent' && (value < 0 || value > 100)) return 'een percentage van 0 tot en met 100';
	if (unit === 'per-1000' && (value < 0 || value > 1000))
		return 'een aantal per 1.000, van 0 tot en met 1.000';
	if (unit === 'aantal' && (value < 0 || !Number.isInteger(value))) return 'een heel aantal, 0 of meer';
	return undefined;
}
