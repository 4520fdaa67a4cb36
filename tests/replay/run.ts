import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feed as feedSchema, type Feed } from '#lib/schema/feed.ts';
import type { Receipt } from '#lib/schema/receipt.ts';
import { FetchProblem } from '#scripts/fetch/problem.ts';
import { runFeed, type RunSettings } from '#scripts/fetch/run.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import { emptyFolder } from './fixtures.ts';

interface Result {
	/** Names of the files that were written. */
	files: string[];
	/** Rows of the CSV, without its head. */
	rows: string[];
	receipt?: Receipt;
	/** Why nothing was replaced unseen. */
	reasons?: string[];
	/** What the command would print. */
	problems: string[];
	text: (name: string) => string;
}

/** Fetches a feed into an empty folder, with hardly any pauses. */
export async function fetchFeed(
	raw: Partial<Record<keyof Feed, unknown>>,
	settings: Partial<RunSettings> = {}
): Promise<Result> {
	const own = feedSchema.parse({ id: 'proef', source: 'proef', ...raw });
	const out = emptyFolder();
	const text = (name: string): string => readFileSync(join(out, name), 'utf8');
	const result = (): Omit<Result, 'problems'> => ({
		files: readdirSync(out).toSorted(),
		rows: existsSync(join(out, 'proef.csv')) ? text('proef.csv').trimEnd().split('\n').slice(1) : [],
		text
	});
	try {
		const { receipt, reasons } = await runFeed(own, {
			cache: settings.cache ?? emptyFolder(),
			out,
			data: 'data',
			offline: false,
			sources: [],
			now: () => '2026-11-23T12:00:00Z',
			progress: () => undefined,
			replace: false,
			accept: false,
			indicators: new Map(),
			...settings,
			patience: { pauses: [1, 1, 1, 1], ...settings.patience }
		});
		return { ...result(), receipt, reasons, problems: [] };
	} catch (error) {
		if (!(error instanceof FetchProblem)) throw error;
		return { ...result(), problems: error.problems.map(formatProblem) };
	}
}
