import { z } from 'zod';

/** A path below the folder of the site: no way up, no other host, nothing that a file system takes for more than a name. */
const path = z
	.string()
	.regex(/^[^/\\:?#\0]+(\/[^/\\:?#\0]+)*$/, 'een pad binnen de site')
	.refine(
		(value) => !value.split('/').some((part) => part === '.' || part === '..'),
		'een pad binnen de site'
	);

/** What was built: every file of the site with its size and its SHA-256 in hexadecimal digits. */
export const manifest = z.strictObject({
	/** Version of this form of file. */
	format: z.literal(1),
	files: z.record(
		path,
		z.strictObject({ bytes: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) })
	)
});

export type Manifest = z.infer<typeof manifest>;
