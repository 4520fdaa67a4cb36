import { asset } from '$app/paths';
import { Console } from '#lib/db/console.ts';
import type { Runner } from '#lib/state/workbench.svelte.ts';
import type { Waiting } from '#lib/state/exploration.svelte.ts';

const megabyte = 1024 * 1024;

/** The locked engine of the workbench, which starts at the first question. */
export const startRunner = (report: (waiting: Waiting | undefined) => void): Runner =>
	new Console({
		databaseUrl: asset('/data/monitor.duckdb.gz'),
		report: (state) =>
			report(
				state.step === 'engine'
					? { loaded: state.loaded / megabyte, total: state.total / megabyte }
					: undefined
			)
	});
