import type { Make } from '#lib/schema/ask.ts';

/** What can be done with figures, as a reader chooses it. Years are filled in by `fit`. */
export const makeChoices: readonly { id: string; label: string; make: Make }[] = [
	{ id: 'figures', label: 'de cijfers zelf tonen', make: { kind: 'figures', pivot: 'none' } },
	{
		id: 'period',
		label: 'vergelijken met een ander jaar',
		make: { kind: 'compare', with: 'period', form: 'difference' }
	},
	{
		id: 'gemeente',
		label: 'vergelijken met de hele gemeente',
		make: { kind: 'compare', with: 'gemeente', form: 'difference' }
	},
	{
		id: 'land',
		label: 'vergelijken met Nederland',
		make: { kind: 'compare', with: 'land', form: 'difference' }
	},
	{
		id: 'subject',
		label: 'twee onderwerpen of groepen vergelijken',
		make: { kind: 'compare', with: 'subject', form: 'difference' }
	},
	{ id: 'index', label: 'index: één jaar is 100', make: { kind: 'index', base: 0 } },
	{ id: 'rank', label: 'rangorde van gebieden', make: { kind: 'rank', first: 'high' } },
	{ id: 'scatter', label: 'twee onderwerpen tegenover elkaar (puntenwolk)', make: { kind: 'scatter' } },
	{
		id: 'correlation',
		label: 'samenhang van twee onderwerpen in één getal',
		make: { kind: 'correlation', method: 'spearman' }
	}
];

/** Which choice an ask stands on. */
export const choiceOf = (make: Make): string => (make.kind === 'compare' ? make.with : make.kind);
