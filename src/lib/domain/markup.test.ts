import fc from 'fast-check';
import { parseDocument, DomUtils } from 'htmlparser2';
import { expect, test } from 'vitest';
import { escapeMarkup } from './markup.ts';

test('a text is the same when it is read again, in an element and in an attribute', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			const safe = escapeMarkup(text);
			const document = parseDocument(`<p title="${safe}" lang='${safe}'>${safe}</p>`);
			const [p, ...others] = DomUtils.getElementsByTagName('*', document, true);
			expect(others).toEqual([]);
			expect([p?.attribs['title'], p?.attribs['lang'], DomUtils.textContent(document)]).toEqual([
				text,
				text,
				text
			]);
		})
	);
});
