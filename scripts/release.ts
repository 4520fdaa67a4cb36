import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { csvFormat } from 'd3';
import { count } from '#lib/domain/format.ts';
import {
	makeRelease,
	releasedAmounts,
	releasedFigures,
	releasedReportVerdicts,
	releasedValues
} from '#lib/domain/release.ts';
import type { Dataset } from '#lib/schema/model.ts';
import { releasedAmount, releasedFigure, releasedReportVerdict, releasedValue } from '#lib/schema/release.ts';
import { check } from './check/rules.ts';
import { load } from './check/load.ts';
import { publishable } from './disclosure/apply.ts';
import { judgeMonitor } from './judge.ts';
import { formatProblem } from './read/problem.ts';

const { values } = parseArgs({
	options: { data: { type: 'string', default: 'data' }, date: { type: 'string', default: '' } }
});

function write(dataset: Dataset, date: string): void {
	const folder = join(values.data, 'releases', date);
	mkdirSync(folder, { recursive: true });
	const release = makeRelease(dataset, date, (data) => judgeMonitor(dataset, data, date));
	writeFileSync(join(folder, 'release.json'), `${JSON.stringify(release, null, '\t')}\n`);
	const csv = (name: string, { shape }: { shape: object }, rows: readonly object[]) =>
		writeFileSync(join(folder, name), `${csvFormat(rows, Object.keys(shape) as never[])}\n`);
	const rows = releasedValues(dataset);
	csv('values.csv', releasedValue, rows);
	const figures = releasedFigures(dataset);
	csv('figures.csv', releasedFigure, figures);
	const amounts = releasedAmounts(dataset);
	csv('amounts.csv', releasedAmount, amounts);
	const verdicts = releasedReportVerdicts(dataset, (data, day) => judgeMonitor(dataset, data, day));
	csv('report-verdicts.csv', releasedReportVerdict, verdicts);
	console.log(
		`Uitgave ${date} staat in ${folder}: ${rows.length} cijfers, ${figures.length} cijfers uit stukken, ${amounts.length} bedragen en ${verdicts.length} oordelen op de dag van een rapport.`
	);
}

const loaded = load(values.data, undefined, undefined, values.date);
const checked = check(loaded);
const { dataset, problems, told } = checked.dataset
	? await publishable(loaded, checked.dataset, values.date)
	: { ...checked, told: [] };
for (const line of told) console.log(line);
if (dataset) write(dataset, values.date);
else {
	for (const problem of problems) console.error(formatProblem(problem));
	console.error(
		`\n${count(problems.length, 'ding', 'dingen')} om te verbeteren. Er is geen uitgave gemaakt.`
	);
	process.exitCode = 1;
}
