import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer, good or bad. */
export interface Reply {
	status?: number;
	type?: string;
	headers?: Record<string, string>;
	body: string | Buffer;
	/** Number of bytes after which the connection is cut, of a body that was promised whole. */
	cutAfter?: number;
	/** Leave the one who asks waiting. */
	hang?: boolean;
}

/**
 * What an address gives: a reply, or a reply that depends on the address and on how often it was asked before.
 * Nothing is a 404.
 */
export type Route = Reply | ((url: URL, times: number) => Reply | undefined);

export interface Replay {
	/** Where it is, without a slash at its end. */
	base: string;
	/** Paths with their parameters, decoded, in the order of asking. */
	asked: string[];
	close: () => Promise<void>;
}

/** A reply in JSON. */
export const json = (value: unknown, more: Partial<Reply> = {}): Reply => ({
	type: 'application/json; charset=utf-8',
	body: JSON.stringify(value),
	...more
});

/** A reply with a file of JSON, as it is. */
export const jsonFile = (path: string): Reply => ({
	type: 'application/json; charset=utf-8',
	body: readFileSync(path)
});

/** Replies in turn; the last one stays. */
export const inTurn =
	(...replies: Reply[]): Route =>
	(_, times) =>
		replies[Math.min(times, replies.length - 1)];

function send(response: ServerResponse, reply: Reply): void {
	const { status = 200, type = 'application/json', headers = {}, body, cutAfter, hang } = reply;
	if (hang) return;
	const bytes = Buffer.from(body);
	response.writeHead(status, { 'content-type': type, 'content-length': bytes.length, ...headers });
	if (cutAfter === undefined) {
		response.end(bytes);
		return;
	}
	response.write(bytes.subarray(0, cutAfter), () => response.socket?.destroy());
}

/** A service that gives what it is told to, by path, and remembers what it was asked. */
export async function startReplay(routes: Record<string, Route>): Promise<Replay> {
	const asked: string[] = [];
	const times = new Map<string, number>();
	const server = createServer((request: IncomingMessage, response: ServerResponse) => {
		const url = new URL(request.url ?? '/', 'http://127.0.0.1');
		const path = decodeURIComponent(url.pathname);
		const whole = `${path}${decodeURIComponent(url.search)}`;
		asked.push(whole);
		const before = times.get(whole) ?? 0;
		times.set(whole, before + 1);
		const route = Object.hasOwn(routes, path) ? routes[path] : undefined;
		const reply = typeof route === 'function' ? route(url, before) : route;
		send(response, reply ?? { status: 404, type: 'text/plain', body: 'niet gevonden' });
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		asked,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			})
	};
}
