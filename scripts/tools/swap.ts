import { existsSync, renameSync, rmSync } from 'node:fs';

/**
 * Puts a new folder in the place of another with two renames, so that nothing is there half. Where the second one fails,
 * the old folder comes back.
 * @param last where the old folder is in between
 */
export function swap(fresh: string, place: string, last: string): void {
	rmSync(last, { recursive: true, force: true });
	const isReplaced = existsSync(place);
	if (isReplaced) renameSync(place, last);
	try {
		renameSync(fresh, place);
	} catch (error) {
		if (isReplaced) renameSync(last, place);
		throw error;
	}
	rmSync(last, { recursive: true, force: true });
}

/** Puts back the old folder, where a swap was stopped between its two renames. */
export function putBack(place: string, last: string): void {
	if (!existsSync(place) && existsSync(last)) renameSync(last, place);
}
