import { loadReportPage, reportEntries } from '#lib/server/report-page.ts';

export const entries = reportEntries;
export const load = ({ params }) => loadReportPage(params.monitor, params.period);
