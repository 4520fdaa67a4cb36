import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.json': 'application/json',
	'.svg': 'image/svg+xml',
	'.wasm': 'application/wasm',
	'.gz': 'application/gzip'
};
const packed = new Set(['.html', '.js', '.json', '.svg', '.wasm']);

/** Brotli as a host would have it ready; kept in a folder, since the engine takes a minute. */
function compress(body: Buffer, cache: string): Buffer {
	const path = join(cache, createHash('sha256').update(body).digest('hex'));
	if (existsSync(path)) return readFileSync(path);
	const quality = body.length > 2_000_000 ? 9 : 11;
	const result = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } });
	mkdirSync(cache, { recursive: true });
	writeFileSync(path, result);
	return result;
}

/**
 * Serves built files as a good static host does: packed with brotli, to be cached for an hour.
 * @returns the address of its root
 */
export async function servePacked(
	folder: string,
	cache: string
): Promise<{ url: string; close: () => void }> {
	const files = new Map<string, Buffer>();
	const server = createServer((request, response) => {
		const { pathname } = new URL(request.url ?? '/', 'http://localhost');
		const file = join(folder, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
		if (!existsSync(file) || statSync(file).isDirectory()) {
			response.writeHead(404).end();
			return;
		}
		const type = extname(file);
		const body =
			files.get(file) ?? (packed.has(type) ? compress(readFileSync(file), cache) : readFileSync(file));
		files.set(file, body);
		response.writeHead(200, {
			'content-type': types[type] ?? 'application/octet-stream',
			'cache-control': 'public, max-age=3600',
			...(packed.has(type) && { 'content-encoding': 'br' }),
			'content-length': body.length
		});
		response.end(body);
	});
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const port = typeof address === 'object' && address ? address.port : 0;
	return {
		url: `http://127.0.0.1:${port}/`,
		close: () => {
			server.closeAllConnections();
			server.close();
		}
	};
}
