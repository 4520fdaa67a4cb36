import { fetchAnswerParts } from './answer-parts.ts';
import { prepareReshaper } from './reshape/start-reshaper.ts';
import { fetchMaps } from './see/maps.ts';
import type { OwnReader } from '#lib/state/own-file.svelte.ts';
import type { OwnFileAnswer, OwnFileQuestion } from '#lib/domain/own/message.ts';

/** How long reading a file may take, in milliseconds. */
const patience = 60_000;

const slow = { problem: 'Het lezen van dit bestand duurt te lang.' };
const broken = { problem: 'Dit bestand is niet te lezen in deze browser.' };

/** The code and the name of each area of the site; none where they are not to be had. What reads them comes late. */
async function areaNames(): Promise<[string, string][]> {
	const found = await import('./words.ts').then(({ fetchWords }) => fetchWords()).catch(() => undefined);
	return found?.values['area'] ?? [];
}

/** Starts a worker of its own that reads a file; it is ready, and has fetched what it needs, when this is done. */
export async function startReader(): Promise<OwnReader> {
	const worker = new Worker(new URL('../../../lib/workers/own-file.ts', import.meta.url), { type: 'module' });
	const next = (): Promise<OwnFileAnswer | 'ready'> =>
		new Promise((resolve) => {
			const timer = setTimeout(() => resolve(slow), patience);
			const finish = (answer: OwnFileAnswer | 'ready'): void => {
				clearTimeout(timer);
				resolve(answer);
			};
			worker.onmessage = ({ data }: MessageEvent<OwnFileAnswer | 'ready'>) => finish(data);
			worker.onerror = () => finish(broken);
		});
	// What shows an answer too: once a file is read, nothing is asked of the site any more.
	const parts = fetchAnswerParts().catch(() => undefined);
	const [begun, areas] = await Promise.all([next(), areaNames(), fetchMaps(), parts, prepareReshaper()]);
	return {
		read: async (bytes, name, as) => {
			if (begun !== 'ready') return broken;
			worker.postMessage({ bytes, name, as, areas } satisfies OwnFileQuestion, [bytes.buffer]);
			const answer = await next();
			return answer === 'ready' ? broken : answer;
		},
		end: () => worker.terminate()
	};
}
