export { areas, type AreaRow } from './areas.ts';
export { askedDocuments, askedFigures, askedSpending } from './asked.ts';
export { askable, spenders, type AskableRow, type SpenderRow } from './askable.ts';
export {
	conversionCoverage,
	convertedTrend,
	type ConversionCoverageRow,
	type ConvertedTrendRow
} from './converted.ts';
export {
	counted,
	countedActions,
	countedAreas,
	countedBelow,
	countedChanges,
	countedConversions,
	countedFigures,
	countedGoals,
	countedIndicators,
	countedLinks,
	countedMeasurable,
	countedPromises,
	countedSources,
	countedThen,
	countedVerdicts,
	countedWords,
	countedWork,
	standingThen,
	standingVerdicts,
	type Counted
} from './counted.ts';
export { countedRows } from './counted-rows.ts';
export { coverage, type CoverageRow } from './coverage.ts';
export {
	areaFile,
	expenditureFile,
	figureFile,
	goalFile,
	indicatorFile,
	linkFile,
	measureFile,
	observationFile,
	type FileQuery
} from './downloads.ts';
export { edition, type EditionRow } from './edition.ts';
export { expenditure, type ExpenditureRow } from './expenditure.ts';
export {
	columns,
	division,
	holdings,
	reach,
	statuses,
	type ColumnRow,
	type DivisionRow,
	type HoldingRow,
	type ReachRow,
	type StatusRow
} from './holdings.ts';
export { measured } from './measured.ts';
export { measurements, type MeasurementRow } from './measurements.ts';
export { profile, type ProfileRow } from './profile.ts';
export { said } from './said.ts';
export { spending } from './spending.ts';
export { trend, type TrendRow } from './trend.ts';
export {
	functions,
	ids,
	keywords,
	types,
	type FunctionRow,
	type IdRow,
	type KeywordRow,
	type TypeRow
} from './words.ts';
