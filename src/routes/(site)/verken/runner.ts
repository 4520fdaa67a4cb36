import type { Runner } from '#lib/state/workbench.svelte.ts';
import type { Waiting } from '#lib/state/exploration.svelte.ts';

/** Fetches the code of the engine at the first question, not with the page. `database` is the name of its file. */
export const lazyRunner =
	(database: () => string) =>
	(report: (waiting: Waiting | undefined) => void): Runner => {
		let runner: Promise<Runner> | undefined;
		const start = () =>
			(runner ??= import('./engine.ts').then(({ startRunner }) => startRunner(database(), report)));
		return {
			run: async (sql, limit) => (await start()).run(sql, limit),
			stop: async () => runner && (await runner).stop(),
			bring: async (read) => (await start()).bring(read)
		};
	};
