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
import { examplesOf, isSameAt, issuesOf, nearest, type Issue } from './nearest.ts';
import { schemaAt, withItem, type ItemPlace } from './place.ts';
import { filesWith, isUntouched, type Staged } from './staged.ts';

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

/** Whether nothing is filled in where something must be; a rule about more fields says itself what it asks for. */
const isEmpty = ({ code, input }: Issue): boolean =>
	code !== 'custom' && code !== 'unrecognized_keys' && (input === undefined || input === '');

const tellIssue = (issue: Issue): FieldProblem => ({
	field: issue.path.join('.'),
	text: isEmpty(issue) ? 'Dit is verplicht.' : `Verwacht: ${expectation(issue).replace(quoted, '')}.`
});

function sortOut(problems: readonly Problem[], { file, monitor, place }: Asked, text: string) {
	const fields: FieldProblem[] = [];
	const others: string[] = [];
	const say = (expected: string, value: unknown): string =>
		`Verwacht: ${expected}${value === undefined ? '' : ` (er staat: ${JSON.stringify(value)})`}.`;
	for (const problem of problems) {
		const { file: path, line, expected, also = [] } = problem;
		const isHere = path === `data/monitors/${monitor}/${fileName(file)}` && line > 0;
		const places = (isHere ? [problem, ...also] : []).map((at) => ({
			value: at.value,
			path: file === figuresFile ? figurePath(at.line, at.column) : pathAt(text, at.line, at.column)
		}));
		const own = places.find((each) => place.every((part, i) => each.path[i] === part));
		if (own) fields.push({ field: own.path.slice(place.length).join('.'), text: say(expected, own.value) });
		else others.push(`${path}${line > 0 ? `, regel ${line}` : ''}. ${say(expected, problem.value)}`);
	}
	return { fields, others };
}

/** An empty text in a file of CSV is a cell; elsewhere it is nothing. */
const toValue = (file: string, value: unknown): unknown =>
	value === null ? undefined : file === figuresFile ? value : (tidy(value) ?? {});

/** A file of a monitor with a value in the place of the form, beside what waits, held against all rules. */
function hold(root: string, { monitor, file, place }: Asked, staged: Staged, value: unknown) {
	const before = filesWith(root, monitor, staged).get(file);
	const text = changeText(file, before?.text, withItem(before?.value, place, value));
	const base = staged.has(file) ? staged.get(file)!.base : before?.text;
	const all = new Map([...staged, [file, { text, base }]]);
	const texts = new Map([...all].map(([name, own]) => [fileName(name), own.text]));
	return { text, all, ...tryOut(root, monitor, texts) };
}

/**
 * What the rules between files say of a value that its schema refuses: that of values that are as near to it as may be,
 * as far as it is about what somebody filled in and is the same whatever stands in for what is wrong.
 */
function foreseen(
	root: string,
	asked: Asked,
	staged: Staged,
	value: unknown,
	examples: readonly unknown[]
): Pick<Draft, 'fields' | 'others'> {
	const schema = schemaAt(asked.file, asked.place);
	const tries = examples.map((example) => {
		const made = nearest(schema, value, example);
		const { problems, text } = hold(root, asked, staged, made);
		const { fields, others } = sortOut(problems, asked, text);
		const keeps = (field: string): boolean => isSameAt(made, value, field.split('.'));
		return { keeps, others, fields: fields.filter(({ field }) => keeps(field)) };
	});
	const [first, ...rest] = tries;
	return {
		fields: (first?.fields ?? []).filter((own) =>
			rest.every(
				({ keeps, fields }) =>
					!keeps(own.field) || fields.some(({ field, text }) => field === own.field && text === own.text)
			)
		),
		others: (first?.others ?? []).filter((own) => rest.every(({ others }) => others.includes(own)))
	};
}

/**
 * Works out what a form would change, together with what waits, and all that is wrong with that: by the schema and by
 * the rules between files. Nothing is written.
 * @param root folder of the data
 */
export function draft(root: string, asked: Asked, staged: Staged = new Map()): Draft {
	const { monitor, file, place } = asked;
	const before = filesWith(root, monitor, staged).get(file);
	const stale = versionOf(before?.text) !== asked.version || !isUntouched(root, monitor, staged);
	const none = { stale, fields: [], others: [], files: [], mayWait: false, staged };
	if (stale) return none;
	const value = toValue(file, asked.value);
	const examples = value === undefined ? [] : examplesOf(before?.value, place);
	const issues = value === undefined ? [] : issuesOf(schemaAt(file, place), value, examples);
	if (issues.length > 0) {
		const { fields, others } = foreseen(root, asked, staged, value, examples);
		return { ...none, fields: [...issues.map(tellIssue), ...fields], others };
	}
	const { text, all, dataset, problems } = hold(root, asked, staged, value);
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
