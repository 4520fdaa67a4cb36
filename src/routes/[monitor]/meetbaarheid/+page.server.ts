import { group } from 'd3';
import { notesAbout } from '#lib/domain/notes.ts';
import { isMeasuredInDocument } from '#lib/domain/measure.ts';
import { levels } from '#lib/domain/tree.ts';
import { measurable, missingParts, shareOf } from '#lib/domain/verdict/measurability.ts';
import { documentTitles } from '#lib/server/documents.ts';
import { monitorEntries } from '#lib/server/entries.ts';
import { findMonitor, model } from '#lib/server/model.ts';
import { verdictsOf } from '#lib/server/verdicts.ts';

export const entries = monitorEntries;

export async function load({ params }) {
	const data = findMonitor(params.monitor);
	const verdicts = await verdictsOf(data);
	const goals = data.goals.map((goal) => {
		const verdict = verdicts.get(goal.id)!;
		return { ...goal, has: measurable(goal, verdict), inDocument: isMeasuredInDocument(goal, verdict) };
	});
	const shares = (pick: (goal: (typeof goals)[number]) => boolean) => {
		const own = goals.filter(pick);
		return {
			...shareOf(own.map(({ has }) => has)),
			open: own.filter(({ has, indicators }) => has.indicator && indicators.length > 0).length,
			beside: own.filter(({ has }) => has.isBeside).length,
			document: own.filter(({ inDocument }) => inDocument).length
		};
	};
	const lacking = goals.filter(({ has }) => missingParts(has).length > 0);
	return {
		asOf: model.asOf,
		notes: notesAbout(data.notes, model.asOf, () => true).filter(({ expired }) => expired),
		noteCount: data.notes.length,
		documents: documentTitles(data),
		levels: levels.map((level) => ({ level, ...shares((goal) => goal.level === level) })),
		themes: data.monitor.themes.map(({ id, title }) => ({
			id,
			title,
			...shares(({ themes }) => themes.includes(id))
		})),
		owners: [...group(lacking, ({ owner }) => owner ?? '')]
			.map(([owner, own]) => ({
				owner,
				goals: own.map(({ id, level, code, title, has, noIndicator }) => ({
					id,
					level,
					code,
					title,
					missing: missingParts(has),
					why: has.indicator || has.unmeasured.length > 0 ? undefined : noIndicator,
					unmeasured: has.unmeasured
				}))
			}))
			.toSorted((a, b) => b.goals.length - a.goals.length || a.owner.localeCompare(b.owner, 'nl'))
	};
}
