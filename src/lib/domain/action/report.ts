import type { Goal } from '../../schema/goal.ts';
import { capital, formatDay } from '../format.ts';
import { progressNames } from '../goal-names.ts';
import type { Report } from '../verdict/facts.ts';
import type { Published } from '../verdict/period.ts';

/**
 * What was reported of a goal, in the order in which it could be known. A report counts from the publication of its
 * document; where nobody knows that day, from the day that it is about, and never before the day that the monitor worked out
 * for the document.
 */
export function reportsOf({ progress }: Pick<Goal, 'progress'>, sources: Published): Report[] {
	return progress
		.map((each) => {
			const { published, since = '' } = sources.find(({ id }) => id === each.source.document) ?? {};
			return published !== undefined && published >= each.date
				? { ...each, known: published, published: true }
				: { ...each, known: !published && since > each.date ? since : each.date, published: false };
		})
		.toSorted((a, b) => a.known.localeCompare(b.known) || a.date.localeCompare(b.date));
}

/** The text of a report, without how it stands where it begins with that. */
export function reportText({ state, text }: Pick<Report, 'state' | 'text'>): string {
	const stand = `${capital(progressNames[state])}.`;
	return text.startsWith(stand) ? text.slice(stand.length).trimStart() : text;
}

/** How it stood, and which document says so: "Stand op 31 december 2017, volgens het stuk van 26 april 2018: bezig." */
export function tellStand({ date, state, known, published }: Report): string {
	const day = published && date === known ? '' : ` op ${formatDay(date)},`;
	const document = published ? `het stuk van ${formatDay(known)}` : 'een stuk zonder datum';
	return `Stand${day} volgens ${document}: ${progressNames[state]}.`;
}

/** The same with what the document says of it. */
export const tellReport = (report: Report): string => `${tellStand(report)} ${reportText(report)}`.trimEnd();
