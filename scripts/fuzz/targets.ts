import { odataTarget } from './odata.ts';
import type { FuzzTarget } from './target.ts';

/** Everything that `npm run fuzz` tries. */
export const targets: readonly FuzzTarget[] = [odataTarget];
