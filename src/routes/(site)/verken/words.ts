import { words, type Words } from '#lib/schema/words.ts';
import { addresses } from '#lib/state/addresses.ts';

/** What the editor can offer; without it, it still edits. */
export async function fetchWords(): Promise<Words | undefined> {
	try {
		const response = await fetch(addresses.workbenchFile('woorden.json'));
		return response.ok ? words.parse(await response.json()) : undefined;
	} catch {
		return undefined;
	}
}
