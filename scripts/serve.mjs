import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const types = {
	'.css': 'text/css; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.duckdb': 'application/octet-stream',
	'.gz': 'application/gzip',
	'.html': 'text/html; charset=utf-8',
	'.ico': 'image/x-icon',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.jsonld': 'application/ld+json; charset=utf-8',
	'.parquet': 'application/vnd.apache.parquet',
	'.png': 'image/png',
	'.svg': 'image/svg+xml; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.wasm': 'application/wasm',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.xml': 'application/xml; charset=utf-8',
	'.zip': 'application/zip'
};

/** The file of an address, a folder to redirect to, or nothing. Never a file outside the folder. */
function find(folder, base, address) {
	let path;
	try {
		path = decodeURIComponent(address);
	} catch {
		return {};
	}
	if (!path.startsWith(base) || path.includes('\0') || path.includes('\\')) return {};
	const file = resolve(folder, `.${sep}${path.slice(base.length)}`);
	if (file !== folder && !file.startsWith(folder + sep)) return {};
	if (!existsSync(file)) return {};
	if (!statSync(file).isDirectory()) return path.endsWith('/') ? {} : { file };
	if (!existsSync(resolve(file, 'index.html'))) return {};
	return path.endsWith('/') ? { file: resolve(file, 'index.html') } : { folder: true };
}

/** The page for an address that is not there: that of the language it begins with, or else the first one. */
function lostIn(folder, path) {
	const language = /^[a-z]{2}(?=\/)/.exec(path)?.[0] ?? '.';
	return [language, '.'].map((each) => resolve(folder, each, '404.html')).find((file) => existsSync(file));
}

/** The part of a file that a `Range` header asks for: `undefined` for the whole, `null` where it cannot be had. */
function rangeOf(header, size) {
	const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
	if (!match || (match[1] === '' && match[2] === '')) return undefined;
	const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
	const end = match[1] === '' || match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
	return start > end || start >= size ? null : { start, end };
}

function send(request, response, file, status, immutable) {
	const { size, mtimeMs } = statSync(file);
	const etag = `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}"`;
	const headers = {
		'content-type': types[extname(file)] ?? 'application/octet-stream',
		'cache-control': immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
		'x-content-type-options': 'nosniff',
		'accept-ranges': 'bytes',
		etag
	};
	if (status === 200 && request.headers['if-none-match'] === etag) {
		response.writeHead(304, headers).end();
		return;
	}
	const range = status === 200 ? rangeOf(request.headers.range, size) : undefined;
	if (range === null) {
		response.writeHead(416, { ...headers, 'content-range': `bytes */${size}` }).end();
		return;
	}
	const { start, end } = range ?? { start: 0, end: size - 1 };
	response.writeHead(range ? 206 : status, {
		...headers,
		'content-length': Math.max(0, end - start + 1),
		...(range && { 'content-range': `bytes ${start}-${end}/${size}` })
	});
	if (request.method === 'HEAD' || size === 0) response.end();
	else
		createReadStream(file, { start, end })
			.on('error', () => response.destroy())
			.pipe(response);
}

/**
 * Serves a folder of built files as a plain static host would.
 * @param {{ folder: string, base?: string, port?: number, host?: string, tries?: number }} options
 *   `base`: the path under which the site stands, with slashes at both ends; `tries`: how many ports to try from `port`
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve({ folder, base = '/', port = 4173, host = '127.0.0.1', tries = 20 }) {
	const root = resolve(folder);
	const server = createServer((request, response) => {
		const [address = '/', query] = (request.url ?? '/').split('?');
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
			return;
		}
		const found = find(root, base, address);
		if (found.folder) {
			// One slash at the start: with two, the address would be that of another host.
			const location = `${address.replace(/^\/+/, '/')}/${query === undefined ? '' : `?${query}`}`;
			response.writeHead(301, { location }).end();
		} else if (found.file) {
			send(request, response, found.file, 200, address.startsWith(`${base}_app/immutable/`));
		} else {
			const lost = lostIn(root, address.slice(base.length));
			if (lost) send(request, response, lost, 404, false);
			else response.writeHead(404, { 'content-type': types['.txt'] }).end('404: deze pagina is er niet\n');
		}
	});
	for (let attempt = 0; ; attempt++) {
		try {
			await new Promise((done, failed) => {
				server.once('error', failed);
				server.listen(port === 0 ? 0 : port + attempt, host, () => {
					server.off('error', failed);
					done();
				});
			});
			break;
		} catch (error) {
			if (error.code !== 'EADDRINUSE' || attempt + 1 >= tries) throw error;
		}
	}
	return {
		url: `http://${host}:${server.address().port}${base}`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { values } = parseArgs({
		options: {
			folder: { type: 'string', default: 'build' },
			base: { type: 'string', default: '/' },
			port: { type: 'string', default: '4173' }
		}
	});
	const { url } = await serve({ ...values, port: Number(values.port) });
	console.log(`${values.folder}/ staat op ${url}`);
}
