import {
	autocompletion,
	closeCompletion,
	type Completion,
	type CompletionContext
} from '@codemirror/autocomplete';
import { keymap, type EditorView } from '@codemirror/view';
import { suggest, type Suggestion } from '#lib/domain/sql/suggest.ts';
import type { Words } from '#lib/schema/words.ts';

/** What a column, a table or a value is worth above a word of the language. */
const boosts: Record<Suggestion['kind'], number> = {
	column: 30,
	table: 20,
	value: 0,
	keyword: 10,
	function: 0,
	type: -10
};

function explain({ kind, info }: Suggestion): Node {
	const text = document.createElement('p');
	text.textContent = info;
	if (kind === 'function') text.lang = 'en';
	return text;
}

const toCompletion = (suggestion: Suggestion): Completion => ({
	label: suggestion.kind === 'value' ? `${suggestion.label} ${suggestion.detail}` : suggestion.label,
	displayLabel: suggestion.label,
	apply: suggestion.text,
	type: suggestion.kind,
	boost: boosts[suggestion.kind],
	...(suggestion.detail && { detail: suggestion.detail }),
	...(suggestion.info && { info: () => explain(suggestion) })
});

/**
 * Offers what may stand at the cursor: when asked for, and while somebody types.
 * @param isTyped whether the last change was one letter, rather than a text that came in as a whole
 */
export function completion(words: () => Words, isTyped: () => boolean) {
	const source = ({ state, pos, explicit }: CompletionContext) => {
		const text = state.doc.toString();
		if (!explicit && !(isTyped() && /[\w.'"]/.test(text[pos - 1] ?? ''))) return null;
		const found = suggest(text, pos, words());
		if (!found || found.options.length === 0) return null;
		const isValue = found.options[0]!.kind === 'value';
		return {
			from: found.from,
			...(found.to > pos && { to: found.to }),
			options: found.options.map(toCompletion),
			validFor: isValue ? /^[^'\n]*$/ : /^\w*$/
		};
	};
	// A list that scrolls would be the next stop of the focus.
	const leave = (view: EditorView) => {
		closeCompletion(view);
		return false;
	};
	return [
		autocompletion({ override: [source], icons: false, maxRenderedOptions: 60 }),
		keymap.of([{ key: 'Tab', run: leave, shift: leave }])
	];
}
