import { parseArgs } from 'node:util';
import { targets } from './fuzz/targets.ts';

const { values } = parseArgs({ options: { cases: { type: 'string' }, target: { type: 'string' } } });
const cases = values.cases === undefined ? undefined : Number(values.cases);
const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);

if ((cases !== undefined && !(Number.isInteger(cases) && cases > 0)) || chosen.length === 0) {
	console.error(
		`Zo zoekt u fouten in wat bestanden en antwoorden leest:\n  npm run fuzz -- --cases 10000 --target ${targets[0]!.name}\n` +
			`Te kiezen: ${targets.map(({ name }) => name).join(', ')}`
	);
	process.exitCode = 1;
} else
	for (const target of chosen) {
		const number = cases ?? target.cases;
		const start = performance.now();
		try {
			await target.run(number);
			const seconds = (performance.now() - start) / 1000;
			console.log(
				`${target.name}: ${number.toLocaleString('nl-NL')} gevallen, geen fout (${seconds.toFixed(1)} s)`
			);
		} catch (error) {
			const { message, cause } = error as Error;
			console.error(`${target.name}: ${message}\n`, cause);
			process.exitCode = 1;
		}
	}
