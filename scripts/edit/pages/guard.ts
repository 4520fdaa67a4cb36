import type { IncomingMessage } from 'node:http';

/** What this machine is called by itself: no name server can lead these elsewhere. */
const names = ['127.0.0.1', 'localhost'];

/**
 * Why a request is not answered, or nothing where it is. Another page that is open in the browser can ask an address of
 * this machine too: its origin gives it away, and any other name that leads to this machine does not get in as a host.
 * @param port on which is listened
 */
export function refusal(
	{ headers, method = 'GET' }: Pick<IncomingMessage, 'headers' | 'method'>,
	port: number
): string | undefined {
	const { host = '', origin, 'sec-fetch-site': site, 'content-type': type = '' } = headers;
	if (!names.some((name) => host === `${name}:${port}`))
		return 'Dit adres is er alleen op deze computer zelf.';
	const isRead = method === 'GET' || method === 'HEAD';
	if (origin !== undefined && origin !== `http://${host}`) return 'Dit kan alleen vanaf de pagina zelf.';
	if (site !== undefined && site !== 'same-origin' && site !== 'none')
		return 'Dit kan alleen vanaf de pagina zelf.';
	if (!isRead && (origin === undefined || !type.startsWith('application/json')))
		return 'Dit kan alleen vanaf de pagina zelf.';
	return undefined;
}
