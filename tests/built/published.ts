import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { folder } from '../site.ts';

/** A published file of the data, by its path from `/data/`. */
export const published = (file: string): Buffer => readFileSync(join(folder, 'data', file));

export const publishedJson = (file: string): unknown => JSON.parse(published(file).toString('utf8'));

export const sha256 = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** A published CSV file as its rows, each by the names of the head; read by other code than wrote it. */
export const csvRows = (file: string): Record<string, string>[] =>
	parse(published(file), { columns: true }) as Record<string, string>[];
