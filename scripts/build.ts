import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Model } from '#lib/schema/model.ts';
import { putBack, swap } from './tools/swap.ts';

/** Where the site is built and checked before it takes the place of the last good one. */
const fresh = '.cache/build';
const place = 'build';
const last = '.cache/build-last';

const { values } = parseArgs({
	options: {
		'as-of': { type: 'string' },
		/** A language to build the site in, from data that were built before, only to check it. */
		try: { type: 'string' }
	}
});
const asOf = values['as-of'] === undefined ? [] : ['--as-of', values['as-of']];

/** Runs one step. @param more what it needs in its environment */
function run(words: readonly string[], more: Record<string, string> = {}): boolean {
	console.log(`\n> ${words.join(' ')}`);
	const { status } = spawnSync('npx', ['--no-install', ...words], {
		stdio: 'inherit',
		env: { ...process.env, ...more }
	});
	return status === 0;
}

/**
 * Builds the site in one language and checks it.
 * @param below from the address of the site to this one
 */
function buildIn(language: string, folder: string, below = '', address?: string): boolean {
	const set = {
		BUILD_FOLDER: folder,
		SITE_LANGUAGE: language,
		SITE_BASE: `${process.env.SITE_BASE ?? '/'}${below}`,
		...(address && { SITE_URL: `${address}${below}` })
	};
	return (
		run(['vite', 'build', '--logLevel', 'warn'], set) &&
		run(['tsx', 'scripts/finish.ts', '--folder', folder], set)
	);
}

/** Builds the site in a language only to check it: what was built is taken away again. */
function tryIn(language: string): boolean {
	const folder = `${fresh}-${language}`;
	rmSync(folder, { recursive: true, force: true });
	const isRight = buildIn(language, folder, `${language}/`);
	rmSync(folder, { recursive: true, force: true });
	return isRight;
}

function build(): boolean {
	putBack(place, last);
	rmSync(fresh, { recursive: true, force: true });
	if (!run(['tsx', 'scripts/build-data.ts', ...asOf])) return false;
	if (!buildIn('nl', fresh)) return false;
	const { site } = JSON.parse(readFileSync('.cache/model.json', 'utf8')) as Model;
	for (const language of site.languages.filter((each) => each !== 'nl')) {
		const folder = `${fresh}-${language}`;
		if (!buildIn(language, folder, `${language}/`, process.env.SITE_URL ?? site.address)) return false;
		renameSync(folder, join(fresh, language));
	}
	swap(fresh, place, last);
	return true;
}

/** Builds, and tells why nothing came of it where that was not told yet. */
function isBuilt(): boolean {
	try {
		return build();
	} catch (error) {
		console.error((error as Error).message);
		return false;
	}
}

if (values.try !== undefined) process.exitCode = tryIn(values.try) ? 0 : 1;
else if (!isBuilt()) {
	const isThere = existsSync(place);
	console.error(
		isThere
			? '\nDe site is niet veranderd: build/ is nog de vorige versie.'
			: '\nEr is geen site gemaakt: build/ is er niet.'
	);
	process.exitCode = 1;
}
