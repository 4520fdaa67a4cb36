import { count, formatWhole } from '#lib/domain/format.ts';

const width = 20;

function timeLeft(milliseconds: number): string {
	const seconds = Math.ceil(milliseconds / 1000);
	return seconds < 90 ? `nog ${seconds} s` : `nog ${Math.ceil(seconds / 60)} min`;
}

/** How far the work is, as one line: rows, and the time left where the number of rows is known; a full bar when it is done. */
export function progressLine(
	name: string,
	done: number,
	expected: number | undefined,
	elapsed: number
): string {
	const rows = count(done, 'rij', 'rijen');
	if (expected === undefined || expected === 0) return `${name}: ${rows}`;
	const share = Math.min(1, done / expected);
	const filled = Math.round(share * width);
	const bar = `[${'#'.repeat(filled)}${'-'.repeat(width - filled)}]`;
	if (share === 1) return `${name}: ${bar} ${rows}`;
	const left = done > 0 ? `, ${timeLeft((elapsed / done) * (expected - done))}` : '';
	return `${name}: ${bar} ${formatWhole(done)} van hoogstens ${count(expected, 'rij', 'rijen')}${left}`;
}

interface Screen {
	isTTY?: boolean;
	write: (text: string) => unknown;
}

/** Tells progress on a screen: one bar that is drawn again on a terminal, a line per page elsewhere. */
export function progressOn(screen: Screen, name: string, clock: () => number = Date.now) {
	const start = clock();
	let isDrawn = false;
	return {
		update(done: number, expected?: number): void {
			const line = progressLine(name, done, expected, clock() - start);
			screen.write(screen.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
			isDrawn = screen.isTTY === true;
		},
		/** A line of its own, above the bar. */
		tell(line: string): void {
			screen.write(`${isDrawn ? '\n' : ''}${name}: ${line}\n`);
			isDrawn = false;
		},
		end(): void {
			if (isDrawn) screen.write('\n');
			isDrawn = false;
		}
	};
}
