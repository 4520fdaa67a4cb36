/** A label along an axis; `x` is in percent of its width. */
export interface Tick {
	x: number;
	label: string;
	/** Whether it would touch the next one where the chart is narrow. */
	wide: boolean;
}

/** Marks labels, in order along the axis, that have no room on a narrow chart; the last one stays. */
export function thin(labels: readonly Omit<Tick, 'wide'>[]): Tick[] {
	let next = Infinity;
	return labels
		.toReversed()
		.map((label) => {
			const wide = next - label.x < 13;
			if (!wide) next = label.x;
			return { ...label, wide };
		})
		.toReversed();
}
