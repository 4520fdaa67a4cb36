import { kinds } from '#lib/domain/findings.ts';
import { model } from '#lib/server/model.ts';
import { findables } from '#lib/server/search.ts';

export const csr = true;

/** Everything from A to Z. Rows are packed as numbers and short texts, because the browser gets them once more. */
export async function load() {
	const letters = await findables();
	const monitors = model.monitors.map(({ monitor: { slug, name } }) => ({ slug, name }));
	const own = new Set(model.monitors.flatMap(({ areas }) => areas?.level.singular ?? []));
	const labels = [...new Set(letters.flatMap(({ items }) => items.map(({ label }) => label)))];
	return {
		monitors,
		labels: labels.map((label) => [label, own.has(label)] as const),
		letters: letters.map(({ letter, items }) => ({
			letter,
			rows: items.map(
				({ kind, monitor, label, id, title }) =>
					[
						kinds.indexOf(kind),
						monitors.findIndex(({ slug }) => slug === monitor),
						labels.indexOf(label),
						id,
						title
					] as const
			)
		}))
	};
}
