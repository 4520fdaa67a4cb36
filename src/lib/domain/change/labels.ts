import type { Labels } from '../../schema/receipt.ts';

/** What a publisher now calls something else than before. */
export interface LabelChange {
	kind: keyof Labels;
	/** An indicator, a category with its dimension, or an area. */
	code: string;
	before: string;
	now: string;
}

const kinds = ['measures', 'groups', 'areas'] as const;

/** Names that are other ones than before, in the order of their codes; what is new or gone has no other name. */
export const compareLabels = (before: Labels, now: Labels): LabelChange[] =>
	kinds.flatMap((kind) =>
		Object.entries(now[kind]).flatMap(([code, label]) => {
			const old = Object.hasOwn(before[kind], code) ? before[kind][code]! : label;
			return old === label ? [] : [{ kind, code, before: old, now: label }];
		})
	);
