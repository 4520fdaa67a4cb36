import type { Result } from '../domain/result.ts';
import { dutchBoolean, dutchNumber, separated } from './separated.ts';

/** CSV for programs: RFC 4180, a comma between cells, a point in decimals, to be written as UTF-8 without BOM. */
export const machineCsv = (result: Result): string =>
	separated(result, { separator: ',', number: String, boolean: String });

/** CSV that Excel in Dutch opens by double-clicking: a BOM, a semicolon between cells, a comma in decimals. */
export const excelCsv = (result: Result): string =>
	`\uFEFF${separated(result, { separator: ';', number: dutchNumber, boolean: dutchBoolean })}`;
