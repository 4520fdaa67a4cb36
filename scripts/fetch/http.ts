import { FetchProblem, Refused } from './problem.ts';

/** How long and how often a service is asked. */
export interface Patience {
	/** Milliseconds before each next attempt. */
	pauses: readonly number[];
	/** Milliseconds that a service may be silent. */
	silence: number;
	/** Largest answer, in bytes. */
	limit: number;
	/** Tells why it takes longer. */
	tell: (line: string) => void;
}

export const patience: Patience = {
	pauses: [1_000, 3_000, 9_000, 27_000],
	silence: 60_000,
	limit: 256 * 1024 * 1024,
	tell: () => undefined
};

interface Downloaded {
	/** Without parameters, in small letters. */
	type: string;
	body: Uint8Array;
}

/** Why an attempt failed that may succeed later. */
class Later extends Error {
	readonly found: string;
	readonly expected: string;
	/** Milliseconds that the service asks to wait. */
	readonly after: number | undefined;

	constructor(found: string, expected: string, after?: number) {
		super(found);
		this.found = found;
		this.expected = expected;
		this.after = after;
	}
}

/** Longest time that a service may ask to wait, in milliseconds. */
const longestWait = 10 * 60 * 1000;
const mostRedirects = 5;
const count = (value: number): string => value.toLocaleString('nl-NL');

const reasons: Record<string, string> = {
	ECONNREFUSED: 'geen verbinding: die wordt geweigerd',
	ENOTFOUND: 'geen verbinding: de naam van de server is niet te vinden',
	EAI_AGAIN: 'geen verbinding: de naam van de server is niet te vinden'
};

function reasonOf(error: unknown): string {
	const cause = error instanceof Error ? error.cause : undefined;
	const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
	return reasons[code] ?? 'geen heel antwoord: de verbinding brak af';
}

/** Milliseconds that `Retry-After` asks for: seconds, or a day and time. */
export function retryAfter(header: string | null, now: number): number | undefined {
	if (header === null) return undefined;
	if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
	const until = Date.parse(header);
	return Number.isNaN(until) ? undefined : Math.max(0, until - now);
}

const isLater = (status: number): boolean =>
	status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);

async function readBody(
	address: string,
	response: Response,
	limit: number,
	heard: () => void
): Promise<Uint8Array> {
	const parts: Uint8Array[] = [];
	let size = 0;
	try {
		for await (const part of response.body ?? []) {
			heard();
			size += part.byteLength;
			if (size > limit) break;
			parts.push(part);
		}
	} catch (error) {
		if (error instanceof DOMException) throw error;
		const length = response.headers.get('content-length');
		const whole =
			length === null ? 'het hele antwoord' : `het hele antwoord van ${count(Number(length))} bytes`;
		throw new Later(`een antwoord dat na ${count(size)} bytes afbreekt`, whole);
	}
	if (size > limit)
		throw FetchProblem.of(
			address,
			`een antwoord van hoogstens ${count(limit / 1024 / 1024)} MB; vraag minder gebieden of maten tegelijk`,
			`meer dan ${count(limit)} bytes`
		);
	return Buffer.concat(parts);
}

/** Follows a redirect as long as it stays with the same server. */
function redirected(address: string, location: string | null): string {
	const from = new URL(address);
	const to = location !== null && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
	if (!to || to.hostname !== from.hostname || !/^https?:$/.test(to.protocol))
		throw FetchProblem.of(
			address,
			'een antwoord van de dienst zelf, geen verwijzing naar een andere server; staat het daar, vul dan dat adres in',
			to?.href ?? 'een verwijzing'
		);
	return to.href;
}

async function attempt(address: string, { silence, limit }: Patience): Promise<Downloaded> {
	const controller = new AbortController();
	let timer = setTimeout(() => controller.abort(), silence);
	const heard = () => {
		clearTimeout(timer);
		timer = setTimeout(() => controller.abort(), silence);
	};
	try {
		let at = address;
		for (let i = 0; i <= mostRedirects; i++) {
			const response = await fetch(at, {
				signal: controller.signal,
				redirect: 'manual',
				headers: { accept: 'application/json, application/geo+json, */*;q=0.5', 'user-agent': 'doelenboom' }
			});
			heard();
			if ([301, 302, 303, 307, 308].includes(response.status)) {
				await response.body?.cancel();
				at = redirected(at, response.headers.get('location'));
				continue;
			}
			if (!response.ok) {
				await response.body?.cancel();
				if (!isLater(response.status)) throw new Refused(address, response.status);
				const after = retryAfter(response.headers.get('retry-after'), Date.now());
				throw new Later(`HTTP ${response.status}`, 'een antwoord (HTTP 200)', after);
			}
			const type = (response.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase();
			return { type, body: await readBody(address, response, limit, heard) };
		}
		throw FetchProblem.of(address, `hoogstens ${mostRedirects} verwijzingen na elkaar`);
	} catch (error) {
		if (error instanceof FetchProblem || error instanceof Later) throw error;
		if (controller.signal.aborted)
			throw new Later(`${count(silence / 1000)} seconden stilte`, 'een antwoord van de dienst');
		throw new Later(reasonOf(error), 'een antwoord van de dienst');
	} finally {
		clearTimeout(timer);
	}
}

const pause = (milliseconds: number): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Downloads an address. Busy services (429, 5xx) and cut connections are asked again, with growing pauses.
 * @throws a `Refused` for any other status, and a `FetchProblem` where it never becomes a whole answer.
 */
export async function download(address: string, own: Patience): Promise<Downloaded> {
	const attempts = own.pauses.length + 1;
	for (let i = 0; ; i++)
		try {
			return await attempt(address, own);
		} catch (error) {
			if (!(error instanceof Later)) throw error;
			const { found, expected, after } = error;
			if (i === own.pauses.length)
				throw FetchProblem.of(
					address,
					`${expected}; ${attempts === 1 ? 'één keer' : `${attempts} keer`} geprobeerd`,
					found
				);
			if (after !== undefined && after > longestWait)
				throw FetchProblem.of(
					address,
					`een antwoord binnen 10 minuten; de dienst vraagt om ${count(Math.ceil(after / 60_000))} minuten te wachten`,
					found
				);
			const wait = Math.max(own.pauses[i]!, after ?? 0);
			own.tell(`${found}; opnieuw over ${count(Math.ceil(wait / 1000))} s (poging ${i + 2} van ${attempts})`);
			await pause(wait);
		}
}
