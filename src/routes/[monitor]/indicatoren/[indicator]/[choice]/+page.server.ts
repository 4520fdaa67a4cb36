import { choiceEntries } from '#lib/server/entries.ts';
import { loadIndicatorPage } from '#lib/server/indicator-page.ts';

export const csr = true;
export const entries = choiceEntries;
export const load = ({ params }) => loadIndicatorPage(params.monitor, params.indicator, params.choice);
