import type { IncomingMessage } from 'node:http';

/**
 * Why a request is not answered, or nothing where it is. Another page that is open in the browser can ask an address of
 * this machine too: its origin gives it away, and a name that leads to this machine does not get in as a host, but for the one that always does.
 * @param port on which is listened
 */
export function refusal(
	{ headers, method = 'GET' }: Pick<IncomingMessage, 'headers' | 'method'>,
	port: number
): string | undefined {
	const { host = '', origin, 'sec-fetch-site': site, 'content-type': type = '' } = headers;
	if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`)
		return 'Dit adres is er alleen op deze computer zelf.';
	const isRead = method === 'GET' || method === 'HEAD';
	if (origin !== undefined && origin !== `http://${host}`) return 'Dit kan alleen vanaf de pagina zelf.';
	if (site !== undefined && site !== 'same-origin' && site !== 'none')
		return 'Dit kan alleen vanaf de pagina zelf.';
	if (!isRead && (origin === undefined || !type.startsWith('application/json')))
		return 'Dit kan alleen vanaf de pagina zelf.';
	return undefined;
}
