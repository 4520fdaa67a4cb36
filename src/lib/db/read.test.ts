import { describe, expect, test } from 'vitest';
import { read } from './read.ts';

test('a column with choices is asked at once, for bit by bit its words do not come', async () => {
	const asked: string[] = [];
	const words = { type: { children: null, toString: () => 'Dictionary<Uint8, Utf8>' }, data: [] };
	const batch = (cell: unknown) => ({ numRows: 1, getChildAt: () => ({ ...words, get: () => cell }) });
	const schema = { fields: [{ name: 'k', type: words.type }] };
	const connection = {
		send: () =>
			Promise.resolve({
				open: () => Promise.resolve({ schema, [Symbol.iterator]: () => [batch(null)][Symbol.iterator]() })
			}),
		query: (sql: string) => {
			asked.push(sql);
			return Promise.resolve({ batches: [batch('rood')] });
		},
		cancelSent: () => Promise.resolve(true)
	} as unknown as Parameters<typeof read>[0];
	expect((await read(connection, 'select k from eigen;', 5)).rows).toEqual([['rood']]);
	expect(asked).toEqual(['from (\nselect k from eigen\n) limit 6']);
});

/** A connection whose answer has these columns, and rows that are all the same. */
function answering(row: readonly unknown[], batches: number) {
	const type = { children: null, toString: () => 'Float64' };
	let taken = 0;
	let isCancelled = false;
	const batch = {
		numRows: 10,
		getChildAt: (i: number) => ({ type, data: [], get: () => row[i] })
	};
	const reader = {
		schema: { fields: row.map((_, i) => ({ name: `k${i}`, type })) },
		*[Symbol.iterator]() {
			while (taken++ < batches) yield batch;
		}
	};
	const connection = {
		send: () => Promise.resolve({ open: () => Promise.resolve(reader) }),
		cancelSent: () => Promise.resolve((isCancelled = true))
	} as unknown as Parameters<typeof read>[0];
	return { connection, taken: () => taken, isCancelled: () => isCancelled };
}

describe('an answer', () => {
	test('of few large rows is cut before it is too large, and no more is read', async () => {
		const { connection, taken, isCancelled } = answering([1, 'x'.repeat(1_000_000)], 1000);
		const { rows, cut } = await read(connection, 'select', 100_000);
		expect([rows.length, cut, isCancelled()]).toEqual([31, true, true]);
		expect(taken()).toBe(4);
	});

	test('with lists and blobs counts what is in them', async () => {
		const list = Array.from({ length: 100_000 }, () => 'abcdefgh');
		expect((await read(answering([list], 100).connection, 'select', 100_000)).rows).toHaveLength(19);
		const blob = new Uint8Array(3_000_000);
		expect((await read(answering([blob], 100).connection, 'select', 100_000)).rows).toHaveLength(10);
	});

	test('of as many rows as are asked is whole', async () => {
		const { rows, cut } = await read(answering([1, 2], 3).connection, 'select', 30);
		expect([rows.length, cut]).toEqual([30, false]);
		expect((await read(answering([1, 2], 3).connection, 'select', 29)).cut).toBe(true);
	});

	test('of which one row is too large, or that has too many columns, is refused', async () => {
		const long = answering(['x'.repeat(33_000_000)], 1);
		await expect(read(long.connection, 'select', 10)).rejects.toThrow('Eén regel van dit antwoord');
		const wide = answering(
			Array.from({ length: 501 }, () => 1),
			1
		);
		await expect(read(wide.connection, 'select', 10)).rejects.toThrow('heeft 501 kolommen');
		expect([wide.taken(), wide.isCancelled()]).toEqual([0, true]);
	});
});
