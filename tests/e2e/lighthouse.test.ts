import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { judge, startAudited, type Audited } from '#scripts/bench/lighthouse.ts';
import { builtPaths, sampleOf } from '../site.ts';

let audited: Audited;

beforeAll(async () => {
	audited = await startAudited();
});
afterAll(() => audited.browser.close());

test.each(sampleOf(builtPaths(), 1))('%s', async (path) => {
	const { scores, faults } = await judge(new URL(path.slice(1), inject('site')).href, audited.port, [
		'accessibility',
		'best-practices'
	]);
	expect({ scores, faults }).toEqual({ scores: { accessibility: 100, 'best-practices': 100 }, faults: [] });
});
