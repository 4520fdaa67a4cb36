import type { Result } from '../domain/result.ts';
import { dutchBoolean, dutchNumber, separated } from './separated.ts';

/** An answer for the clipboard, that lands in the cells of Excel in Dutch: tabs between cells, a comma in decimals. */
export const clipboardTsv = (result: Result): string =>
	separated(result, { separator: '\t', number: dutchNumber, boolean: dutchBoolean });
