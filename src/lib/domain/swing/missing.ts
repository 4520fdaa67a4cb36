import type { Missing } from '../../schema/observation.ts';

/** What Swing has a sign for; that something is not known yet, it cannot say. */
type SignedMissing = Exclude<Missing, 'not-yet'>;

/** The codes of Swing for what is missing: the one table for reading its files and for writing them. */
const codes: Readonly<Record<SignedMissing, string>> = {
	'not-asked': '-99996',
	suppressed: '-99997',
	'not-applicable': '-99998',
	unknown: '-99999'
};

/** The code for a reason. What is not known yet is unknown to Swing, which then adds nothing up either. */
export const missingCode = (reason: Missing): string => codes[reason === 'not-yet' ? 'unknown' : reason];

/** The reason for each code. An empty cell is that nobody was asked, as its code says. */
export const missingReasons: Readonly<Record<string, Missing>> = {
	'': 'not-asked',
	...Object.fromEntries(Object.entries(codes).map(([reason, code]) => [code, reason as SignedMissing]))
};

/** Whether the code of a reason says all of it. */
export const isSaidByCode = (reason: Missing): boolean => missingReasons[missingCode(reason)] === reason;
