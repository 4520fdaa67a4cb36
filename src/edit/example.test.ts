import { expect, test } from 'vitest';
import { tellExample } from './example.ts';

test.each([
	[{ busy: true, hasPage: false, isWrong: true }, 'Het voorbeeld wordt gemaakt…'],
	[{ busy: false, hasPage: false, isWrong: false }, 'Het voorbeeld komt zodra alles is ingevuld en klopt.'],
	[{ busy: false, hasPage: false, isWrong: true }, 'Het voorbeeld komt zodra alles is ingevuld en klopt.'],
	[
		{ busy: false, hasPage: true, isWrong: true },
		'Er is nog iets te verbeteren; het voorbeeld is van daarvoor.'
	],
	[{ busy: false, hasPage: true, isWrong: false }, '']
])('of the example is told in %j: %s', (state, told) => expect(tellExample(state)).toBe(told));
