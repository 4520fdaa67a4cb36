/** All texts with a letter in something read from JSON, without the spaces around them: what the data say, at any depth. */
export function textsIn(value: unknown, found = new Set<string>()): Set<string> {
	if (typeof value === 'string') {
		if (/\p{L}/u.test(value)) found.add(value.trim());
	} else if (typeof value === 'object' && value !== null)
		for (const each of Object.values(value)) textsIn(each, found);
	return found;
}
