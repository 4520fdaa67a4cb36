import { readdirSync } from 'node:fs';
import type { Value } from '#lib/db/query.ts';

/** The day that the database speaks of: that of the newest release. */
const newest = readdirSync('data/releases').toSorted().at(-1)!;

/** What each query of the catalogue is tested with on both engines; each list is one question. */
export const queryParameters: Record<string, Value[][]> = {
	areaFile: [[]],
	areas: [['GM0637'], ['GM1783'], ['GM1969']],
	askedDocuments: [['westland', 'wl-001,wl-008']],
	askedFigures: [
		['eenzaamheid,vrijwilligers', 'GM1783,NL01,WK178301', '2016,2020', '18+,65+'],
		['inwoners', 'BU06370802', '2020', 'totaal']
	],
	askedSpending: [['GM1783,GM1969', '6,6.6,6.6+6.71', '2019,2020']],
	askable: [[]],
	columns: [[]],
	conversionCoverage: [['GM1783'], ['GM1969']],
	convertedTrend: [
		['inwoners', 'totaal', 'GM1783,WK178302,WK178301', 2024],
		['ervaren-gezondheid', '18+', 'GM1783,BU17830101', 2024]
	],
	countedActions: [
		['westland', newest],
		['westerkwartier', newest]
	],
	countedAreas: [['GM0637,GM1783,GM1969']],
	countedBelow: [['westland', 'minder-eenzaamheid']],
	countedChanges: [['westland', newest]],
	countedConversions: [[]],
	countedFigures: [[]],
	countedGoals: [['westland'], ['westerkwartier,westland,zoetermeer']],
	countedIndicators: [['GM0637,GM1783,GM1969']],
	countedLinks: [['westerkwartier,westland,zoetermeer']],
	countedMeasurable: [['westland'], ['westerkwartier']],
	countedPromises: [[]],
	countedRows: [[]],
	countedSources: [[]],
	countedThen: [['westerkwartier', '2023-12-31']],
	countedVerdicts: [['westland'], ['zoetermeer']],
	countedWork: [['westland', 'minder-eenzaamheid', newest]],
	coverage: [['GM0637'], ['GM1969']],
	division: [['GM0637,GM1783,GM1969']],
	edition: [[]],
	expenditure: [['GM1969'], ['GM0015,GM0022,GM0025,GM0053,GM0056,GM1969']],
	expenditureFile: [[]],
	figureFile: [[]],
	functions: [[]],
	goalFile: [[]],
	holdings: [[]],
	ids: [[]],
	indicatorFile: [[]],
	keywords: [[]],
	linkFile: [[]],
	measureFile: [[]],
	observationFile: [['84799ned'], ['85984ned']],
	measurements: [['eenzaamheid'], ['ervaren-gezondheid']],
	measured: [['GM1783'], ['GM1969']],
	profile: [['WK178301'], ['GM0637,NL01'], ['BU06370802']],
	reach: [[]],
	said: [
		['westland', '2018-04-26'],
		['zoetermeer', '2022-12-31']
	],
	spenders: [[]],
	spending: [
		['GM1969', '6.6,6.71'],
		['GM1783', '7.1']
	],
	standingThen: [
		['westland', '2018-04-26'],
		['westerkwartier', '2023-12-31']
	],
	standingVerdicts: [['westland'], ['zoetermeer']],
	statuses: [[]],
	trend: [
		['eenzaamheid', '18+', 'GM1783,NL01,WK178301,WK178302'],
		['bijstand', 'totaal', 'GM0637,BU06370802']
	],
	types: [[]]
};
