import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { indicators } from '#lib/schema/indicator.ts';
import { sources } from '#lib/schema/source.ts';
import type { Around } from './choices.ts';

const read = (path: string): unknown => (existsSync(path) ? parse(readFileSync(path, 'utf8')) : undefined);

/** What the shared files of a data folder have to choose from; nothing where they are not right. */
export function aroundOf(root: string): Around {
	const known = indicators.safeParse(read(join(root, 'indicators.yaml'))).data?.indicators ?? [];
	const documents = sources.safeParse(read(join(root, 'sources.yaml'))).data ?? [];
	return {
		indicators: known.map(({ id }) => id),
		documents: documents.filter(({ kind }) => kind === 'document').map(({ id }) => id)
	};
}
