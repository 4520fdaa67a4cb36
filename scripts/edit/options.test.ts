import { expect, test } from 'vitest';
import { readOptions } from './options.ts';

test('the data of this project, and a port of its own or another', () => {
	expect(readOptions([])).toEqual({ data: 'data', port: 4180 });
	expect(readOptions(['--data', './data', '--port', '0'])).toEqual({ data: './data', port: 0 });
});

test.each([
	['--port', 'abc'],
	['--port', '65536'],
	['--port', ''],
	['--port', '-1'],
	['--data', 'nergens'],
	['--wat', 'x'],
	['los']
])('%s %s is refused', (...words) => expect(readOptions(words)).toBeUndefined());
