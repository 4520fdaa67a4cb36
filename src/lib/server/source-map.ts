import type { SourceMap } from '#lib/domain/question/sources.ts';
import { model } from './model.ts';

const documents = model.sources.filter(({ kind }) => kind === 'document').map(({ id }) => id);
const borders = model.sources.map(({ id }) => id).filter((id) => id.startsWith('wijken-en-buurten-'));

/** Where the rows of each table of the database come from, for who takes or shows what was asked of them. */
export const sourceMap: SourceMap = {
	tables: {
		expenditure: ['iv3'],
		area: borders,
		conversion: borders,
		goal: documents,
		link: documents,
		figure: documents,
		goal_indicator: documents,
		goal_theme: documents,
		promise: documents,
		verdict: documents,
		verdict_then: documents,
		work: documents
	},
	indicators: Object.fromEntries(model.indicators.map(({ id, tables }) => [id, Object.keys(tables)]))
};
