import { readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';

// The build script writes beside build/ and swaps, so that a build that fails leaves the last good one.
const folder = process.env.BUILD_FOLDER ?? 'build';
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** @type {import('@sveltejs/kit').Config} */
export default {
	kit: {
		// Pages load their own parts, so that the list of all routes need not be in each of them.
		router: { resolution: 'server' },
		adapter: adapter({ strict: true, pages: folder, assets: folder }),
		// Only a reader who keeps pages gets a worker: see src/routes/(site)/offline/.
		serviceWorker: { register: false },
		version: { name: version },
		typescript: {
			config: ({ include, ...rest }) => ({
				...rest,
				include: [...include, '../scripts/**/*.ts', '../vitest.config.ts']
			})
		},
		inlineStyleThreshold: 100_000,
		csp: {
			mode: 'hash',
			directives: {
				'default-src': ['self'],
				'script-src': ['self', 'wasm-unsafe-eval'],
				'worker-src': ['self'],
				'style-src': ['self'],
				// Positions in the goal tree and a monitor's accent are custom properties in style attributes.
				'style-src-attr': ['unsafe-inline'],
				'img-src': ['self', 'data:'],
				'object-src': ['none'],
				'base-uri': ['none'],
				'form-action': ['self']
			}
		},
		prerender: {
			handleHttpError: 'fail',
			// What a municipality has nothing of, such as reports, has no page; that each kind is there is for the tests.
			handleUnseenRoutes: 'ignore',
			// What stands behind the # of the workbench is a question, not a place on its page.
			handleMissingId: ({ path, id, message }) => {
				if (!path.endsWith('/verken/') || !/^\d+\.[\w-]+$/.test(id)) throw new Error(message);
			},
			handleEntryGeneratorMismatch: 'fail'
		}
	}
};
