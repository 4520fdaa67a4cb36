import type { z } from 'zod';
import type { Ask, World } from './adapter.ts';
import { nextAddress, type Service } from './addresses.ts';
import { getJson } from './json.ts';
import { FetchProblem, Refused } from './problem.ts';

/** More pages than any table has. */
const mostPages = 10_000;

/** Reads an answer and the pages after it, one by one. */
export async function* pages<T extends z.ZodType>(
	world: World,
	at: Service,
	first: string,
	{ schema, next, part }: { schema: T; next: (page: z.output<T>) => string | undefined; part?: Ask['part'] }
): AsyncGenerator<z.output<T>> {
	const seen = new Set<string>();
	for (let address: string | undefined = first; address !== undefined;) {
		if (seen.has(address) || seen.size >= mostPages)
			throw FetchProblem.of(address, 'een volgende pagina die er nog niet was');
		seen.add(address);
		const page: z.output<T> = await getJson(world, address, schema, part);
		yield page;
		const link = next(page);
		address = link === undefined ? undefined : nextAddress(at, link, address);
	}
}

/**
 * Tries the first address, and the next one where the service does not know it.
 * @param told called with the status of a service that refused
 */
export async function firstKnown<T>(
	addresses: readonly [string, ...string[]],
	read: (address: string) => Promise<T>,
	told: (status: number) => void = () => undefined
): Promise<T> {
	const [address, ...others] = addresses;
	const [second, ...more] = others;
	try {
		return await read(address);
	} catch (error) {
		if (second === undefined || !(error instanceof Refused) || !error.isUnknown) throw error;
		told(error.status);
		return firstKnown([second, ...more], read, told);
	}
}
