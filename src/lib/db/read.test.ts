import { expect, test } from 'vitest';
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
