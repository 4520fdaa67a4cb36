import fc from 'fast-check';
import { feed as feedSchema, type Feed } from '#lib/schema/feed.ts';
import type { Adapter, World } from '#scripts/fetch/adapter.ts';
import { hashOf } from '#scripts/fetch/cache.ts';
import { cbsV3 } from '#scripts/fetch/cbs-v3.ts';
import { cbsV4 } from '#scripts/fetch/cbs-v4.ts';
import { FetchProblem } from '#scripts/fetch/problem.ts';
import { outputOf } from '#scripts/fetch/write.ts';
import { answersV3, answersV4 } from './odata-answers.ts';
import type { FuzzTarget } from './target.ts';

type Answers = Record<string, unknown>;

/** One thing that is wrong with one of the answers. */
interface Damage {
	/** Which answer, and which step to take at each level of it; both go round. */
	answer: number;
	path: number[];
	kind: 'replace' | 'remove' | 'rename' | 'cut' | 'byte' | 'type';
	value: unknown;
	text: string;
}

const tables: Record<'v3' | 'v4', { adapter: Adapter; feed: Feed; answers: Answers }> = {
	v3: {
		adapter: cbsV3,
		answers: answersV3,
		feed: feedSchema.parse({
			id: 'proef',
			source: 'proef',
			adapter: 'cbs-v3',
			table: '1NED',
			baseUrl: 'https://example.org/odata',
			measures: [{ name: 'Eenzaam', indicator: 'eenzaam', lower: 'MOG0095', upper: 'MBG0095' }],
			areas: ['NL01', 'GM1783'],
			levels: ['wijk', 'buurt'],
			breakdowns: { Leeftijd: { '20300': '18+' } }
		})
	},
	v4: {
		adapter: cbsV4,
		answers: answersV4,
		feed: feedSchema.parse({
			id: 'proef',
			source: 'proef',
			adapter: 'cbs-v4',
			table: '1ned',
			baseUrl: 'https://example.org/odata',
			measures: [{ name: 'Bevolking', indicator: 'inwoners' }],
			areas: ['NL01', 'GM1783']
		})
	}
};

const damage: fc.Arbitrary<Damage> = fc.record({
	answer: fc.nat(20),
	path: fc.array(fc.nat(12), { minLength: 1, maxLength: 5 }),
	kind: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'rename', 'cut', 'byte', 'type'),
	value: fc.oneof(
		fc.jsonValue({ maxDepth: 2 }),
		fc.constantFrom<unknown>(
			'',
			' ',
			'.',
			'-99998',
			'1e999',
			1e308,
			-0,
			'__proto__',
			'constructor',
			null,
			[],
			{}
		),
		fc.constantFrom(
			'https://example.com/x',
			'UntypedDataSet?$skip=1',
			'http://[',
			'//',
			'2024JJ00',
			'T001038'
		)
	),
	text: fc.string({ maxLength: 6 })
});

/** Walks into a value as far as it goes, and changes what is there. */
function change(root: unknown, { path, kind, value, text }: Damage): unknown {
	let at: unknown = root;
	for (const [i, step] of path.entries()) {
		if (at === null || typeof at !== 'object') break;
		const holder = at as Record<string, unknown>;
		const keys = Object.keys(holder);
		const key = keys[step % keys.length];
		if (key === undefined) break;
		const next = holder[key];
		const isLast = i === path.length - 1 || next === null || typeof next !== 'object';
		if (isLast && kind === 'replace') holder[key] = value;
		if (isLast && (kind === 'remove' || kind === 'rename')) Reflect.deleteProperty(holder, key);
		if (isLast && kind === 'rename' && !Array.isArray(holder))
			Object.defineProperty(holder, text, {
				value: next,
				enumerable: true,
				configurable: true,
				writable: true
			});
		at = next;
	}
	return root;
}

const encoder = new TextEncoder();

/** An answer with all its damage, as it would come in. */
function damaged(value: unknown, own: readonly Damage[]): { type: string; body: Uint8Array } {
	const root = own.reduce<unknown>(change, structuredClone(value));
	const body = encoder.encode(JSON.stringify(root));
	return own.reduce(
		(sofar, { kind, path, text }) => {
			const place = path.reduce((sum, step) => sum * 13 + step, 0) % (sofar.body.length + 1);
			if (kind === 'cut') return { ...sofar, body: sofar.body.slice(0, place) };
			if (kind === 'type') return { ...sofar, type: text };
			if (kind === 'byte') sofar.body[place] = path.length * 51;
			return sofar;
		},
		{ type: 'application/json', body }
	);
}

function worldOf(answers: Answers, damages: readonly Damage[]): World {
	const names = Object.keys(answers);
	const given = (name: string) => damages.filter(({ answer }) => names[answer % names.length] === name);
	return {
		async get(address, { check } = {}) {
			const name = new URL(address).pathname.split('/').at(-1)!;
			if (!Object.hasOwn(answers, name)) throw FetchProblem.of(address, 'een adres dat de dienst kent');
			const answer = { address, ...damaged(answers[name], given(name)), hash: '' };
			check?.(answer);
			return Promise.resolve(answer);
		},
		file: () => Promise.reject(new Error('no files here')),
		progress: () => undefined
	};
}

const used = [
	{ address: 'https://example.org/', hash: hashOf(''), bytes: 0, fetched: '2026-01-01T00:00:00Z' }
];

const property = fc.asyncProperty(
	fc.constantFrom('v3', 'v4'),
	fc.array(damage, { minLength: 1, maxLength: 4 }),
	async (name, damages) => {
		const { adapter, feed, answers } = tables[name];
		try {
			outputOf(await adapter(feed, worldOf(answers, damages)), {}, { feed, used });
		} catch (error) {
			if (!(error instanceof FetchProblem)) throw error;
		}
	}
);

/** Readers of OData v3 and v4: whatever a service answers, they read it or say in a problem what is wrong. */
export const odataTarget: FuzzTarget = {
	name: 'odata',
	cases: 1_000_000,
	run: (cases) => fc.assert(property, { numRuns: cases })
};
