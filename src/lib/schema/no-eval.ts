import { z } from 'zod';

// Else zod tries whether it may make code of text. The policy of a page refuses that, and the browser reports it.
if (typeof document !== 'undefined') z.config({ jitless: true });
