import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startEditing } from './edit/pages/server.ts';

interface Words {
	data: string;
	port: string;
}

function readWords(): Words | undefined {
	const option = { type: 'string' } as const;
	try {
		return parseArgs({
			options: { data: { ...option, default: 'data' }, port: { ...option, default: '4180' } }
		}).values;
	} catch {
		console.error(
			'De opties zijn --data (een map) en --port (een getal). Zo start u: npm run edit -- --port 4181'
		);
		return undefined;
	}
}

/** Pages show what `npm run data` made last, with what is edited on top. */
function isMade(data: string): boolean {
	if (existsSync('.cache/model.json') && existsSync('.cache/monitor.duckdb')) return true;
	const { status } = spawnSync('npx', ['--no-install', 'tsx', 'scripts/build-data.ts', '--data', data], {
		stdio: 'inherit'
	});
	return status === 0;
}

async function main(): Promise<boolean> {
	const words = readWords();
	if (!words || !isMade(words.data)) return false;
	const { data, port } = words;
	try {
		const { url, close } = await startEditing(data, Number(port));
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
