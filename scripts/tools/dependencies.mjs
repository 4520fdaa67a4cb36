import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync } from 'node:fs';

const read = (path) => JSON.parse(readFileSync(path, 'utf8'));

/**
 * Whether what stands in `node_modules` is what `package-lock.json` asks for. Compared by content: after a clone
 * the dates of files say nothing.
 * @param {string} root folder of the project
 */
export function isInstalled(root = '.') {
	const installedList = `${root}/node_modules/.package-lock.json`;
	if (!existsSync(installedList)) return false;
	const wanted = Object.entries(read(`${root}/package-lock.json`).packages);
	const installed = read(installedList).packages;
	return wanted.every(
		([path, { version, optional, peer, link }]) =>
			path === '' || optional || peer || link || installed[path]?.version === version
	);
}

/** Installs exactly what the lock file says, where that has not been done yet. */
export function installDependencies() {
	if (isInstalled()) return;
	if (existsSync('node_modules') && lstatSync('node_modules').isSymbolicLink())
		throw new Error(
			'node_modules is a link and does not match package-lock.json: run npm ci where it leads to'
		);
	console.log('Installing what package-lock.json names (npm ci)');
	const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
	if (status !== 0) throw new Error('npm ci failed; see above');
}

/** Stops with a plain message on a Node that is too old to run the tools. */
export function checkNode() {
	const [major = 0] = process.versions.node.split('.').map(Number);
	if (major < 20) throw new Error(`Node 20 or newer is needed; this is ${process.versions.node}`);
}
