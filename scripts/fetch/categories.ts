import type { Feed } from '#lib/schema/feed.ts';
import type { Problem } from '#scripts/read/problem.ts';

/** A category of a dimension, as its publisher describes it. */
export interface Category {
	/** With the spaces that it is padded with. */
	key: string;
	title: string;
	/** Heading that it stands under. */
	group?: string | undefined;
	/** Of a period: whether its figures are final. */
	status?: string | undefined;
}

export interface Dimension {
	id: string;
	title: string;
	kind: 'area' | 'period' | 'margin' | 'other';
	categories: Category[];
}

/** What is kept of a dimension: keys as in the table, each with the name of its group of residents. */
export interface Kept {
	id: string;
	/** An empty name is the total. */
	labels: Map<string, string>;
	/** Whether every category is kept, so that nothing has to be selected. */
	isAll: boolean;
}

const mostShown = 8;

/** A name as it may stand in an address: small letters, digits and hyphens. */
export function slugOf(text: string): string {
	return text
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.replaceAll('+', ' plus ')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}

/** The category that stands for all others, where it can be recognised: by its title, its code, or its heading. */
export function totalOf(categories: readonly Category[]): Category | undefined {
	if (categories.length === 1) return categories[0];
	const named = categories.find(({ title }) => /^totaal\b/i.test(title));
	const coded = categories.find(({ key }) => /^T\d{6}$/.test(key.trim()));
	if (named ?? coded) return named ?? coded;
	const [first] = categories;
	const isAlone =
		first?.group !== undefined &&
		categories.every(({ group }, i) => group !== undefined && (i === 0) === (group === first.group));
	return isAlone ? first : undefined;
}

/** The groups that a feed names for a dimension; none where it does not, or keeps all by their codes. */
export function namedGroups({ breakdowns }: Feed, dimension: string): Record<string, string> | undefined {
	const own = breakdowns?.[dimension];
	return own === 'codes' ? undefined : own;
}

/** Every category, each by its code: `categorie=l1-1`. */
function keepCodes({ id, title, categories }: Dimension): Kept {
	const name = slugOf(title) || slugOf(id) || 'indeling';
	const labels = categories.map(({ key }, i): [string, string] => [
		key.trim(),
		`${name}=${slugOf(key) || `categorie-${i + 1}`}`
	]);
	return { id, labels: new Map(labels), isAll: true };
}

function keepAll({ id, title, categories }: Dimension): Kept {
	const name = slugOf(title) || slugOf(id) || 'indeling';
	const slugs = categories.map((each) => slugOf(each.title));
	const isOnce = (slug: string) => slug !== '' && slugs.indexOf(slug) === slugs.lastIndexOf(slug);
	const labels = categories.map(({ key }, i): [string, string] => {
		const own = isOnce(slugs[i]!) ? slugs[i]! : [slugs[i]!, slugOf(key)].filter(Boolean).join('-');
		return [key.trim(), `${name}=${own || `categorie-${i + 1}`}`];
	});
	return { id, labels: new Map(labels), isAll: true };
}

function keepNamed(
	{ id, title, categories }: Dimension,
	named: Record<string, string>,
	file: string
): { kept: Kept; problems: Problem[] } {
	const labels = new Map<string, string>();
	const problems: Problem[] = [];
	for (const [key, label] of Object.entries(named)) {
		const found = categories.find((each) => each.key.trim() === key.trim() || each.title === key);
		if (found) labels.set(found.key.trim(), label === 'totaal' ? '' : label);
		else {
			const shown = categories.slice(0, mostShown).map((each) => `${each.key.trim()} (${each.title})`);
			const more = categories.length > mostShown ? ', …' : '';
			const expected = `een categorie van "${title}": ${shown.join(', ')}${more}`;
			problems.push({ file, line: 0, column: 0, value: key, expected });
		}
	}
	return { kept: { id, labels, isAll: labels.size === categories.length }, problems };
}

/**
 * What a feed keeps of a dimension: the categories that it names, or all by their codes where it says so, or else the total, or else everything.
 * @returns what is kept, and a remark where the feed did not say it itself
 */
export function keep(
	dimension: Dimension,
	named: Record<string, string> | 'codes' | undefined,
	file: string
): { kept: Kept; remark?: string; problems: Problem[] } {
	if (named === 'codes') return { kept: keepCodes(dimension), problems: [] };
	if (named) return keepNamed(dimension, named, file);
	const { id, title, categories } = dimension;
	const total = totalOf(categories);
	if (!total) {
		const remark = `De feed zegt niets over "${title}" en een totaal is er niet te herkennen. Alle ${categories.length} categorieën zijn meegenomen.`;
		return { kept: keepAll(dimension), remark, problems: [] };
	}
	const kept = { id, labels: new Map([[total.key.trim(), '']]), isAll: categories.length === 1 };
	const remark = `De feed zegt niets over "${title}". Daarvan is alleen "${total.title}" genomen.`;
	return { kept, problems: [], ...(categories.length > 1 && { remark }) };
}

/** One name for the categories of a figure together; `totaal` where all of them are totals. */
export function breakdownOf(parts: readonly { id: string; label: string }[]): string {
	const own = parts.filter(({ label }) => label !== '');
	if (own.length === 0) return 'totaal';
	if (own.length === 1) return own[0]!.label;
	return own
		.map(({ id, label }) => (label.includes('=') ? label : `${slugOf(id) || 'indeling'}=${slugOf(label)}`))
		.join(';');
}
