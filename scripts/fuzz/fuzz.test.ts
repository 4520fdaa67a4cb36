import { expect, test } from 'vitest';
import { targets } from './targets.ts';

test.each(targets)('$name stands a thousand broken cases', async ({ run }) => {
	await expect(run(1000)).resolves.toBeUndefined();
});
