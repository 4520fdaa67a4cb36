import { describe, expect, it } from 'vitest';
import type { Voices } from '../schema/monitor.ts';
import { evidenceOf } from './evidence.ts';

const voices: Voices = {
	intro: 'Inleiding.',
	studies: [
		{
			id: 'gesprekken',
			title: 'Gesprekken',
			method: 'Open gesprekken.',
			people: { count: 26, text: '26 gesprekken met inwoners.' },
			source: { document: '003', place: 'bijlage 1' },
			findings: [{ id: 'kennen', title: 'Kennen', text: 'Wie elkaar kent, werkt samen.', goals: [] }]
		}
	]
};

describe('evidence of a link', () => {
	it('is an assumption where a document only drew the link, and none where an editor did', () => {
		expect(evidenceOf({ evidence: [], origin: 'source' })[0]).toMatchObject({ kind: 'assumption' });
		expect(evidenceOf({ evidence: [], origin: 'editorial' })[0]).toMatchObject({ kind: 'none' });
		expect(evidenceOf({ evidence: [], origin: 'derived' })[0]).toMatchObject({ kind: 'none' });
	});

	it('says how people were asked and how many, and puts the strongest kind first', () => {
		const told = evidenceOf(
			{
				origin: 'source',
				evidence: [
					{ kind: 'plausible', strength: 'weak', text: 'Het stuk legt het uit.' },
					{ kind: 'qualitative', strength: 'moderate', text: 'Zij zeiden het.', finding: 'gesprekken/kennen' }
				]
			},
			voices
		);
		expect(told.map(({ kind }) => kind)).toEqual(['qualitative', 'plausible']);
		expect(told[0]!.method).toBe('Gesprekken. 26 gesprekken met inwoners.');
		expect(told[1]!.method).toBeUndefined();
	});
});
