import { aroundOf } from '../around.ts';
import { choicesOf, type Choices } from '../choices.ts';
import type { MonitorFile } from '../monitor-files.ts';
import { toRows, type Row } from '../rows.ts';
import { sheets, type Sheet } from '../sheets.ts';
import { labelsOf, choiceWords } from '../words.ts';
import type { ListAnswer, ListItem } from './answers.ts';
import { versionOf } from './draft.ts';
import type { EditList } from './lists.ts';
import type { ItemPlace } from './place.ts';

type Tree = Record<string, unknown>;
const word = (value: unknown): string => (typeof value === 'string' ? value : '');
const short = (text: string): string => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** By what a reader knows something: its title, or else what it is about. */
function nameOf(item: Tree, titles: ReadonlyMap<string, string>): Omit<ListItem, 'place'> {
	const title = (id: unknown): string => titles.get(word(id)) ?? word(id);
	const { from, to, id, date, value, unit } = item;
	if (to !== undefined) return { name: `${short(title(from))} → ${short(title(to))}`, note: '' };
	const about = item.about as Tree | undefined;
	const name = [item.title, item.subject, item.label, item.term, item.partner, item.text]
		.map(word)
		.find(Boolean);
	const notes = [about?.goal && title(about.goal), date, value && `${word(value)} ${word(unit)}`, id];
	return {
		name: short((name ?? word(id)).replace(/\s+/g, ' ')),
		note: notes.map(word).filter(Boolean).join(', ')
	};
}

const itemsOf = (value: unknown): Tree[] => (Array.isArray(value) ? (value as Tree[]) : []);

/** Everything in a list, or in a list of everything in another. */
function walk(list: EditList, value: unknown, titles: ReadonlyMap<string, string>) {
	const [, ...inner] = list.list.split('.');
	const [field] = inner;
	if (field === undefined)
		return {
			items: itemsOf(value).flatMap((item, i) =>
				list.has(item) ? [{ place: [i], ...nameOf(item, titles) }] : []
			),
			ends: [{ place: [itemsOf(value).length] as ItemPlace, name: '' }]
		};
	const owners = itemsOf(value).map((owner, i) => ({
		owner,
		i,
		own: itemsOf(owner[field]),
		...nameOf(owner, titles)
	}));
	return {
		items: owners.flatMap(({ i, own, name }) =>
			own.map((item, j): ListItem => ({ place: [i, field, j], ...nameOf(item, titles), note: name }))
		),
		ends: owners.map(({ i, own, name }) => ({ place: [i, field, own.length] as ItemPlace, name }))
	};
}

function suggest(
	found: Choices,
	rows: ReadonlyMap<Sheet, readonly Row[]>
): { value: string; label: string }[] {
	if (found.kind === 'list') return found.values.map((value) => ({ value, label: choiceWords[value] ?? '' }));
	return (rows.get(found.sheet) ?? []).map((row) => ({
		value: String(row[found.field] ?? ''),
		label: short(
			[row.title, row.subject, row.value, row.unit]
				.map((cell) => String(cell ?? ''))
				.filter(Boolean)
				.join(' ')
		)
	}));
}

/** What may be chosen in the fields of a form, those of lists within it included. */
function suggestions(
	base: Sheet,
	root: string,
	rows: ReadonlyMap<Sheet, readonly Row[]>
): ListAnswer['suggestions'] {
	const around = aroundOf(root);
	const within = sheets.filter(({ list }) => list === base.list || list.startsWith(`${base.list}.`));
	return Object.fromEntries(
		within.flatMap((sheet) =>
			sheet.columns.flatMap((column) => {
				const found =
					column.path.length > 0 ? choicesOf(sheet, column, around, rows.get(sheet) ?? []) : undefined;
				if (!found || column.shape.type === 'choice' || column.shape.type === 'boolean') return [];
				const steps = sheet.list.slice(base.list.length + 1);
				return [[[steps, ...column.path].filter(Boolean).join('.'), suggest(found, rows)] as const];
			})
		)
	);
}

/**
 * A list of a monitor with all that its forms need.
 * @param root folder of the data
 * @param files of the monitor, with what waits in them
 */
export function listOf(root: string, list: EditList, files: ReadonlyMap<string, MonitorFile>): ListAnswer {
	const file = list.list.split('.')[0]!;
	const values = new Map([...files].map(([name, { value }]) => [name, value]));
	const titles = new Map(itemsOf(values.get('goals')).map(({ id, title }) => [word(id), word(title)]));
	const sheet = sheets.find((each) => each.list === list.list)!;
	return {
		title: list.title,
		one: list.one,
		hint: list.hint,
		file,
		version: versionOf(files.get(file)?.text),
		...walk(list, values.get(file), titles),
		shape: sheet.item,
		labels: labelsOf(list.list),
		words: choiceWords,
		suggestions: suggestions(sheet, root, toRows(values)),
		fresh: list.fresh
	};
}
