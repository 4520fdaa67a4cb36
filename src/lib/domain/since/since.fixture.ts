import type { Snapshot } from '../../schema/model.ts';
import type { Release, ReleasedGoal, ReleasedIndicator, ReleasedValue } from '../../schema/release.ts';

export const indicator = (change: Partial<ReleasedIndicator> = {}): ReleasedIndicator => ({
	id: 'gezondheid',
	title: 'Gezondheid',
	definition: 'Deel dat zich gezond voelt.',
	unit: 'procent',
	direction: 'up',
	population: 'Inwoners.',
	method: 'Een vragenlijst.',
	...change
});

export const goal = (change: Partial<ReleasedGoal> = {}): ReleasedGoal => ({
	id: 'gezonder',
	level: 'outcome',
	title: 'Meer mensen voelen zich gezond',
	targets: [],
	verdict: { status: 'no-target', rule: 'target@1', sentence: 'Niemand sprak iets af.' },
	...change
});

export const release = (change: Partial<Release> = {}): Release => ({
	format: 1,
	date: '2026-01-01',
	indicators: [indicator()],
	monitors: [
		{
			slug: 'ergens',
			goals: [goal(), goal({ id: 'project', level: 'throughput', title: 'Een project' })],
			links: [{ from: 'project', to: 'gezonder', origin: 'editorial', why: 'Dat lijkt zo.' }]
		}
	],
	...change
});

export const released = (change: Partial<ReleasedValue> = {}): ReleasedValue => ({
	table: 't2020',
	indicator: 'gezondheid',
	area: 'GM0001',
	period: '2020',
	breakdown: '18+',
	value: '70',
	status: 'estimate',
	...change
});

export const snapshot = (date: string, values: ReleasedValue[], change: Partial<Release> = {}): Snapshot => ({
	release: release({ date, ...change }),
	values
});
