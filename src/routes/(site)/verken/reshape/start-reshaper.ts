import type { ReshapeAnswer } from '#lib/domain/pipeline/message.ts';
import type { Reshaper } from '#lib/state/reshape.svelte.ts';

/** How long steps may take, in milliseconds. */
const patience = 20_000;

const slow =
	'Deze stappen duren te lang, en zijn gestopt. Maak het antwoord eerst kleiner, met filter of in de SQL.';
const broken = 'Deze stappen zijn niet uit te voeren in deze browser.';
const stopped = 'De stappen zijn gestopt.';

/** A worker that has nothing to do: it is used again, so that it is fetched once. */
let idle: Worker | undefined;

const start = (): Worker =>
	new Worker(new URL('../../../../lib/workers/reshape.ts', import.meta.url), { type: 'module' });

/** Has a worker ready, so that nothing has to be fetched for steps any more. */
export function prepareReshaper(): Promise<void> {
	return new Promise((resolve) => {
		if (idle) {
			resolve();
			return;
		}
		const worker = start();
		worker.onerror = () => resolve();
		worker.onmessage = () => {
			idle ??= worker;
			resolve();
		};
	});
}

/** What does steps in a worker of its own, and ends it when it does not answer. */
export function startReshaper(): Reshaper {
	let stop: (() => void) | undefined;
	return {
		run: (question) =>
			new Promise((resolve) => {
				const worker = idle ?? start();
				idle = undefined;
				const finish = (answer: ReshapeAnswer | { problem: string }, isWell = false): void => {
					clearTimeout(timer);
					stop = undefined;
					worker.onmessage = worker.onerror = null;
					if (isWell) idle = worker;
					else worker.terminate();
					resolve(answer);
				};
				const timer = setTimeout(() => finish({ problem: slow }), patience);
				stop = () => finish({ problem: stopped });
				worker.onerror = () => finish({ problem: broken });
				worker.onmessage = ({ data }: MessageEvent<ReshapeAnswer | 'ready' | 'broken'>) => {
					if (data === 'broken') finish({ problem: broken });
					else if (data !== 'ready') finish(data, true);
				};
				worker.postMessage(question);
			}),
		stop: () => stop?.()
	};
}
