import { agreementTitles } from '#lib/domain/agreements.ts';
import { allTerms, termsIn } from '#lib/domain/glossary.ts';
import { inOrder } from '#lib/domain/milestones.ts';
import { documentTitles, idsInTables, pickFigures, pickGoals, tablesOn } from './documents.ts';
import { findMonitor, model } from './model.ts';

/** All that the page about the approach shows: what the documents say beside the goal tree. */
export function loadApproachPage(slug: string) {
	const data = findMonitor(slug);
	const { monitor, services, voices, profiles } = data;
	const titles = agreementTitles(data.agreements);
	const agreements = data.agreements.map((each) => ({ ...each, title: titles[each.id] ?? each.partner }));
	const tables = tablesOn(data, 'aanpak');
	const milestones = inOrder(data.milestones);
	const { statements, contradictions } = monitor;
	const offered = (services?.groups ?? []).flatMap((group) => group.services);
	const studies = voices?.studies ?? [];
	const shown = { statements, services, milestones, agreements, profiles, voices, tables, contradictions };
	const figures = pickFigures(data, [
		...idsInTables(tables),
		...offered.flatMap(({ figures: own }) => own),
		...agreements.flatMap(({ amounts }) => amounts),
		...studies.flatMap(({ people }) => people.figure ?? []),
		...contradictions.flatMap(({ figures: own }) => own)
	]);
	return {
		terms: termsIn(
			JSON.stringify([shown, figures]),
			allTerms(model.glossary, [data]).filter(({ monitor: own }) => own)
		),
		...shown,
		documents: documentTitles(data),
		goals: pickGoals(data, [
			...offered.flatMap(({ goals }) => goals),
			...milestones.flatMap(({ goals }) => goals),
			...agreements.flatMap(({ goals }) => goals),
			...profiles.flatMap(({ goals }) => goals),
			...studies.flatMap(({ findings }) => findings.flatMap(({ goals }) => goals))
		]),
		figures
	};
}
