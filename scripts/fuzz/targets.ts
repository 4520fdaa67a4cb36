import { csvTarget } from './csv.ts';
import { odataTarget } from './odata.ts';
import type { FuzzTarget } from './target.ts';
import { xlsxTarget } from './xlsx.ts';

/** Everything that `npm run fuzz` tries. */
export const targets: readonly FuzzTarget[] = [csvTarget, odataTarget, xlsxTarget];
