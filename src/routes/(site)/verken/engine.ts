import { asset } from '$app/paths';
import { Console } from '#lib/db/console.ts';
import type { Progress } from '#lib/db/engine.ts';
import { explain } from '#lib/domain/sql/problem.ts';
import type { Runner } from '#lib/state/workbench.svelte.ts';
import type { Waiting } from '#lib/state/exploration.svelte.ts';

const megabyte = 1024 * 1024;

function waitingOf(state: Progress): Waiting | undefined {
	if (state.step === 'engine') return { loaded: state.loaded / megabyte, total: state.total / megabyte };
	if (state.step === 'figures')
		return { loaded: 0, total: state.bytes / megabyte, indicators: state.indicators };
	return undefined;
}

/**
 * The locked engine of the workbench, which starts at the first question. A file of the reader gets an engine of its own
 * in the place of the first, which goes on where that does not start.
 * @param database name of the packed database of the site
 */
export function startRunner(database: string, report: (waiting: Waiting | undefined) => void): Runner {
	const setup = {
		databaseUrl: asset(`/data/${database}`),
		report: (state: Progress) => report(waitingOf(state))
	};
	let current = new Console(setup);
	async function renew(): Promise<void> {
		await current.stop();
		current.end();
	}
	return {
		run: (sql, limit) => current.run(sql, limit),
		explain,
		stop: () => current.stop(),
		renew,
		bring: async (read) => {
			const next = new Console(setup, read);
			if (read) await next.start();
			await renew();
			current = next;
		}
	};
}
