import type { Breakdown } from '../schema/observation.ts';

/** The groups of residents, as a label and as the words that stand in a sentence. */
export const groupNames: Record<Breakdown, { label: string; residents: string; path: string }> = {
	'18+': { label: '18 jaar en ouder', residents: 'van de inwoners van 18 jaar en ouder', path: '18-plus' },
	'65+': { label: '65 jaar en ouder', residents: 'van de inwoners van 65 jaar en ouder', path: '65-plus' },
	totaal: { label: 'allen over wie dit cijfer gaat', residents: 'van de inwoners', path: 'totaal' }
};

/** The name of a group of residents; none where an indicator has one group only, so that nothing is told apart. */
export const groupLabel = (breakdown: Breakdown, breakdowns: readonly Breakdown[]): string | undefined =>
	breakdowns.length > 1 ? groupNames[breakdown].label : undefined;

/** The end of a sentence about one group: "van de inwoners van 65 jaar en ouder is eenzaam". */
export const groupPhrase = (phrase: string, breakdown: Breakdown): string =>
	phrase.replace(/^van de inwoners\b/, groupNames[breakdown].residents);
