/**
 * Brings a reader to a part of the page, in view and with the focus, at once: nothing moves along the way.
 * @param focused what has the focus now
 * @param from where the focus is as long as the reader did not go on to something else
 */
export function goTo(
	goal: Pick<HTMLElement, 'focus' | 'scrollIntoView'> | undefined,
	focused: unknown,
	from: readonly unknown[]
): void {
	if (!goal || !from.includes(focused)) return;
	goal.focus({ preventScroll: true });
	goal.scrollIntoView({ block: 'start', behavior: 'instant' });
}
