import type { TreeFile } from '#lib/charts/tree-file.ts';
import { language } from '#lib/domain/language.ts';
import { findMonitor, model } from './model.ts';

/** A monitor's tree, ready to be written as a file. */
export function treeFileOf(slug: string): TreeFile {
	const { monitor, goals, links, colours } = findMonitor(slug);
	const documents = model.sources
		.filter(({ id }) => monitor.documents.includes(id))
		.map(({ title }) => title);
	return {
		...(monitor.language !== language && { lang: monitor.language }),
		title: `De doelenboom van ${monitor.name}`,
		source: `Bron: ${documents.join('; ')}. Titels in woorden van deze site.`,
		goals: goals.map(({ id, level, code, title }) => ({ id, level, code, title })),
		links: links.map(({ from, to, origin }) => ({ from, to, origin })),
		empty: Object.fromEntries(monitor.levels.flatMap(({ level, empty }) => (empty ? [[level, empty]] : []))),
		colours
	};
}
