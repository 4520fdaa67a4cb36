import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readOptions } from './edit/options.ts';
import { startEditing } from './edit/pages/server.ts';

/** What is wrong, where a reader gave other options than there are. */
const refused =
	'De opties zijn --data (een map met daarin monitors) en --port (een getal tot en met 65535). Zo start u: npm run edit -- --port 4181';

/** Pages show what `npm run data` made last, with what is edited on top. */
function isMade(data: string): boolean {
	if (existsSync('.cache/model.json') && existsSync('.cache/monitor.duckdb')) return true;
	const { status } = spawnSync('npx', ['--no-install', 'tsx', 'scripts/build-data.ts', '--data', data], {
		stdio: 'inherit'
	});
	return status === 0;
}

async function main(): Promise<boolean> {
	const options = readOptions(process.argv.slice(2));
	if (!options) console.error(refused);
	if (!options || !isMade(options.data)) return false;
	const { data, port } = options;
	try {
		const { url, close } = await startEditing(data, port);
		console.log(`Bewerken kan op ${url} (alleen op deze computer). Stoppen: Ctrl+C.`);
		for (const signal of ['SIGINT', 'SIGTERM'] as const)
			process.once(signal, () => void close().then(() => process.exit(0)));
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
		console.error(`Poort ${port} is bezet. Kies een andere: npm run edit -- --port 4181`);
		return false;
	}
}

if (!(await main())) process.exit(1);
