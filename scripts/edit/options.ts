import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Which data is edited, and where that is served. */
interface Options {
	data: string;
	port: number;
}

const option = { type: 'string' } as const;
const isPort = (text: string): boolean => /^\d{1,5}$/.test(text) && Number(text) < 65_536;

/**
 * The options of `npm run edit`.
 * @returns `undefined` where one is unknown or cannot be used
 */
export function readOptions(args: string[]): Options | undefined {
	try {
		const { data, port } = parseArgs({
			args,
			options: { data: { ...option, default: 'data' }, port: { ...option, default: '4180' } }
		}).values;
		return isPort(port) && existsSync(join(data, 'monitors')) ? { data, port: Number(port) } : undefined;
	} catch {
		return undefined;
	}
}
