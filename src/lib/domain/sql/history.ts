/** Questions that are kept at the most. */
export const mostKept = 50;

/** A list of questions, newest first, with one more in it: what was there already moves to the front. */
export function remember(kept: readonly string[], sql: string): string[] {
	const asked = sql.trim();
	if (asked === '') return [...kept];
	return [asked, ...kept.filter((each) => each !== asked)].slice(0, mostKept);
}

/** A list of questions as it was kept as text; what cannot be read is no list. */
export function readKept(text: string | null): string[] {
	try {
		const kept: unknown = JSON.parse(text ?? '[]');
		if (!Array.isArray(kept)) return [];
		return kept.filter((each) => typeof each === 'string').slice(0, mostKept);
	} catch {
		return [];
	}
}

/** A question by its first line that says something, without the signs of a comment. */
export function nameOf(sql: string, letters = 80): string {
	const line = sql.split('\n').find((each) => /\w/.test(each)) ?? sql;
	const name = line.replace(/^\s*--\s*/, '').trim();
	return name.length > letters ? `${name.slice(0, letters - 1)}…` : name;
}
