import type { FigureChange } from '#lib/schema/model.ts';
import type { PageData } from './$types';

/** What every table of changed figures needs besides them. */
export interface FigureTable {
	legend: PageData['legend'];
	/** Code and name of the gemeente. */
	area: string;
	name: string;
	/** Address of the figures that changed, where there is still a page of them. */
	href: (change: FigureChange) => string | undefined;
}
