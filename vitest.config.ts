import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
	test: {
		projects: [
			{
				plugins: [sveltekit()],
				test: {
					name: 'unit',
					environment: 'node',
					include: ['src/**/*.test.ts', 'scripts/**/*.test.ts', 'tests/*.test.ts'],
					setupFiles: ['tests/seed.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					// Modules keep nothing that a test could leave behind, and are read once for all files of a worker.
					isolate: false,
					// The default of one less than the cores leaves one of two idle.
					maxWorkers: 2
				}
			},
			{
				test: {
					name: 'built',
					environment: 'node',
					include: ['tests/built/*.test.ts'],
					testTimeout: 120_000,
					hookTimeout: 120_000,
					isolate: false,
					maxWorkers: 2
				}
			},
			{
				test: {
					name: 'e2e',
					environment: 'node',
					include: ['tests/e2e/*.test.ts'],
					globalSetup: ['tests/e2e/setup.ts'],
					// The report names what passed at the second try only.
					retry: 1,
					testTimeout: 240_000,
					hookTimeout: 60_000,
					isolate: false,
					// Much of their time is waiting for the browser.
					maxWorkers: 3
				}
			}
		]
	}
});
