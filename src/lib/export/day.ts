const dayMilliseconds = 86_400_000;

/**
 * Days from 1 January 1970 to a day, or `undefined` for a text that is no day of the calendar.
 * @param day as `2026-11-23`
 */
export function dayNumber(day: string): number | undefined {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
	const time = Date.parse(`${day}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
		? time / dayMilliseconds
		: undefined;
}
