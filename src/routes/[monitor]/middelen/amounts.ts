import {
	perInhabitantId,
	seriesId,
	type Amount,
	type Report,
	type YearTotal
} from '#lib/domain/expenditure.ts';
import type { Unit } from '#lib/schema/indicator.ts';

/** An amount with all that its element on the page has to say. */
export interface AmountCell extends Amount {
	unit: Unit;
	indicator: string;
	area: string;
	period: number;
	/** Worked out by the site, where no source gives it. */
	made?: 'sum';
}

/** A row of a table of amounts. */
export interface AmountRow {
	head: string;
	cells: AmountCell[];
}

/** What a report gives for all of 6.x in one year. */
export const totalCell = (
	{ municipality: area, year: period, total }: YearTotal,
	report: Report
): AmountCell => ({ ...total[report], unit: '1000-euro', indicator: seriesId(report), area, period });

/** The same per inhabitant, in euro. */
export const perInhabitantCell = (
	{ municipality: area, year: period, perInhabitant }: YearTotal,
	report: Report
): AmountCell => ({
	...perInhabitant[report],
	unit: 'euro',
	indicator: perInhabitantId(report),
	area,
	period
});
