export { areas, type AreaRow } from './areas.ts';
export { coverage, type CoverageRow } from './coverage.ts';
export { expenditure, type ExpenditureRow } from './expenditure.ts';
export { profile, type ProfileRow } from './profile.ts';
export { trend, type TrendRow } from './trend.ts';
