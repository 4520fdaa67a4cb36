import { existsSync } from 'node:fs';
import { installPackages } from './apt.mjs';

const places = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium'
];

/** Flags with which Chromium asks nothing of the internet and runs as root in a container. */
export const chromiumFlags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-dev-shm-usage',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/**
 * Path of a Chromium: what the environment variable CHROMIUM names, or else one in its usual place.
 * @returns {string | undefined}
 */
export function findChromium() {
	const named = process.env.CHROMIUM;
	if (named) {
		if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, and there is no such file`);
		return named;
	}
	return places.find((path) => existsSync(path));
}

/** A Chromium; on Debian as root it is installed when there is none. */
export function installChromium() {
	const found = findChromium();
	if (found) return found;
	installPackages('chromium');
	const installed = findChromium();
	if (installed) return installed;
	throw new Error(
		'The tests in a browser need Chromium. Install it ("sudo apt-get install chromium"), ' +
			'or set CHROMIUM to the path of a Chromium or Chrome.'
	);
}

/** The same engine without the windows around it: the tests open and close a page by the hundred. */
const shell = '/usr/bin/chromium-headless-shell';

/** A Chromium for the tests: the shell where it is there or can be installed, or else a whole one. */
export function installTestBrowser() {
	if (process.env.CHROMIUM) return installChromium();
	if (!existsSync(shell)) installPackages('chromium-headless-shell');
	return existsSync(shell) ? shell : installChromium();
}
