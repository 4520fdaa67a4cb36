import { areaNames } from '#lib/domain/area-names.ts';
import { allTerms } from '#lib/domain/glossary.ts';
import { byLetter } from '#lib/domain/fold.ts';
import { kindNames as goalKinds } from '#lib/domain/goal-names.ts';
import type { Kind } from '#lib/domain/findings.ts';
import type { MonitorData } from '#lib/schema/model.ts';
import { areasOf } from './areas.ts';
import { indicatorsOf } from './indicator-page.ts';
import { model } from './model.ts';

/** Something that can be found: what the page of search lists, and the words that lead to it. */
export interface Findable {
	kind: Kind;
	/** Slug of its monitor; empty for what belongs to the whole site. */
	monitor: string;
	/** What its address is made of. */
	id: string;
	title: string;
	/** What it is, in a few words: `actiepunt`, `buurt in Monster`. */
	label: string;
	/** Other names and codes by which people may look for it. */
	other: string;
	/** What it is about; shown below its title. */
	text: string;
}

function goalsOf({ monitor, goals }: MonitorData): Findable[] {
	const themes = new Map(monitor.themes.map(({ id, title }) => [id, title]));
	const levels = new Map(monitor.levels.map(({ level, label }) => [level, label]));
	return goals.map((goal) => ({
		kind: 'goal',
		monitor: monitor.slug,
		id: goal.id,
		title: goal.title,
		label: goalKinds[goal.kind],
		other: [goal.code, goal.name, levels.get(goal.level), ...goal.themes.map((id) => themes.get(id))]
			.filter(Boolean)
			.join(' '),
		text: goal.text ?? ''
	}));
}

async function indicatorsIn({ monitor }: MonitorData): Promise<Findable[]> {
	const themes = new Map(model.themes.map(({ id, title }) => [id, title]));
	return (await indicatorsOf(monitor.municipality)).map((indicator) => ({
		kind: 'indicator',
		monitor: monitor.slug,
		id: indicator.id,
		title: indicator.title,
		label: 'indicator',
		other: `${indicator.phrase} ${themes.get(indicator.theme) ?? ''}`,
		text: indicator.definition
	}));
}

/** The areas of the division, each code once under its newest name, and the organisation's own. */
async function areasIn({ monitor, areas: own }: MonitorData): Promise<Findable[]> {
	const all = await areasOf(monitor.municipality);
	const newest = new Map(all.map((area) => [area.code, area]));
	const division = [...newest.values()].map((area): Findable => {
		const parent = area.level === 'buurt' ? newest.get(area.parent ?? '') : undefined;
		const names = all.filter(({ code }) => code === area.code).flatMap(({ name, label }) => [name, label]);
		return {
			kind: 'area',
			monitor: monitor.slug,
			id: area.code,
			title: area.label,
			label: parent ? `${areaNames[area.level].one} in ${parent.label}` : areaNames[area.level].one,
			other: [...new Set([area.code, ...names])].join(' '),
			text: ''
		};
	});
	const composed = (own?.areas ?? []).map((area): Findable => ({
		kind: 'area',
		monitor: monitor.slug,
		id: area.code,
		title: area.name,
		label: own!.level.singular,
		other: area.members.map((code) => newest.get(code)?.name ?? code).join(' '),
		text: ''
	}));
	return [...composed, ...division];
}

function terms(): Findable[] {
	return allTerms(model.glossary, model.monitors).map(({ term, anchor, meaning, monitor }) => ({
		kind: 'term',
		monitor: monitor?.slug ?? '',
		id: anchor,
		title: term,
		label: 'begrip',
		other: '',
		text: meaning
	}));
}

async function readAll() {
	const perMonitor = await Promise.all(
		model.monitors.map(async (data) => [
			...goalsOf(data),
			...(await indicatorsIn(data)),
			...(await areasIn(data))
		])
	);
	return byLetter([...perMonitor.flat(), ...terms()], ({ title }) => title);
}

let all: ReturnType<typeof readAll> | undefined;

/** Everything that can be found, from A to Z: the order is that of the index and of the list on the page alike. */
export const findables = (): ReturnType<typeof readAll> => (all ??= readAll());
