import type { Answer, Form } from './compare.ts';

/** How long one file may take, in milliseconds. */
const patience = 60_000;

/** Reads a body up to a number of bytes and one more, so that a file that never ends does not fill the memory. */
async function read(body: ReadableStream<Uint8Array> | null, most: number): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let size = 0;
	for await (const part of body ?? []) {
		parts.push(part);
		size += part.length;
		if (size > most) break;
	}
	return Buffer.concat(parts).subarray(0, most + 1);
}

/**
 * Asks for a file as a browser does that has nothing of it yet. A redirect is not followed: what stands elsewhere is
 * not the file.
 * @param most bytes that are of interest, of what is unpacked
 * @param form as it is, or packed with brotli where the host has that
 */
export async function ask(address: URL, most: number, form: Form = 'identity'): Promise<Answer> {
	const response = await fetch(address, {
		redirect: 'manual',
		cache: 'no-store',
		headers: { 'accept-encoding': form },
		signal: AbortSignal.timeout(patience)
	}).catch((error: unknown) => {
		const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
		throw new Error(`${address.origin} geeft geen antwoord (${code ?? message})`, { cause: error });
	});
	const isPacked = response.headers.get('content-encoding') === 'br';
	return { status: response.status, isPacked, content: await read(response.body, most) };
}
