import { describe, expect, it } from 'vitest';
import { goal } from '../../schema/goal.ts';
import { tellActions, tellKinds, tellStates } from './tell.ts';

const source = { document: 'd', place: 'p' };
const made = (id: string, kind: string, state?: string) =>
	goal.parse({
		id,
		level: 'throughput',
		kind,
		title: id,
		period: '2018',
		source,
		noIndicator: 'Geen.',
		progress: state ? [{ date: '2018-04-26', state, text: 'Zo stond het.', source }] : []
	});
const all = [
	made('a', 'action', 'planned'),
	made('b', 'action', 'done'),
	made('c', 'project', 'running'),
	made('d', 'action')
];

describe('actions in words', () => {
	it('counts each kind by its own name', () => {
		expect(tellKinds(all)).toBe('1 project en 3 actiepunten');
		expect(tellKinds([])).toBe('');
	});

	it('says what was last reported, and of how many nothing was', () => {
		expect(tellStates(all, '2018-12-31', [])).toBe(
			'Van 3 is gemeld hoe het ermee staat: 1 gedaan, 1 bezig en 1 gepland. Over 1 is niets gemeld.'
		);
	});

	it('says of a single report what it says, without counting', () => {
		expect(tellStates([made('b', 'action', 'done')], '2018-12-31', [])).toBe(
			'De laatste melding zegt: gedaan.'
		);
	});

	it('says that nothing was reported before the first report', () => {
		expect(tellStates(all, '2018-01-01', [])).toBe('Hoe het ermee staat, is niet gemeld.');
	});

	it('says how many are overdue without a word, once the day is there', () => {
		expect(tellActions(all, '2018-06-01', [])).not.toContain('voorbij');
		expect(tellActions(all, '2019-06-01', [])).toContain(
			'Van 3 is de datum voorbij en is daarna niets gemeld.'
		);
	});
});
