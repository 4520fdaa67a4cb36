import { describe, expect, it } from 'vitest';
import type { Note } from '../schema/tracker.ts';
import { notesAbout, plainNote } from './notes.ts';

const note = (own: Partial<Note>): Note => ({
	id: 'n',
	about: { goal: 'doel' },
	text: 'Tekst.',
	blocks: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Tekst.' }] }],
	role: 'redactie',
	origin: 'editorial',
	date: '2020-01-01',
	...own
});

describe('explanations on a day', () => {
	const notes = [
		note({ id: 'old', date: '2018-01-01', until: '2019-12-31' }),
		note({ id: 'new' }),
		note({ id: 'later', date: '2021-01-01' }),
		note({ id: 'other', about: { goal: 'ander' } })
	];

	it('are those about the subject that were written by then, the newest first', () => {
		const shown = notesAbout(notes, '2020-06-01', ({ goal }) => goal === 'doel');
		expect(shown.map(({ id }) => id)).toEqual(['new', 'old']);
	});

	it('are marked from the day after the last on which they hold', () => {
		const expired = (asOf: string) => notesAbout(notes.slice(0, 1), asOf, () => true)[0]!.expired;
		expect(expired('2019-12-31')).toBe(false);
		expect(expired('2020-01-01')).toBe(true);
	});

	it('can be told as plain text, with the address of a link', () => {
		expect(
			plainNote([
				{
					kind: 'paragraph',
					content: [
						{ kind: 'text', text: 'Zie ' },
						{ kind: 'link', text: 'hier', href: 'https://a.nl' }
					]
				},
				{ kind: 'list', items: [[{ kind: 'text', text: 'een' }], [{ kind: 'strong', text: 'twee' }]] }
			])
		).toBe('Zie hier (https://a.nl) een; twee');
	});
});
