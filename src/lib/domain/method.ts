import type { Origin } from '../schema/common.ts';
import type { Missing, ObservationStatus } from '../schema/observation.ts';

/** What a figure that is there may be. */
export const statusNames: Record<Exclude<ObservationStatus, Missing>, { label: string; meaning: string }> = {
	definitive: { label: 'definitief', meaning: 'de bron verandert dit cijfer niet meer' },
	provisional: { label: 'voorlopig', meaning: 'het cijfer kan nog veranderen; er staat een * bij' },
	estimate: { label: 'schatting', meaning: 'uitgerekend met een model, niet geteld' }
};

/** How a link is drawn in the tree, as the dashes of a line and in a word. */
export const originLines: Record<Origin, { dashes: string; word: string }> = {
	source: { dashes: 'none', word: 'doorgetrokken' },
	editorial: { dashes: '6 4', word: 'gestreept' },
	derived: { dashes: '1.5 4', word: 'gestippeld' }
};
