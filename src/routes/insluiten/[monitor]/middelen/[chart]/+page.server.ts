import { loadMeansChart, meansChartEntries } from '#lib/server/embed/means.ts';

export const entries = meansChartEntries;
export const load = ({ params }) => loadMeansChart(params.monitor, params.chart);
