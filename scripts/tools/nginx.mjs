import { existsSync } from 'node:fs';
import { installPackages } from './apt.mjs';

/** The program, and the module with which it serves files that were packed beforehand. */
const program = '/usr/sbin/nginx';
const brotli = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

const isThere = () => existsSync(program) && existsSync(brotli);

/** An nginx of Debian for the tests, installed where it is missing. */
export function installNginx() {
	if (!isThere()) installPackages('nginx', 'libnginx-mod-http-brotli-static');
	if (isThere()) return { program, brotli };
	throw new Error(
		'The tests of hosting need nginx. Install it: ' +
			'"sudo apt-get install nginx libnginx-mod-http-brotli-static" on Debian 12 or later.'
	);
}
