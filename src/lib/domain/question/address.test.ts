import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { question } from '../../schema/question.ts';
import { asked } from '../ask/ask.fixture.ts';
import { bringsMore, fromAddress, toAddress } from './address.ts';

const some = question.parse({
	sql: "select 'é', 😀",
	view: { kind: 'line', value: 'waarde' },
	selected: ['GM1783']
});

test('an address brings the question back, and is safe in a link', async () => {
	const address = await toAddress(some);
	expect(address).toMatch(/^1\.[\w-]+$/);
	expect(await fromAddress(`#${address}`)).toEqual(some);
});

test('the choices that the SQL was made from come along', async () => {
	const chosen = question.parse({ ...some, ask: asked({ make: { kind: 'index', base: 2016 } }) });
	expect(await fromAddress(await toAddress(chosen))).toEqual(chosen);
});

test('the steps come along, and an address without them has none', async () => {
	const stepped = { ...some, steps: "filter a = 'é'\nslice 3" };
	expect(await fromAddress(await toAddress(stepped))).toEqual(stepped);
	expect(await fromAddress(await toAddress(some))).not.toHaveProperty('steps');
	expect(await fromAddress(await toAddress({ ...some, steps: 'x'.repeat(10_001) }))).toBeUndefined();
});

test('any text survives', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (sql) => {
			expect(await fromAddress(await toAddress({ ...some, sql }))).toEqual({ ...some, sql });
		})
	);
});

test('an address that was given out keeps working', async () => {
	const given =
		'1.eJyrViouzFGyUipOzUlNLlHIS8xNVUgrys9VSCxKTVTSUSrLTC1XsqpWys7MS1GyUspNLFCq1YGqTk1RsoqOrQUAACEWhw';
	expect(await fromAddress(given)).toEqual({
		sql: 'select name from area',
		view: { kind: 'map' },
		selected: []
	});
});

test.each(['', '#', '#1.', '#1.%%%', '#1.abc', '#2.abc', '#inhoud', `#1.${'A'.repeat(1000)}`])(
	'%.20s is no question',
	async (hash) => expect(await fromAddress(hash)).toBeUndefined()
);

test('a place on the page brings no question, and what cannot be read was to bring one', () => {
	const isPlace = (id: string) => id === 'inhoud';
	for (const hash of ['', '#', '#inhoud']) expect(bringsMore(hash, isPlace)).toBe(false);
	for (const hash of ['#1.AAAA', '#2.abc', '#onzin']) expect(bringsMore(hash, isPlace)).toBe(true);
});

test('what unpacks without end, or is no question, is refused', async () => {
	const pack = (text: string) => `1.${deflateSync(text).toString('base64url')}`;
	expect(await fromAddress(pack(JSON.stringify({ sql: ' '.repeat(50_000_000) })))).toBeUndefined();
	expect(await fromAddress(pack('{"sql":1}'))).toBeUndefined();
	expect(await fromAddress(pack('{"sql":"select 1","nog":"iets"}'))).toBeUndefined();
	expect(await fromAddress(pack('{"sql":"select 1"}'))).toMatchObject({ sql: 'select 1' });
});
