import type { Monitor } from '../schema/monitor.ts';
import type { Figures } from './sums.ts';

export type Contradiction = Monitor['contradictions'][number];

const money = /\b(euro|bedrag(en)?|subsidies?|kosten|uitgaven|budget|begroting|uitgegeven)\b|€/i;

/** Whether a contradiction in the documents is about money: by its figures, or by its words. */
export const concernsMoney = ({ text, figures: ids }: Contradiction, figures: Figures): boolean =>
	ids.some((id) => figures[id]?.unit === 'euro') || money.test(text);
