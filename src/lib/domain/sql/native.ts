import type { Result } from '../result.ts';
import { toResult } from './answer.ts';

/** What native DuckDB gives of an answer, as far as it is read here. */
interface NativeAnswer {
	columnNames: () => string[];
	columnTypes: () => unknown[];
	getRowsJS: () => Parameters<typeof toResult>[0]['rows'];
}

/** A type of native DuckDB by the name that DuckDB-WASM gives it. */
function typeName(native: string): string {
	if (/^U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?$/.test(native)) return 'Int64';
	if (/^(DOUBLE|FLOAT|DECIMAL)/.test(native)) return 'Float64';
	if (native === 'BOOLEAN') return 'Bool';
	if (native === 'DATE') return 'Date32<DAY>';
	if (native.startsWith('INTERVAL')) return 'Interval<MONTH_DAY_NANO>';
	if (native.startsWith('TIMESTAMP')) return 'Timestamp<MICROSECOND>';
	if (native === 'TIME') return 'Time64<MICROSECOND>';
	return 'Utf8';
}

/** An answer of native DuckDB in the form in which the workbench has it. */
export function fromNative(answer: NativeAnswer): Result {
	const types = answer.columnTypes().map((type) => typeName(String(type)));
	return toResult({
		columns: answer.columnNames().map((name, i) => ({ name, type: types[i]! })),
		rows: answer.getRowsJS(),
		cut: false
	});
}
