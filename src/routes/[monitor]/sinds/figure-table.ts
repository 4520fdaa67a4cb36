import type { PageData } from './$types';

/** What every table of changed figures needs besides them. */
export interface FigureTable {
	legend: PageData['legend'];
	/** Code and name of the gemeente. */
	area: string;
	name: string;
	/** Address of an indicator, for one group of residents. */
	href: (indicator: string, choice?: string) => string;
}
