import { tellCorrection } from '#lib/domain/corrections.ts';
import { formatDay } from '#lib/domain/format.ts';
import { notesAbout, plainNote } from '#lib/domain/notes.ts';
import { subjectCode } from '#lib/domain/swing/subject.ts';
import type { Model, MonitorData } from '#lib/schema/model.ts';
import { ownPlace, placeOf, type Place } from './areas.ts';
import type { Beside } from './beside.ts';
import type { FlatFigure } from './flat.ts';

const everywhere: Place = { geolevel: '', geoitem: '' };

/** Corrections of figures that are in a table, each at its figure. */
export const correctionNotes = (
	{ corrections, indicators }: Model,
	table: string,
	boundaries: number,
	isOurs: (code: string) => boolean
): Beside[] =>
	corrections
		.filter((each) => each.table === table && isOurs(each.area))
		.map((each) => {
			const indicator = indicators.find(({ id }) => id === each.indicator)!;
			const { before, now, why } = tellCorrection(each, each.area, indicator);
			return {
				onderwerp: subjectCode(each.indicator, each.breakdown),
				...placeOf(each.area, boundaries),
				period: each.period,
				status: '',
				waarde: null,
				toelichting: `De bron geeft ${before}, deze site ${now}. ${why}`
			};
		});

/**
 * Explanations of a monitor that are about open figures of a table: of an indicator, an area or both. What is about a
 * goal or a figure of a document has no place in it.
 * @param areas codes with their year that the table of areas has, as `WK178301 2024`
 */
export function monitorNotes(
	{ notes, areas: own }: MonitorData,
	rows: readonly FlatFigure[],
	boundaries: number,
	areas: ReadonlySet<string>,
	asOf: string
): Beside[] {
	function placed(area: string | undefined): Place | undefined {
		if (area === undefined) return everywhere;
		const ours = own?.areas.find(({ code }) => code === area);
		if (ours) return ownPlace(own!, ours);
		return areas.has(`${area} ${boundaries}`) ? placeOf(area, boundaries) : undefined;
	}
	return notes.flatMap((note) => {
		const { goal, figure, indicator, breakdown, area, period = '' } = note.about;
		const place = placed(area);
		const [shown] = notesAbout([note], asOf, () => true);
		if (!shown || !place || goal !== undefined || figure !== undefined) return [];
		const inTable = rows.filter((row) => !/^\d{4}$/.test(period) || row.period === period);
		const subjects = [
			...new Set(
				inTable
					.filter((row) => row.indicator === indicator && (breakdown ?? row.breakdown) === row.breakdown)
					.map(({ code }) => code)
			)
		];
		const until = note.until === undefined ? '' : `, geldt tot en met ${formatDay(note.until)}`;
		const toelichting = `${plainNote(shown.blocks)} (${shown.role}, ${formatDay(shown.date)}${until})`;
		return (indicator === undefined ? [''] : subjects).map((onderwerp) => ({
			onderwerp,
			...place,
			period,
			status: '',
			waarde: null,
			toelichting
		}));
	});
}
