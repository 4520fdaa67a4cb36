import { describe, expect, test } from 'vitest';
import { History, type Shelf } from './history.svelte.ts';

function shelf(room = Infinity): Shelf & { held: Map<string, string> } {
	const held = new Map<string, string>();
	return {
		held,
		getItem: (key) => held.get(key) ?? null,
		setItem: (key, value) => {
			if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
			held.set(key, value);
		},
		removeItem: (key) => void held.delete(key)
	};
}

test('what one tab asked, the next one has, newest first', () => {
	const store = shelf();
	const [one, other] = [new History(() => store), new History(() => store)];
	one.add('select 1');
	other.add('select 2');
	one.add('select 3');
	other.read();
	expect(other.kept).toEqual(['select 3', 'select 2', 'select 1']);
	expect(other.lasts).toBe(true);
});

test('cleared is gone', () => {
	const store = shelf();
	const history = new History(() => store);
	history.add('select 1');
	history.clear();
	expect(history.kept).toEqual([]);
	expect(store.held.size).toBe(0);
});

test('what another put there is no question, and does no harm', () => {
	const store = shelf();
	store.setItem('doelenboom-vragen', '{"a":[');
	const history = new History(() => store);
	history.read();
	expect(history.kept).toEqual([]);
	history.add('select 1');
	expect(history.kept).toEqual(['select 1']);
});

describe('a browser that keeps nothing', () => {
	const refuse = (): never => {
		throw new DOMException('no', 'SecurityError');
	};
	test.each<[string, () => Shelf]>([
		['refuses its store', refuse],
		['refuses each use of it', () => ({ getItem: refuse, setItem: refuse, removeItem: refuse })],
		['reads but does not write', () => ({ ...shelf(), setItem: refuse })]
	])('%s', (_, store) => {
		const history = new History(store);
		history.read();
		history.add('select 1');
		history.add('select 2');
		expect(history.kept).toEqual(['select 2', 'select 1']);
		expect(history.lasts).toBe(false);
		history.clear();
		expect(history.kept).toEqual([]);
	});
});

test('where not all fits, the newest are kept', () => {
	const store = shelf(60);
	const history = new History(() => store);
	for (let i = 0; i < 10; i++) history.add(`select ${i}`);
	const kept = new History(() => store);
	kept.read();
	expect(kept.kept[0]).toBe('select 9');
	expect(kept.kept.length).toBeGreaterThan(1);
});
