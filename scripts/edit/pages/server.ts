import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'vite';
import type { Model } from '#lib/schema/model.ts';
import { Api, Refusal } from './api.ts';
import { buildClient, clientHeaders, clientPage, type ClientFile } from './client.ts';
import { refusal } from './guard.ts';
import type { ItemPlace } from './place.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Largest form or workbook that is taken in, in bytes. */
const largest = 32 * 1024 * 1024;

async function bodyOf(request: IncomingMessage): Promise<unknown> {
	const pieces: Buffer[] = [];
	let size = 0;
	for await (const piece of request as AsyncIterable<Buffer>) {
		size += piece.length;
		if (size > largest) throw new Refusal('Dit formulier is te groot.');
		pieces.push(piece);
	}
	try {
		return JSON.parse(Buffer.concat(pieces).toString('utf8')) as unknown;
	} catch {
		throw new Refusal('Deze vraag is niet te lezen.');
	}
}

/** `3.targets.0` as it stands in an address. */
const toPlace = (text: string): ItemPlace =>
	text.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));

function send(response: ServerResponse, status: number, type: string, body: string | Uint8Array): void {
	response.writeHead(status, { ...clientHeaders, 'content-type': type }).end(body);
}

/** What a form may ask to be done. */
const changes: Partial<Record<string, 'look' | 'save' | 'wait'>> = {
	concept: 'look',
	opslaan: 'save',
	klaarzetten: 'wait'
};

async function answer(
	api: Api,
	request: IncomingMessage,
	name: string,
	asked: URLSearchParams
): Promise<unknown> {
	const word = (key: string): string => asked.get(key) ?? '';
	if (request.method === 'POST') {
		if (name === 'weggooien') return api.dropWaiting(await bodyOf(request));
		if (name === 'werkmap') return api.takeWorkbook(await bodyOf(request));
		const what = changes[name];
		if (what === undefined) throw new Refusal('Dit adres is er niet.');
		return api.change(await bodyOf(request), what);
	}
	if (name === 'klaar') return api.waitingFiles(word('monitor'));
	if (name === 'begin') return api.start();
	if (name === 'lijst') return api.list(word('monitor'), word('lijst'));
	if (name === 'onderdeel') return api.item(word('monitor'), word('lijst'), toPlace(word('plek')));
	throw new Refusal('Dit adres is er niet.');
}

async function handle(
	api: Api,
	client: ReadonlyMap<string, ClientFile>,
	request: IncomingMessage,
	response: ServerResponse,
	url: URL
): Promise<void> {
	const name = url.pathname.slice('/bewerken/'.length);
	const json = (status: number, value: unknown): void =>
		send(response, status, 'application/json; charset=utf-8', JSON.stringify(value));
	try {
		if (name === 'werkmap.xlsx' && request.method === 'GET')
			send(
				response,
				200,
				xlsx,
				api.workbook(url.searchParams.get('monitor') ?? '', url.searchParams.has('leeg'))
			);
		else if (name.startsWith('api/')) json(200, await answer(api, request, name.slice(4), url.searchParams));
		else if (request.method !== 'GET') json(405, { message: 'Dit kan hier niet.' });
		else if (name === '') send(response, 200, 'text/html; charset=utf-8', clientPage);
		else {
			const file = client.get(name);
			if (file) send(response, 200, file.type, file.body);
			else send(response, 404, 'text/plain; charset=utf-8', 'Deze pagina is er niet.\n');
		}
	} catch (error) {
		if (error instanceof Refusal) {
			json(400, { message: error.message });
			return;
		}
		console.error(error);
		json(500, { message: api.tellUnreadable() ?? 'Er ging iets mis. Kijk in het venster van npm run edit.' });
	}
}

/**
 * Starts the site with the pages for editing, for this machine only. The pages of the site are those of `vite dev`, made
 * of whatever model is shown; the pages for editing stand beside it and are no part of it.
 * @param root folder of the data that is edited
 * @param port to listen on; 0 for any
 */
export async function startEditing(
	root: string,
	port: number
): Promise<{ url: string; close: () => Promise<void> }> {
	const [vite, client] = await Promise.all([
		createServer({
			server: { middlewareMode: true, hmr: false, ws: false, watch: null },
			appType: 'custom',
			logLevel: 'error'
		}),
		buildClient()
	]);
	const { model } = (await vite.ssrLoadModule('/src/lib/server/model.ts')) as { model: Model };
	const api = new Api(root, (shown) => Object.assign(model, shown));
	api.reset();
	const server = createHttp((request, response) => {
		const { port: own } = server.address() as AddressInfo;
		const why = refusal(request, own);
		if (why !== undefined) {
			send(response, 403, 'text/plain; charset=utf-8', `${why}\n`);
			return;
		}
		const url = new URL(request.url ?? '/', `http://127.0.0.1:${own}`);
		if (url.pathname === '/bewerken') response.writeHead(308, { location: '/bewerken/' }).end();
		else if (url.pathname.startsWith('/bewerken/')) void handle(api, client, request, response, url);
		else vite.middlewares(request, response);
	});
	await new Promise<void>((done, failed) => {
		server.once('error', failed);
		server.listen(port, '127.0.0.1', done);
	});
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/bewerken/`,
		close: async () => {
			server.closeAllConnections();
			await new Promise<void>((done) => server.close(() => done()));
			await vite.close();
		}
	};
}
