import { parseArgs } from 'node:util';
import { count } from '#lib/domain/format.ts';
import { checkAnswers } from './check/answers.ts';
import { check } from './check/rules.ts';
import { load } from './check/load.ts';
import { tellEdited } from './check/receipts.ts';
import { tellLaterReleases } from './check/releases.ts';
import { formatProblem } from './read/problem.ts';

const { values } = parseArgs({
	options: {
		data: { type: 'string', default: 'data' },
		monitor: { type: 'string' },
		'as-of': { type: 'string' }
	}
});
const loaded = load(values.data, values.monitor, undefined, values['as-of']);
const checked = check(loaded);
const { dataset } = checked;
const { problems, told } = dataset ? await checkAnswers(loaded, dataset) : { ...checked, told: [] };
for (const line of [...tellLaterReleases(loaded), ...tellEdited(loaded), ...told]) console.log(line);
for (const problem of problems) console.error(formatProblem(problem));
if (dataset && problems.length === 0) {
	const { model, observations, expenditure } = dataset;
	console.log(
		`data/ is in orde: ${model.monitors.length} monitors, ${model.indicators.length} indicatoren, ` +
			`${observations.length} waarnemingen, ${expenditure.length} uitgaven`
	);
} else {
	console.error(
		`\n${count(problems.length, 'ding', 'dingen')} om te verbeteren in ${values.data}/. Er is niets veranderd.`
	);
	process.exitCode = 1;
}
