import { join } from 'node:path';
import { aroundOf } from './around.ts';
import { tellMadeOf } from './made-of.ts';
import { readFiles, type MonitorFile } from './monitor-files.ts';
import { toRows } from './rows.ts';
import { writeWorkbook } from './write-workbook.ts';

/**
 * The workbook of a monitor whose files can be read, or an empty one to fill in.
 * @param root folder of the data
 * @throws {RangeError} in Dutch, for what a sheet of Excel cannot hold
 */
export function workbookOf(root: string, slug: string, isEmpty: boolean): Uint8Array<ArrayBuffer> {
	const files = isEmpty ? new Map<string, MonitorFile>() : readFiles(join(root, 'monitors', slug));
	const rows = toRows(new Map([...files].map(([name, { value }]) => [name, value])));
	return writeWorkbook(slug, rows, aroundOf(root), tellMadeOf(files));
}
