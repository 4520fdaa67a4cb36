import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { sql } from '@codemirror/lang-sql';
import { bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec, type TransactionSpec } from '@codemirror/state';
import { EditorView, keymap, lineNumbers, type ViewUpdate } from '@codemirror/view';
import { classHighlighter, tagHighlighter, tags } from '@lezer/highlight';
import type { Span } from '#lib/domain/sql/place.ts';
import type { Words } from '#lib/schema/words.ts';
import { completion } from './complete.ts';
import { dialectOf } from './dialect.ts';
import css from './editor.css?inline';

export interface Options {
	/** An empty element; the editor lives in a shadow root of it, where the policy of the page allows its styles. */
	host: HTMLElement;
	text: string;
	cursor: Span;
	/** What it offers; without it, it only knows standard SQL. */
	words: Words | undefined;
	/** Tables that are there besides, at the moment that it is asked. */
	beside: () => Words['tables'];
	/** Name and explanation for who cannot see it. */
	label: string;
	description: string;
	/** Is told each text and cursor, where they come from the reader. */
	onwrite: (text: string, cursor: Span) => void;
	onrun: () => void;
}

/** A box with SQL that colours, completes and marks what is wrong. */
export interface Editor {
	/** Shows a text and a cursor from elsewhere; what is there already does not change. */
	show: (text: string, cursor: Span & { focus?: boolean }) => void;
	/** Marks a piece of the text as wrong, with the reason; without one, no piece is. */
	mark: (wrong?: Span & { message: string }) => void;
	destroy: () => void;
}

const phrases = {
	Completions: 'Aanvullingen',
	'Control character': 'Stuurteken',
	Diagnostics: 'Fouten',
	'No diagnostics': 'Geen fouten',
	'Selection deleted': 'Selectie weggehaald',
	close: 'sluiten'
};

const functionNames = tagHighlighter([{ tag: tags.standard(tags.name), class: 'tok-function' }]);

/** The one change that makes a text of another, so that what stays the same keeps its marks. */
function changeBetween(before: string, after: string): TransactionSpec['changes'] {
	const most = Math.min(before.length, after.length);
	let start = 0;
	while (start < most && before[start] === after[start]) start++;
	let end = 0;
	while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++;
	return { from: start, to: before.length - end, insert: after.slice(start, after.length - end) };
}

const isLetter = (update: ViewUpdate): boolean => {
	let letters = 0;
	update.changes.iterChanges((_from, _to, _start, _end, inserted) => (letters += inserted.length));
	return letters === 1;
};

const cursorOf = ({ selection }: EditorState): Span => ({ from: selection.main.from, to: selection.main.to });

/**
 * Letters over a selection. Left to the browser that takes minutes where the selection has thousands of coloured pieces,
 * such as brackets or commas: it takes them out of the page one by one.
 */
const overSelection = EditorView.domEventHandlers({
	beforeinput: (event, view) => {
		if (event.inputType !== 'insertText' || event.data === null) return false;
		// The browser tells of a selection later, and the editor may not have seen one that a script just made.
		if (view.state.selection.main.empty) document.dispatchEvent(new Event('selectionchange'));
		if (view.state.selection.main.empty) return false;
		event.preventDefault();
		view.dispatch(view.state.replaceSelection(event.data), { userEvent: 'input.type', scrollIntoView: true });
		return true;
	}
});

/** An explanation that the box in the shadow root can point to. */
function describe(root: ShadowRoot, text: string): string {
	const element = document.createElement('p');
	element.id = 'uitleg';
	element.hidden = true;
	element.textContent = text;
	root.append(element);
	return element.id;
}

export function startEditor(options: Options): Editor {
	const { host, words, onwrite, onrun } = options;
	const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(css);
	root.adoptedStyleSheets = [sheet];
	let typed = false;
	const run = () => {
		onrun();
		return true;
	};
	const listen = (update: ViewUpdate) => {
		if (update.docChanged) typed = isLetter(update);
		if (update.docChanged || update.selectionSet)
			onwrite(update.state.doc.toString(), cursorOf(update.state));
	};
	const view = new EditorView({
		root,
		parent: root,
		doc: options.text,
		selection: { anchor: options.cursor.from, head: options.cursor.to },
		extensions: [
			Prec.highest(keymap.of(['Mod-Enter', 'Ctrl-Enter'].map((key) => ({ key, run })))),
			lineNumbers(),
			history(),
			overSelection,
			bracketMatching(),
			sql({ dialect: dialectOf(words) }).language,
			syntaxHighlighting(classHighlighter),
			syntaxHighlighting(functionNames),
			words
				? completion(
						() => ({ ...words, tables: [...options.beside(), ...words.tables] }),
						() => typed
					)
				: [],
			keymap.of([...defaultKeymap, ...historyKeymap]),
			EditorView.lineWrapping,
			EditorState.phrases.of(phrases),
			EditorView.contentAttributes.of({
				// As a textarea has it of itself: what scrolls can be reached by keyboard.
				tabindex: '0',
				'aria-label': options.label,
				'aria-describedby': describe(root, options.description),
				autocapitalize: 'off'
			}),
			EditorView.updateListener.of(listen)
		]
	});
	return {
		show: (text, { from, to, focus }) => {
			const before = view.state.doc.toString();
			const { main } = view.state.selection;
			if (before !== text || main.from !== from || main.to !== to)
				view.dispatch({
					...(before !== text && { changes: changeBetween(before, text) }),
					selection: { anchor: Math.min(from, text.length), head: Math.min(to, text.length) },
					scrollIntoView: focus === true
				});
			if (!focus) return;
			view.focus();
			view.dom.scrollIntoView({ block: 'nearest' });
		},
		mark: (wrong) =>
			view.dispatch(setDiagnostics(view.state, wrong ? [{ ...wrong, severity: 'error' as const }] : [])),
		destroy: () => view.destroy()
	};
}
