import { group } from 'd3';
import type { Area, Conversion } from '../../schema/area.ts';

/**
 * Areas that are made of the same parts in the lists of two years: same code, same name, and parts with the same codes
 * and names; for an area without parts, those of the area that it lies in. It is the most that two lists can say: a
 * border may have moved all the same.
 */
export function sameParts(areas: readonly Area[], from: number, to: number): Conversion[] {
	const listOf = (year: number) => areas.filter(({ boundaries }) => boundaries === year);
	const [old, now] = [listOf(from), listOf(to)];
	const parts = (list: readonly Area[]) => {
		const byParent = group(list, ({ parent }) => parent);
		return (code: string) =>
			(byParent.get(code) ?? [])
				.map((each) => `${each.code} ${each.name}`)
				.toSorted()
				.join('\n');
	};
	const [oldParts, newParts] = [parts(old), parts(now)];
	const names = new Map(now.map(({ code, name }) => [code, name]));
	return old
		.filter(({ code, name, parent }) => {
			const inside = oldParts(code) === '' && newParts(code) === '' ? parent : code;
			return names.get(code) === name && oldParts(inside) === newParts(inside);
		})
		.map(({ code }) => ({
			from: code,
			to: code,
			share: 1,
			basis: 'same-parts',
			fromBoundaries: from,
			toBoundaries: to
		}));
}
