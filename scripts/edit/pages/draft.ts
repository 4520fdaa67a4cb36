import { createHash } from 'node:crypto';
import { readdirSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Dataset } from '#lib/schema/model.ts';
import { expectation, quoted } from '#scripts/read/expectation.ts';
import type { Problem } from '#scripts/read/problem.ts';
import { changeText, fileName, figuresFile } from '../monitor-files.ts';
import { tidy } from '../rows.ts';
import { figurePath, pathAt } from '../take-in.ts';
import { tryOut, writeFiles } from '../trial.ts';
import { lineDifference, type DifferenceLine } from './lines.ts';
import { filesWith, isUntouched, type Staged } from './staged.ts';
import { schemaAt, withItem, type ItemPlace } from './place.ts';

/** What a form asks: to put something at a place of a file, or to take it away. */
export interface Asked {
	monitor: string;
	/** Name of the file, without its end. */
	file: string;
	place: ItemPlace;
	/** What comes there; `null` takes away what is there. */
	value: unknown;
	/** Of the file as the form knew it. */
	version: string;
}

export interface FieldProblem {
	/** Names of the fields within the form, and numbers of items, with a full stop between them. */
	field: string;
	text: string;
}

/** What would come of it. */
export interface Draft {
	/** Whether somebody else changed a file since the form was opened. */
	stale: boolean;
	fields: FieldProblem[];
	/** What is wrong elsewhere. */
	others: string[];
	/** The lines that change, by the name of the file in the folder of the monitor. */
	files: { name: string; lines: DifferenceLine[] }[];
	/** Whether it may wait for another change: what is wrong is between files only. */
	mayWait: boolean;
	/** All that would be written: this change and those that wait. */
	staged: Staged;
	dataset?: Dataset;
}

export const versionOf = (text: string | undefined): string =>
	createHash('sha256')
		.update(text ?? '')
		.digest('hex');

/** The folder of a monitor: one that is really there, within the data. */
export function monitorFolder(root: string, slug: string): string | undefined {
	const monitors = join(root, 'monitors');
	if (!readdirSync(monitors).includes(slug)) return undefined;
	const folder = realpathSync(join(monitors, slug));
	return folder.startsWith(realpathSync(root) + sep) ? folder : undefined;
}

const ofSchema = (asked: Asked, value: unknown): FieldProblem[] => {
	const result = schemaAt(asked.file, asked.place).safeParse(value, { reportInput: true });
	return (result.error?.issues ?? []).map((issue) => ({
		field: issue.path.join('.'),
		text:
			issue.code === 'invalid_type' && issue.input === undefined
				? 'Dit is verplicht.'
				: `Verwacht: ${expectation(issue).replace(quoted, '')}.`
	}));
};

function sortOut(problems: readonly Problem[], { file, monitor, place }: Asked, text: string) {
	const fields: FieldProblem[] = [];
	const others: string[] = [];
	for (const { file: path, line, column, value, expected } of problems) {
		const isHere = path === `data/monitors/${monitor}/${fileName(file)}` && line > 0;
		const found = !isHere ? [] : file === figuresFile ? figurePath(line, column) : pathAt(text, line, column);
		const isInForm = isHere && place.every((part, i) => found[i] === part);
		const said = `Verwacht: ${expected}${value === undefined ? '' : ` (er staat: ${JSON.stringify(value)})`}.`;
		if (isInForm) fields.push({ field: found.slice(place.length).join('.'), text: said });
		else others.push(`${path}${line > 0 ? `, regel ${line}` : ''}. ${said}`);
	}
	return { fields, others };
}

/** An empty text in a file of CSV is a cell; elsewhere it is nothing. */
const toValue = (file: string, value: unknown): unknown =>
	value === null ? undefined : file === figuresFile ? value : (tidy(value) ?? {});

/**
 * Works out what a form would change, together with what waits, and what is wrong with that: the schema first, then the
 * rules between files. Nothing is written.
 * @param root folder of the data
 */
export function draft(root: string, asked: Asked, staged: Staged = new Map()): Draft {
	const { monitor, file, place } = asked;
	const before = filesWith(root, monitor, staged).get(file);
	const stale = versionOf(before?.text) !== asked.version || !isUntouched(root, monitor, staged);
	const none = { stale, fields: [], others: [], files: [], mayWait: false, staged };
	if (stale) return none;
	const value = toValue(file, asked.value);
	const fields = value === undefined ? [] : ofSchema(asked, value);
	if (fields.length > 0) return { ...none, fields };
	const text = changeText(file, before?.text, withItem(before?.value, place, value));
	const base = staged.has(file) ? staged.get(file)!.base : before?.text;
	const all = new Map([...staged, [file, { text, base }]]);
	const texts = new Map([...all].map(([name, own]) => [fileName(name), own.text]));
	const { dataset, problems } = tryOut(root, monitor, texts);
	const files = [...all].map(([name, own]) => ({
		name: fileName(name),
		lines: lineDifference(own.base ?? '', own.text)
	}));
	return {
		...none,
		...sortOut(problems, asked, text),
		files: files.filter(({ lines }) => lines.length > 0),
		mayWait: true,
		staged: all,
		...(dataset && { dataset })
	};
}

/** Writes what a form asks and what waits, where nothing is wrong with it and the files are still what they were. */
export function save(root: string, asked: Asked, staged: Staged = new Map()): Draft & { saved: boolean } {
	const made = draft(root, asked, staged);
	if (made.stale || made.fields.length > 0 || made.others.length > 0) return { ...made, saved: false };
	if (!isUntouched(root, asked.monitor, made.staged)) return { ...made, stale: true, saved: false };
	writeFiles(
		root,
		asked.monitor,
		new Map([...made.staged].map(([name, { text }]) => [fileName(name), text]))
	);
	return { ...made, saved: true };
}
