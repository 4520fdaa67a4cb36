/** A text in small letters without accents, so that `Cliëntondersteuning` is found with `clientondersteuning`. */
export const fold = (text: string): string =>
	text
		.normalize('NFD')
		.replace(/\p{Diacritic}/gu, '')
		.toLowerCase();

/** The part of an address that leads to a text on a page: `Sociaal Beleidskader (SBK)` is `sociaal-beleidskader-sbk`. */
export const anchorOf = (text: string): string =>
	fold(text)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');

/** The letter under which a text stands in an index from A to Z: `'s-Gravenzande` under G, as is usual in Dutch. */
export function initialOf(text: string): string {
	const [letter] = fold(text)
		.replace(/^['’][a-z][ -]/, '')
		.match(/[a-z0-9]/) ?? ['#'];
	return /\d/.test(letter) ? '0-9' : letter.toUpperCase();
}

const order = new Intl.Collator('nl', { numeric: true, ignorePunctuation: true });

/** Texts by the letter of their index, each letter in the order of the dictionary. */
export function byLetter<T>(
	items: readonly T[],
	title: (item: T) => string
): { letter: string; items: T[] }[] {
	const letters = new Map<string, T[]>();
	const sortable = (item: T) => title(item).replace(/^['’][a-z][ -]/i, '');
	for (const item of items.toSorted((a, b) => order.compare(sortable(a), sortable(b)))) {
		const letter = initialOf(title(item));
		letters.set(letter, [...(letters.get(letter) ?? []), item]);
	}
	return [...letters]
		.map(([letter, own]) => ({ letter, items: own }))
		.toSorted((a, b) => order.compare(a.letter, b.letter));
}
