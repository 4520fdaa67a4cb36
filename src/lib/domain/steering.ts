import { sumMembers } from './population.ts';
import { isRate, latestOf, toFigure, type ProfileFigure, type ProfileReading } from './profile.ts';
import type { Breakdown } from '../schema/observation.ts';
import type { Unit } from '../schema/indicator.ts';

/** A figure in a cell, and of which part of the area it is where the area has more. */
export interface PlacedFigure extends ProfileFigure {
	label?: string;
}

/**
 * For how many questions there are figures per area.
 * @param rows for each area whether its cells, in the order of the questions, hold a figure
 */
export function tellMeasured(rows: readonly (readonly boolean[])[], level: string): string {
	const questions = rows[0]?.length ?? 0;
	const measured = Array.from({ length: questions }, (_, i) => rows.some((cells) => cells[i])).filter(
		Boolean
	);
	const told = `Op ${measured.length || 'geen'} van de ${questions} vragen is er een cijfer per ${level}.`;
	const rest = questions - measured.length;
	if (rest === 0 || measured.length === 0) return told;
	return `${told} Op de andere ${rest === 1 ? 'vraag' : `${rest} vragen`} niet.`;
}

interface Measure {
	id: string;
	unit: Unit;
	breakdown: Breakdown;
}

interface Place {
	/** Code of the area itself, under which a sum stands. */
	code: string;
	/** Areas of the division that it is made of, each with its name. */
	members: readonly { code: string; label: string }[];
}

/**
 * The last figures of an area that an organisation made itself. Counts of its members are added up; rates are not, and
 * stand for each member apart. An area of one member has the figure of that member.
 * @returns nothing where no member has a row: then it is not measured
 */
export function figuresOfArea(
	{ id, unit, breakdown }: Measure,
	{ code, members }: Place,
	readings: readonly ProfileReading[]
): PlacedFigure[] {
	const own = readings.filter((each) => each.indicator === id && each.breakdown === breakdown);
	if (members.length > 1 && !isRate(unit)) {
		const sum = sumMembers(
			members.map((member) => member.code),
			own
		);
		if (!sum) return [];
		const [reason] = sum.without.map((each) => each.reason);
		return [
			{
				area: code,
				period: sum.period,
				value: sum.value,
				...(reason && { missing: reason }),
				...(sum.provisional && { provisional: true as const })
			}
		];
	}
	return members.flatMap((member): PlacedFigure[] => {
		const last = latestOf(own.filter(({ area }) => area === member.code));
		if (!last) return [];
		return [{ ...toFigure(last, own), ...(members.length > 1 && { label: member.label }) }];
	});
}
