import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { FetchProblem } from './fetch/problem.ts';
import { applyPlan, NotMade } from './new-monitor/apply.ts';
import { planMonitor } from './new-monitor/plan.ts';
import { rivmFolder } from './read/raw-files.ts';

const { values } = parseArgs({
	options: {
		gemeente: { type: 'string', default: '' },
		slug: { type: 'string' },
		from: { type: 'string', default: existsSync(rivmFolder) ? rivmFolder : '' },
		names: { type: 'string' },
		data: { type: 'string', default: 'data' }
	}
});

try {
	const plan = await planMonitor(values);
	applyPlan(values.data, plan.files);
	for (const line of plan.told) console.log(line);
} catch (error) {
	if (!(error instanceof NotMade || error instanceof FetchProblem)) throw error;
	console.error(error.message);
	console.error('\nEr is niets veranderd.');
	process.exitCode = 1;
}
