import type { Problem } from '#scripts/read/problem.ts';
import type { Loaded } from './load.ts';

/** Pages at the root of the site, where a monitor would stand too. */
export const pagesAtRoot: readonly string[] = [
	'404',
	'begrippen',
	'data',
	'deelplaatjes',
	'insluiten',
	'methode',
	'offline',
	'publiceren',
	'toegankelijkheid',
	'verken',
	'viewer',
	'vragen',
	'zoeken'
];

/** Frames of a monitor, where one of an indicator would stand too. */
export const framesOfMonitor: readonly string[] = ['boom', 'doelen', 'gebieden', 'middelen', 'tegels'];

const another = (taken: readonly string[]): string =>
	`een andere naam: de site heeft zelf al ${taken.join(', ')}`;

/** Names that would become an address at which the site has something else. */
export function checkTaken({ indicators, monitors }: Loaded, problems: Problem[]): void {
	for (const [i, { id }] of (indicators?.value?.indicators ?? []).entries())
		if (framesOfMonitor.includes(id))
			problems.push(indicators!.problemAt(['indicators', i, 'id'], another(framesOfMonitor), id));
	for (const { slug, files } of monitors)
		if (pagesAtRoot.includes(slug) && files.monitor)
			problems.push(files.monitor.problemAt(['slug'], another(pagesAtRoot), slug));
}
