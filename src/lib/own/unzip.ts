import { unzipSync } from 'fflate';
import { OwnFileProblem, ownLimits } from '../domain/own/table.ts';
import type { Zip } from './zip.ts';

const pieceSize = 1024 * 1024;

/** Opens a zip of a reader; a part is unpacked to the size that the zip gives for it, and never further. */
export function openOwnZip(bytes: Uint8Array): Zip {
	const broken = (): OwnFileProblem =>
		new OwnFileProblem('Deze werkmap (XLSX) is niet heel. Open haar in Excel en bewaar haar opnieuw.');
	const parts = new Set<string>();
	let total = 0;
	const unzip = (wanted?: string) => {
		try {
			return unzipSync(bytes, {
				filter: ({ name, originalSize }) => {
					if (wanted === undefined) {
						parts.add(name);
						total += originalSize;
					}
					return name === wanted;
				}
			});
		} catch {
			throw broken();
		}
	};
	unzip();
	if (total > ownLimits.unpacked)
		throw new OwnFileProblem(
			'Deze werkmap is uitgepakt te groot. Neem alleen wat u nodig hebt, of bewaar het blad als CSV.'
		);
	return {
		file: 'De werkmap',
		has: (name) => parts.has(name),
		// eslint-disable-next-line @typescript-eslint/require-await -- other zips are read as a stream
		async *read(name) {
			const part = unzip(name)[name];
			if (!part) throw broken();
			for (let at = 0; at < part.length; at += pieceSize) yield part.subarray(at, at + pieceSize);
		},
		problem: (expected, place) =>
			new OwnFileProblem(
				`Deze werkmap is niet te lezen${place === undefined ? '' : ` (${place})`}. Verwacht: ${expected}.`
			)
	};
}
