import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

function apt(...words) {
	const { status } = spawnSync('apt-get', words, {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
	});
	return status === 0;
}

/**
 * Installs packages of Debian that the tests need, where the system is one and the user may.
 * @param {string[]} packages
 */
export function installPackages(...packages) {
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
	console.log(`Installing ${packages.join(', ')} for the tests (apt-get)`);
	if (apt('update', '-qq')) apt('install', '-y', '-qq', '--no-install-recommends', ...packages);
}
