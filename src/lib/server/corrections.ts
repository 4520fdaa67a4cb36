import { tellCorrection } from '#lib/domain/corrections.ts';
import type { Correction } from '#lib/schema/correction.ts';
import { model } from './model.ts';

/** A correction as a page shows it: in words, with what its figure is. */
function shown(correction: Correction) {
	const { table, indicator: id, area: code, period, breakdown, value, published, url } = correction;
	const indicator = model.indicators.find((each) => each.id === id)!;
	const boundaries = model.sources.find((source) => source.id === table)?.boundaries;
	const area = model.areas.find((each) => each.code === code && each.boundaries === boundaries);
	return {
		...{ table, indicator: id, title: indicator.title, unit: indicator.unit },
		...{ area: code, period: Number(period), breakdown, value, published, url },
		told: tellCorrection(correction, area?.name ?? code, indicator)
	};
}

export type ShownCorrection = ReturnType<typeof shown>;

/** The corrections that hold for some figures, in the order of their file. */
export const correctionsOf = (isWanted: (correction: Correction) => boolean): ShownCorrection[] =>
	model.corrections.filter(isWanted).map(shown);
