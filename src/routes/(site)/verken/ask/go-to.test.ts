import { expect, test, vi } from 'vitest';
import { goTo } from './go-to.ts';

const heading = () => ({ focus: vi.fn(), scrollIntoView: vi.fn() });

test('the answer comes into view and has the focus, without a movement', () => {
	const goal = heading();
	goTo(goal, 'button', ['button', 'body']);
	expect(goal.focus).toHaveBeenCalledWith({ preventScroll: true });
	expect(goal.scrollIntoView).toHaveBeenCalledWith({ block: 'start', behavior: 'instant' });
});

test('a reader who went on to something else stays there', () => {
	const goal = heading();
	goTo(goal, 'a field', ['button', 'body']);
	expect(goal.focus).not.toHaveBeenCalled();
	expect(goal.scrollIntoView).not.toHaveBeenCalled();
});
