import type { Labels } from '#lib/schema/receipt.ts';
import { areaOf } from './areas.ts';
import type { Layout } from './layout.ts';
import type { Topic } from './names.ts';

const named = (pairs: readonly (readonly [code: string, label: string])[]): Record<string, string> =>
	Object.fromEntries(pairs.filter(([, label]) => label !== '').toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The name of a measure with its heading and unit: another unit makes another figure too. */
function measureName({ group, title, unit }: Topic): string {
	const name = [group, title]
		.map((part) => part.trim())
		.filter(Boolean)
		.join('/');
	return unit ? `${name} (${unit.trim()})` : name;
}

/** Names of areas by their codes, in the order of the codes. */
export const areaLabels = (areas: Iterable<readonly [code: string, name: string]>): Record<string, string> =>
	named([...areas].map(([code, name]) => [areaOf(code), name.trim()]));

/** What the publisher calls the measures, categories and areas that a feed takes from a table. */
export function labelsOf({ table, roles, others, area }: Layout): Labels {
	const categoriesOf = (id: string) => table.dimensions.find((each) => each.id === id)!.categories;
	const keys = new Set(area.keys);
	return {
		measures: named(
			[...roles].flatMap(([key, own]) => {
				const topic = table.topics.find((each) => each.key === key.split('|')[0]);
				return own
					.filter(({ part }) => part === 'value')
					.map(({ indicator }) => [indicator, topic ? measureName(topic) : ''] as const);
			})
		),
		groups: named(
			others.flatMap(({ id, labels }) =>
				categoriesOf(id)
					.filter(({ key }) => labels.has(key.trim()))
					.map(({ key, title }) => [`${id} ${key.trim()}`, title.trim()] as const)
			)
		),
		areas: areaLabels(
			categoriesOf(area.id)
				.filter(({ key }) => keys.has(key))
				.map(({ key, title }) => [key, title])
		)
	};
}
