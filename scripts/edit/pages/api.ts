import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { slug as slugText } from '#lib/schema/common.ts';
import type { Model } from '#lib/schema/model.ts';
import { load } from '#scripts/check/load.ts';
import { check } from '#scripts/check/rules.ts';
import { FetchProblem } from '#scripts/fetch/problem.ts';
import { formatProblem } from '#scripts/read/problem.ts';
import { fileName, readFiles, type MonitorFile } from '../monitor-files.ts';
import { takeIn } from '../take-in.ts';
import { tellChanges } from '../tell-taken-in.ts';
import { writeFiles } from '../trial.ts';
import { workbookOf } from '../workbook-of.ts';
import type { DraftAnswer, ItemAnswer, ListAnswer, Start, WaitingAnswer, WorkbookAnswer } from './answers.ts';
import { draft, monitorFolder, save, versionOf, type Asked, type Draft } from './draft.ts';
import { listOf } from './items.ts';
import { editLists, type EditList } from './lists.ts';
import { pageOf } from './page-of.ts';
import { at } from './place.ts';
import { filesWith, type Staged, type StagedFile } from './staged.ts';

type Tree = Record<string, unknown>;

const asked = z.strictObject({
	monitor: slugText,
	list: slugText,
	place: z
		.array(z.union([z.int().min(0), z.enum(['targets'])]))
		.min(1)
		.max(3),
	value: z.record(z.string(), z.unknown()).nullable(),
	version: z.string()
});

/** What is wrong with a request, in Dutch. */
export class Refusal extends Error {}

const workbook = z.strictObject({
	monitor: slugText,
	name: z.string().max(200),
	/** The file, in base64. */
	file: z.base64(),
	/** Of what was shown, to take exactly that over; empty to look only. */
	version: z.string()
});

/** Shows a model on the pages of the site in the place of the one that they were made of. */
export type Show = (model: Model) => unknown;

/** What the pages for editing ask and get. */
export class Api {
	readonly #staged = new Map<string, Staged>();
	/** The data as they stand. */
	#current: Model | undefined;

	constructor(
		readonly root: string,
		readonly show: Show
	) {}

	/** Shows the data as they stand, where nothing is wrong with them. */
	reset(): void {
		this.#current ??= check(load(this.root)).dataset?.model;
		if (this.#current) this.show(this.#current);
	}

	start(): Start {
		const slugs = readdirSync(join(this.root, 'monitors')).filter((slug) =>
			existsSync(join(this.root, 'monitors', slug, 'monitor.yaml'))
		);
		return {
			monitors: slugs.map((slug) => {
				const monitor = readFiles(join(this.root, 'monitors', slug)).get('monitor')?.value;
				return { slug, name: String((monitor as Tree).name) };
			}),
			lists: editLists.map(({ id, title, one }) => ({ id, title, one }))
		};
	}

	/** What keeps files of the data from being read, in one text; nothing where all can be. */
	tellUnreadable(): string | undefined {
		const problems = load(this.root).problems.map(formatProblem);
		return problems.length > 0
			? `Iets in data/ is niet te lezen. Verbeter dat eerst, en probeer het opnieuw. ${problems.join('. ')}.`
			: undefined;
	}

	/** The workbook of a monitor, filled or as a template. */
	workbook(monitor: string, isEmpty: boolean): Uint8Array {
		if (!monitorFolder(this.root, monitor)) throw new Refusal('Deze monitor is er niet.');
		return workbookOf(this.root, monitor, isEmpty);
	}

	/** What a workbook would change; it is taken over where that is what was shown before and nothing is wrong. */
	async takeWorkbook(body: unknown): Promise<WorkbookAnswer> {
		const read = workbook.safeParse(body);
		if (!read.success || !monitorFolder(this.root, read.data.monitor))
			throw new Refusal('Deze vraag is niet te lezen.');
		const { monitor, name, file, version: shown } = read.data;
		try {
			const taken = await takeIn(this.root, monitor, Buffer.from(file, 'base64'), name);
			const version = taken.files.size === 0 ? '' : versionOf(JSON.stringify([...taken.files]));
			const isTaken = version !== '' && version === shown && taken.problems.length === 0;
			if (isTaken) {
				writeFiles(this.root, monitor, taken.files);
				this.#current = undefined;
				this.reset();
			}
			const problems = taken.problems.map(formatProblem);
			return { lines: tellChanges(taken), problems, version, taken: isTaken };
		} catch (error) {
			if (error instanceof FetchProblem) throw new Refusal(error.message);
			throw error;
		}
	}

	/** What waits in a monitor. */
	waiting(monitor: string): Staged {
		return this.#staged.get(monitor) ?? new Map<string, StagedFile>();
	}

	files(monitor: string): Map<string, MonitorFile> {
		return filesWith(this.root, monitor, this.waiting(monitor));
	}

	/** Names of the files in which something waits. */
	waitingFiles(monitor: string): WaitingAnswer {
		return { files: [...this.waiting(monitor).keys()].map(fileName) };
	}

	/** Lets go of what waits in a monitor. */
	dropWaiting(body: unknown): WaitingAnswer {
		const read = z.strictObject({ monitor: slugText }).safeParse(body);
		if (!read.success) throw new Refusal('Deze vraag is niet te lezen.');
		this.#staged.delete(read.data.monitor);
		this.reset();
		return this.waitingFiles(read.data.monitor);
	}

	find(monitor: string, id: string): EditList {
		const list = editLists.find((each) => each.id === id);
		if (!list || !monitorFolder(this.root, monitor)) throw new Refusal('Deze lijst is er niet.');
		return list;
	}

	list(monitor: string, id: string): ListAnswer {
		this.reset();
		return listOf(this.root, this.find(monitor, id), this.files(monitor));
	}

	/** The page that shows what is asked, as the data stand or would stand. */
	pageOf(monitor: string, file: string, place: Asked['place'], value: unknown): string {
		const files = this.files(monitor);
		const goals = (files.get('goals')?.value ?? []) as Tree[];
		const own = files.get(file)?.value;
		const owner = place.length > 1 ? (at(own, place.slice(0, 1)) as Tree) : undefined;
		// What is taken away was shown on a page too.
		return pageOf(monitor, file, (value ?? at(own, place) ?? {}) as Tree, owner, goals);
	}

	item(monitor: string, id: string, place: Asked['place']): ItemAnswer {
		const file = this.find(monitor, id).list.split('.')[0]!;
		const value = at(this.files(monitor).get(file)?.value, place) as Tree | undefined;
		if (value === undefined) throw new Refusal('Dit is er niet meer.');
		return { value, page: this.pageOf(monitor, file, place, value) };
	}

	/** What a form would change; it is written, or put ready to wait for more, where that was asked and may be. */
	change(body: unknown, what: 'look' | 'save' | 'wait'): DraftAnswer {
		const read = asked.safeParse(body);
		if (!read.success) throw new Refusal('Deze vraag is niet te lezen.');
		const { list, ...rest } = read.data;
		const { monitor, place, value } = rest;
		const file = this.find(monitor, list).list.split('.')[0]!;
		const own: Asked = { ...rest, file };
		const page = this.pageOf(monitor, file, place, value);
		const waiting = this.waiting(monitor);
		const made: Draft & { saved?: boolean } =
			what === 'save' ? save(this.root, own, waiting) : draft(this.root, own, waiting);
		const { stale, fields, others, files, mayWait, dataset } = made;
		const waits = what === 'wait' && mayWait;
		if (waits) this.#staged.set(monitor, made.staged);
		if (made.saved) this.#staged.delete(monitor);
		if (dataset) {
			this.show(dataset.model);
			if (made.saved) this.#current = dataset.model;
		}
		const answer = { stale, fields, others, files, mayWait, done: waits || made.saved === true };
		return dataset ? { ...answer, page } : answer;
	}
}
