import { EngineError } from '#lib/db/engine-error.ts';
import type { Runner } from '#lib/state/workbench.svelte.ts';
import type { Waiting } from '#lib/state/exploration.svelte.ts';

type Report = (waiting: Waiting | undefined) => void;

async function fetchRunner(database: string, report: Report): Promise<Runner> {
	try {
		const { startRunner } = await import('./engine.ts');
		return startRunner(database, report);
	} catch {
		// Some browsers remember of a part of a page that it did not come, until the page is loaded again.
		throw new EngineError(
			'Een deel van deze pagina is niet op te halen. Is er verbinding? Helpt opnieuw proberen niet, laad dan de pagina opnieuw: uw vraag blijft staan.'
		);
	}
}

/** Fetches the code of the engine at the first question, not with the page. `database` is the name of its file. */
export const lazyRunner =
	(database: () => string) =>
	(report: Report): Runner => {
		let runner: Promise<Runner> | undefined;
		async function start(): Promise<Runner> {
			const asked = (runner ??= fetchRunner(database(), report));
			try {
				return await asked;
			} catch (error) {
				runner = undefined;
				throw error;
			}
		}
		return {
			run: async (sql, limit) => (await start()).run(sql, limit),
			explain: async (raw, statement) => (await start()).explain(raw, statement),
			stop: async () => runner && (await runner).stop(),
			renew: async () => runner && (await runner).renew(),
			bring: async (read) => (await start()).bring(read)
		};
	};
