import type { Question } from '../../schema/question.ts';

/** A question in an address may be this long when it is unpacked, in bytes. */
const most = 2_000_000;

const toText = (bytes: Uint8Array): string => {
	let text = '';
	for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
	return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
	Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));

async function readAll(stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
	const parts: Uint8Array[] = [];
	let length = 0;
	const reader = stream.getReader();
	for (;;) {
		const { done, value } = await reader.read();
		if (done) break;
		length += value.length;
		if (length > most) {
			await reader.cancel();
			throw new RangeError('A question that is too long');
		}
		parts.push(value);
	}
	const all = new Uint8Array(length);
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
}

/**
 * A question as the part of an address after `#`: what stands there is never sent to a server. The digit in front is
 * the version of what follows; an address of an older version keeps working.
 */
export async function toAddress(asked: Question): Promise<string> {
	const text = new Blob([JSON.stringify(asked)]).stream();
	return `1.${toText(await readAll(text.pipeThrough(new CompressionStream('deflate'))))}`;
}

/** Whether an address says more than where on the page to begin. */
export function bringsMore(hash: string, isPlace: (id: string) => boolean): boolean {
	const id = hash.replace(/^#/, '');
	return id !== '' && !isPlace(id);
}

/** The question in an address, or nothing where there is none that can be read. */
export async function fromAddress(hash: string): Promise<Question | undefined> {
	const [, version, packed] = /^#?(\d+)\.([\w-]+)$/.exec(hash) ?? [];
	if (version !== '1' || packed === undefined) return undefined;
	try {
		// What checks a question is large, and most readers come without one.
		const { question } = await import('../../schema/question.ts');
		const stream = new Blob([toBytes(packed)]).stream().pipeThrough(new DecompressionStream('deflate'));
		return question.safeParse(JSON.parse(new TextDecoder().decode(await readAll(stream)))).data;
	} catch {
		return undefined;
	}
}
