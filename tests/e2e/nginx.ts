import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, vi } from 'vitest';
import { nginxExample, nginxServer } from '#lib/domain/hosting/nginx.ts';
import { freePort } from '#scripts/tools/free-port.ts';
import { installNginx } from '../../scripts/tools/nginx.mjs';
import { folder } from '../site.ts';

/** What stands around a server in the main file of nginx: nothing outside one folder, and one module. */
const around = (server: string, module: string, root: string): string => `
daemon off;
user root;
worker_processes 1;
pid ${root}/pid;
error_log stderr warn;
load_module ${module};
events {}
http {
	access_log off;
	default_type application/octet-stream;
	${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${root}/temp;`).join('\n\t')}
	${server}
}
`;

/** An nginx that serves the built site as its example says. */
export interface Nginx {
	/** Address of the root of the host. */
	origin: string;
	/** What it complained of so far. */
	said: string[];
	stop: () => Promise<void>;
}

/**
 * Starts an nginx of Debian with a published example; whoever starts it stops it.
 * @param site the folder that it serves
 * @param example the one for a site in a folder of a host has the site there
 */
export async function startNginx(site = folder, example = nginxExample): Promise<Nginx> {
	const { program, brotli } = installNginx();
	const root = mkdtempSync(join(tmpdir(), 'nginx-'));
	mkdirSync(join(root, 'temp'));
	const listen = `127.0.0.1:${await freePort()}`;
	const origin = `http://${listen}/`;
	if (example.base) symlinkSync(resolve(site), join(root, example.base));
	const server = nginxServer({ ...example, listen, root: example.base ? root : resolve(site) });
	writeFileSync(join(root, 'nginx.conf'), around(server, brotli, root));
	const words = ['-c', join(root, 'nginx.conf'), '-p', root];
	const checked = spawnSync(program, [...words, '-t'], { encoding: 'utf8' });
	expect(checked.stderr).toContain('syntax is ok');
	const nginx = spawn(program, words, { stdio: ['ignore', 'ignore', 'pipe'] });
	const said: string[] = [];
	nginx.stderr.on('data', (text) => said.push(String(text)));
	await vi.waitFor(() => fetch(origin), { timeout: 10_000 });
	return {
		origin,
		said,
		stop: async () => {
			nginx.kill();
			await once(nginx, 'exit');
			rmSync(root, { recursive: true, force: true });
		}
	};
}
