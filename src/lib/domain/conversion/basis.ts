import type { ConversionBasis } from '../../schema/area.ts';

/** What each basis of a conversion means to a reader, as the end of "Omgerekend: ". */
export const basisTexts: Record<ConversionBasis, string> = {
	unchanged: 'volgens de uitgever is de grens niet veranderd',
	recoded: 'volgens de uitgever is alleen de code veranderd',
	'same-parts':
		'code, naam en onderdelen zijn in beide lijsten gelijk; of de grens zelf is verschoven, zeggen de lijsten niet',
	residents: 'verdeeld naar inwoners',
	addresses: 'verdeeld naar adressen',
	surface: 'verdeeld naar oppervlakte'
};

/** From what is known best to what is known least. */
const strongest = Object.keys(basisTexts) as ConversionBasis[];

/** The weakest basis of several: what a figure made of all of them rests on. */
export const weakest = (bases: readonly ConversionBasis[]): ConversionBasis =>
	bases.reduce((worst, each) => (strongest.indexOf(each) > strongest.indexOf(worst) ? each : worst));

/** Whether the publisher itself says that no border moved. */
export const isSameBorder = (basis: ConversionBasis): boolean => basis === 'unchanged' || basis === 'recoded';
