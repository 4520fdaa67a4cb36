import type { ReshapeQuestion } from '../domain/pipeline/message.ts';
import { reshape } from './reshape/run.ts';

// Apart from the page, because arquero compiles what it works out: only this file may be served with a policy for that.
addEventListener('message', ({ data }: MessageEvent<ReshapeQuestion>) => {
	try {
		postMessage(reshape(data));
	} catch {
		postMessage('broken');
	}
});
postMessage('ready');
