import type { Ask } from '../../schema/ask.ts';
import { cautions } from './caution.ts';
import type { Holdings } from './holdings.ts';
import { objection } from './objection.ts';
import { write } from './write.ts';

/** Whether SQL is what choices make of it: an address may name choices that its SQL was not made from. */
export const isMadeFrom = (ask: Ask, sql: string, holdings: Holdings): boolean =>
	!objection(ask, holdings) && write(ask, holdings).sql === sql;

/** What a reader must know of an answer to choices; nothing of an answer to other SQL. */
export const cautionsOf = (
	{ sql, ask }: { sql: string; ask?: Ask | undefined },
	holdings: Holdings
): string[] => (ask && isMadeFrom(ask, sql, holdings) ? cautions(ask, holdings) : []);
