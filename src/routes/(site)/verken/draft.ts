const place = 'doelenboom-concept';

/**
 * Keeps what was typed for when this tab comes back to the same address: the address itself follows a moment later, and
 * cannot hold a very long text. Where the browser keeps nothing, the address has to do.
 */
export function keepDraft(sql: string): void {
	try {
		sessionStorage.setItem(place, JSON.stringify({ hash: location.hash, sql }));
	} catch {
		// Nothing can be kept here.
	}
}

/** What was typed at this address before, where the tab left it. */
export function readDraft(): string | undefined {
	try {
		const kept = JSON.parse(sessionStorage.getItem(place) ?? 'null') as {
			hash?: unknown;
			sql?: unknown;
		} | null;
		return kept?.hash === location.hash && typeof kept.sql === 'string' ? kept.sql : undefined;
	} catch {
		return undefined;
	}
}
