import { toTenths, type ProfileFigure, type ProfileLine, type ProfileReading } from './profile.ts';
import { missingReason } from './series.ts';
import type { Missing } from '../schema/observation.ts';

/** Fewest people or households of which a share is worked out: counts are rounded to fives. */
export const smallestWhole = 100;

/**
 * A part as a percentage of its whole, to tenths: derived by the site.
 * @returns nothing where a count is missing, where they are of different years, or where the whole is under 100
 */
export function share(part: ProfileFigure | undefined, whole: ProfileFigure | undefined): number | undefined {
	if (part?.period !== whole?.period || typeof part?.value !== 'number' || typeof whole?.value !== 'number')
		return undefined;
	return whole.value < smallestWhole ? undefined : toTenths((part.value / whole.value) * 100);
}

/**
 * Fewest residents of an area whose figures do not jump by themselves. Statistics Netherlands rounds counts of wijken
 * and buurten to fives, so a difference of five people may be nothing but rounding: among fewer than 1,000 people that
 * is more than half a percentage point.
 */
export const fewestResidents = 1000;

/** Whether so few people live in an area that a few of them change its figures; not where nobody does. */
export const isSmall = ({ value }: Pick<ProfileFigure, 'value'>): boolean =>
	value !== null && value > 0 && value < fewestResidents;

/** A count of a composed area: added up, or what stands in the way of it. */
export interface Sum {
	period: number;
	table: string;
	/** `null` where a member has no figure. */
	value: number | null;
	provisional?: true;
	/** Members without a figure, with the reason. */
	without: { area: string; reason: Missing }[];
}

/**
 * Adds up a count over the members of a composed area, in the latest period and table that any of them has. Nothing is
 * added up where one member has no figure: a sum of the rest would be too low, and could give a hidden figure away.
 * @param readings of one indicator and group
 */
export function sumMembers(members: readonly string[], readings: readonly ProfileReading[]): Sum | undefined {
	const own = readings.filter(({ area }) => members.includes(area));
	const [last] = own.toSorted((a, b) => b.period - a.period || b.boundaries - a.boundaries);
	if (!last) return undefined;
	const { period, table } = last;
	const found = members.map((area) => ({
		area,
		reading: own.find((each) => each.area === area && each.period === period && each.table === table)
	}));
	const without = found.flatMap(({ area, reading }) => {
		const reason = reading ? missingReason(reading) : 'unknown';
		return reason ? [{ area, reason }] : [];
	});
	return {
		period,
		table,
		value: without.length > 0 ? null : found.reduce((sum, { reading }) => sum + (reading?.value ?? 0), 0),
		...(found.some(({ reading }) => reading?.status === 'provisional') && { provisional: true as const }),
		without
	};
}

/** The counts that say who lives in an area, with the shares that the site works out of them. */
export interface Population {
	period: number;
	table: string;
	residents: ProfileFigure;
	elderly?: ProfileFigure;
	elderlyShare?: number;
	households?: ProfileFigure;
	single?: ProfileFigure;
	singleShare?: number;
}

/** Who lives in an area, from the lines of its profile by id of the indicator; counts of one table only. */
export function populationOf(lineOf: (indicator: string) => ProfileLine | undefined): Population | undefined {
	const residents = lineOf('inwoners');
	if (!residents) return undefined;
	const { table, own } = residents;
	const same = (id: string): ProfileFigure | undefined => {
		const line = lineOf(id);
		return line?.table === table && line.own.period === own.period ? line.own : undefined;
	};
	const [elderly, households, single] = [
		same('inwoners-65plus'),
		same('huishoudens'),
		same('eenpersoonshuishoudens')
	];
	return {
		period: own.period,
		table,
		residents: own,
		elderly,
		elderlyShare: share(elderly, own),
		households,
		single,
		singleShare: share(single, households)
	};
}
