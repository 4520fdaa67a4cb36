import { z } from 'zod';
import { day, text } from './common.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** One file that can be kept. */
const file = z.strictObject({
	bytes: z.int().nonnegative(),
	sha256,
	/** Of what is in a packed file, for hosts that let the browser unpack it. */
	unpacked: sha256.optional()
});

/** What a reader can keep as one: the pages of a monitor with all that these need, or the engine. */
const part = z.strictObject({
	/** Slug of the monitor, or `_motor` for the engine. */
	what: z.string().regex(/^[a-z0-9_-]+$/),
	name: text,
	/** Short hash of all files in it but packed databases, which differ by some bytes between builds of the same data. */
	id: z.string().regex(/^[0-9a-f]{16}$/),
	pages: z.int().nonnegative(),
	files: z.int().positive(),
	bytes: z.int().positive()
});

/** `offline/uitgave.json`: what can be kept of the release that is published now. */
export const keepable = z.strictObject({
	/** Version of this form of file. */
	format: z.literal(1),
	/** Day of the newest release, as `2026-11-26`. */
	day: day,
	parts: z.array(part)
});

/** `offline/lijst-<what>.json`: the files of one part, by path from the root of the site. */
export const keepList = z.strictObject({ ...part.shape, day: day, entries: z.record(z.string(), file) });

export type KeepFile = z.infer<typeof file>;
export type KeepPart = z.infer<typeof part>;
export type Keepable = z.infer<typeof keepable>;
export type KeepList = z.infer<typeof keepList>;
