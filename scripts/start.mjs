import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { serve } from './serve.mjs';
import { checkNode, installDependencies } from './tools/dependencies.mjs';

/** Builds the site and serves it until Ctrl+C. A build that fails leaves the last good one, which is then served. */
async function start() {
	checkNode();
	installDependencies();
	const { status, signal } = spawnSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
	if (signal === 'SIGINT') return;
	if (status !== 0) {
		process.exitCode = 1;
		if (!existsSync('build/index.html')) return;
		console.error('\nBouwen is niet gelukt (zie hierboven). Dit is de vorige versie van de site.');
	}
	const { url, close } = await serve({ folder: 'build', port: Number(process.env.PORT ?? 4173) });
	console.log(`\nDoelenboom staat op ${url}\nStoppen: Ctrl+C`);
	for (const signal of ['SIGINT', 'SIGTERM'])
		process.once(signal, () => {
			void close().then(() => process.exit(process.exitCode ?? 0));
		});
}

start().catch((error) => {
	console.error(error.message);
	process.exitCode = 1;
});
