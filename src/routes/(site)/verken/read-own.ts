import type { OwnFileAnswer, OwnFileQuestion } from '#lib/domain/own/message.ts';

/** How long reading a file may take, in milliseconds. */
const patience = 60_000;

/** Has a file read in a worker of its own, which is ended when it is done or takes too long. */
export function readOwn(bytes: Uint8Array, name: string, as: string): Promise<OwnFileAnswer> {
	return new Promise((resolve) => {
		const worker = new Worker(new URL('../../../lib/workers/own-file.ts', import.meta.url), {
			type: 'module'
		});
		const finish = (answer: OwnFileAnswer): void => {
			clearTimeout(timer);
			worker.terminate();
			resolve(answer);
		};
		const timer = setTimeout(() => finish({ problem: 'Het lezen van dit bestand duurt te lang.' }), patience);
		worker.addEventListener('message', ({ data }: MessageEvent<OwnFileAnswer>) => finish(data));
		worker.addEventListener('error', () =>
			finish({ problem: 'Dit bestand is niet te lezen in deze browser.' })
		);
		worker.postMessage({ bytes, name, as } satisfies OwnFileQuestion, [bytes.buffer]);
	});
}
