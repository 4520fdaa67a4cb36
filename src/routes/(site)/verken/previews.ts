import type { Result } from '#lib/domain/result.ts';
import { addresses } from '#lib/state/addresses.ts';

/** The first rows of all tables, by name; nothing where they are not to be had. */
export async function fetchPreviews(): Promise<Record<string, Result> | undefined> {
	try {
		const response = await fetch(addresses.workbenchFile('voorbeelden.json'));
		return response.ok ? ((await response.json()) as Record<string, Result>) : undefined;
	} catch {
		return undefined;
	}
}
