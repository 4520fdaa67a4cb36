import { beforeEach, describe, expect, it } from 'vitest';
import type { IndicatorView } from '../charts/indicator-view.ts';
import { Exploration, type Answer, type Choice } from './exploration.svelte.ts';

const own: Choice = { breakdown: '18+', parts: 'wijken', wijken: [], others: [], boundaries: undefined };
const answer = (name: string): Answer => ({ view: { names: { one: name, more: name } } as IndicatorView });

let asked: Choice[];
let left: [string | undefined, boolean][];
/** What the next answer is; an error is thrown. */
let next: Answer | Error;
let reachable: boolean;

const make = () =>
	new Exploration({
		own: () => own,
		known: () => ({ breakdowns: ['18+', '65+'], wijken: ['WK000001', 'WK000002'], others: ['GM0001'] }),
		pages: () => [{ own }, { own: { ...own, breakdown: '65+' }, path: '65-plus' }],
		go: (path, instead) => left.push([path, instead]),
		load: () =>
			reachable
				? Promise.resolve((choice: Choice) => {
						asked.push(choice);
						return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
					})
				: Promise.reject(
						new TypeError('Failed to fetch dynamically imported module: http://127.0.0.1/engine.js')
					)
	});

const read = async (exploration: Exploration, search: string) => {
	exploration.read(new URLSearchParams(search));
	await settled();
};
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
	[asked, left, next, reachable] = [[], [], answer('eerste'), true];
});

describe('what an address asks', () => {
	it('keeps wijken and gemeenten that there are', async () => {
		const exploration = make();
		await read(exploration, 'toon=buurten&wijken=WK000001,WK999999&met=GM0001,GM9999');
		expect(asked).toEqual([{ ...own, parts: 'buurten', wijken: ['WK000001'], others: ['GM0001'] }]);
		expect(exploration.search).toBe('?toon=buurten&wijken=WK000001&met=GM0001');
	});

	it('asks nothing where none of the wijken that it names exists', async () => {
		const exploration = make();
		await read(exploration, 'toon=buurten&wijken=WK999999');
		expect(asked).toEqual([]);
		expect(exploration.choice).toEqual(own);
	});

	it('is the question for all buurten where it names no wijk', async () => {
		await read(make(), 'toon=buurten');
		expect(asked).toEqual([{ ...own, parts: 'buurten' }]);
	});

	it('leaves out a group that the indicator does not know', async () => {
		await read(make(), 'groep=totaal');
		expect(asked).toEqual([]);
	});

	it('starts from the page itself, whatever was chosen before', async () => {
		const exploration = make();
		await exploration.choose({ others: ['GM0001'] });
		await read(exploration, '');
		expect(exploration.choice).toEqual(own);
		expect(exploration.answer).toBeUndefined();
	});

	it('gives way to the page that shows the choice itself, so that a step back does not return here', async () => {
		const exploration = make();
		await read(exploration, 'groep=65%2B');
		expect(left).toEqual([['65-plus', true]]);
		await exploration.choose({ breakdown: '65+' });
		expect(left[1]).toEqual(['65-plus', false]);
		expect(asked).toEqual([]);
		expect(exploration.search).toBe('');
	});
});

describe('a choice that fails', () => {
	it('is told in words for readers, with what is still in sight', async () => {
		const exploration = make();
		await exploration.choose({ parts: 'buurten' });
		next = Object.assign(new Error('De database is niet op te halen.'), { name: 'EngineError' });
		await exploration.choose({ others: ['GM0001'] });
		expect(exploration.problem).toBe('De database is niet op te halen.');
		expect(exploration.answer?.view.names.one).toBe('eerste');
		exploration.undo();
		expect(exploration.problem).toBe('');
		expect(exploration.choice).toEqual({ ...own, parts: 'buurten' });
		expect(exploration.search).toBe('?toon=buurten');
	});

	it('never shows the text of an error that is not for readers', async () => {
		const exploration = make();
		next = new Error('Catalog Error: Table with name area does not exist!');
		await exploration.choose({ parts: 'buurten' });
		expect(exploration.problem).toBe('Bij het rekenen ging iets mis. Laad de pagina opnieuw.');
	});

	it('says what may be wrong where the engine cannot be fetched, and tries again', async () => {
		const exploration = make();
		reachable = false;
		await exploration.choose({ parts: 'buurten' });
		expect(exploration.problem).toMatch(
			/^De rekenmodule is niet op te halen\. .*Laad dan de pagina opnieuw\.$/
		);
		expect(exploration.waiting).toBeUndefined();
		reachable = true;
		exploration.retry();
		await settled();
		expect(exploration.problem).toBe('');
		expect(exploration.answer?.view.names.one).toBe('eerste');
	});

	it('goes back to the page itself where nothing was answered before', async () => {
		const exploration = make();
		reachable = false;
		await exploration.choose({ parts: 'buurten' });
		exploration.undo();
		expect(exploration.choice).toEqual(own);
		expect(exploration.search).toBe('');
	});
});

it('shows the answer to the last choice, whichever comes first', async () => {
	const exploration = make();
	const slow = exploration.choose({ parts: 'buurten' });
	next = answer('tweede');
	await exploration.choose({ others: ['GM0001'] });
	await slow;
	expect(exploration.answer?.view.names.one).toBe('tweede');
	await exploration.choose(own);
	expect(exploration.answer).toBeUndefined();
});
