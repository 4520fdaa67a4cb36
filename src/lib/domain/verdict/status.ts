/** What can be said of a promise on a day. */
export type Status =
	| 'reached'
	| 'on-track'
	| 'off-track'
	| 'missed'
	| 'too-uncertain'
	| 'no-new-measurement'
	| 'not-comparable'
	| 'no-target'
	| 'no-indicator'
	| 'not-started';

export interface StatusName {
	label: string;
	/** After a number of goals, where the label is no end of a sentence: "7 zonder streefwaarde". */
	counted?: string;
	meaning: string;
	/** Whether it is a judgement, or else a reason why there is none. */
	judged: boolean;
}

/** Each status in words, in the order in which lists show them. */
export const statusNames: Record<Status, StatusName> = {
	reached: { label: 'bereikt', meaning: 'de afspraak is nagekomen', judged: true },
	'on-track': {
		label: 'op koers',
		meaning: 'de laatste meting of melding gaat de goede kant op',
		judged: true
	},
	'off-track': {
		label: 'niet op koers',
		meaning: 'de laatste meting of melding gaat niet de goede kant op',
		judged: true
	},
	missed: { label: 'niet bereikt', meaning: 'de afspraak is niet nagekomen', judged: true },
	'too-uncertain': {
		label: 'te onzeker',
		meaning: 'de marge van de meting laat open of de afspraak is gehaald',
		judged: false
	},
	'no-new-measurement': {
		label: 'geen meting na het begin',
		counted: 'zonder meting na het begin',
		meaning: 'er is niets gemeten of gemeld waarmee de afspraak te beoordelen is',
		judged: false
	},
	'not-comparable': {
		label: 'niet te vergelijken',
		meaning: 'tussen het uitgangspunt en de meting is de manier van meten of de grens veranderd',
		judged: false
	},
	'no-target': {
		label: 'geen streefwaarde',
		counted: 'zonder streefwaarde',
		meaning: 'er hoort een indicator bij, maar geen afspraak die te beoordelen is',
		judged: false
	},
	'no-indicator': {
		label: 'geen indicator',
		counted: 'zonder indicator',
		meaning: 'er is geen cijfer dat dit meet',
		judged: false
	},
	'not-started': {
		label: 'nog niet begonnen',
		meaning: 'op deze datum was het nog niet afgesproken of nog niet begonnen',
		judged: false
	}
};

/** A number of goals with one status: `3 niet bereikt`, `7 zonder streefwaarde`. */
export const countedStatus = (number: number, status: Status): string =>
	`${number} ${statusNames[status].counted ?? statusNames[status].label}`;

/** All statuses, in that order. */
export const statuses = Object.keys(statusNames) as readonly Status[];

/** The name of a rule with the version of its text; a change of a rule is a new version. */
export type Rule =
	| 'started@1'
	| 'indicator@1'
	| 'target@1'
	| 'comparable@1'
	| 'measured@1'
	| 'not-risen@1'
	| 'not-fallen@1'
	| 'rises@1'
	| 'falls@1'
	| 'at-least@1'
	| 'at-most@1'
	| 'done-by@1'
	| 'every-target@1';

/** A status with the rule that gave it and the reason in Dutch. */
export interface Verdict {
	status: Status;
	rule: Rule;
	/** Day of which it speaks. */
	asOf: string;
	/** The reason, made from the figures. */
	sentence: string;
	/** What a reader must know besides: unknown margins, dates that are not sure. */
	remarks: string[];
	/** Where a goal has more promises and they stand differently: how many have this status. */
	share?: { number: number; of: number };
}
