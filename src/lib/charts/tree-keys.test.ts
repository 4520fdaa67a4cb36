import { expect, test } from 'vitest';
import { everything, goals, links, size } from './tree.fixture.ts';
import { step } from './tree-keys.ts';
import { placeTree } from './tree.ts';

const layout = placeTree(goals, links, everything, size);

test.each([
	['ArrowDown', 'work', 'home'],
	['ArrowUp', 'home', 'work'],
	['ArrowUp', 'work', undefined],
	['ArrowDown', 'home', undefined],
	['ArrowRight', 'whole', 'work'],
	['ArrowLeft', 'home', 'whole'],
	['ArrowLeft', 'whole', undefined],
	['ArrowLeft', 'step', 'plan'],
	['ArrowRight', 'plan', 'step'],
	['Home', 'pilot', 'team'],
	['End', 'team', 'pilot'],
	['Enter', 'work', undefined],
	['ArrowDown', 'unknown', undefined]
])('%s on %s leads to %s', (key, from, to) => {
	expect(step(key, from, layout)).toBe(to);
});
