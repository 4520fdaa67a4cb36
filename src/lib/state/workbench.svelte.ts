import { fromAddress, toAddress } from '#lib/domain/question/address.ts';
import type { OwnTables } from '#lib/domain/question/own.ts';
import type { Result } from '#lib/domain/result.ts';
import type { AskedText, Ran } from '#lib/domain/question/made.ts';
import type { Joined } from '#lib/domain/question/question-of.ts';
import { objection } from '#lib/domain/sql/allowed.ts';
import { toResult } from '#lib/domain/sql/answer.ts';
import type { Span } from '#lib/domain/sql/place.ts';
import type { SqlProblem } from '#lib/domain/sql/problem.ts';
import { splitStatements, type Statement } from '#lib/domain/sql/split.ts';
import type { Ask } from '#lib/schema/ask.ts';
import type { Question, QuestionView } from '#lib/schema/question.ts';
import type { Waiting } from './exploration.svelte.ts';
import { fetchMade, Past, ranOf } from './past.svelte.ts';

/** What runs SQL: the workbench knows nothing of the engine itself. */
export interface Runner {
	run: (sql: string, limit: number) => Promise<Parameters<typeof toResult>[0]>;
	/** What a reader can do with an error of the engine about a statement. */
	explain: (raw: string, statement: string) => SqlProblem | Promise<SqlProblem>;
	/** Ends what is running; `true` where the engine ended with it, and with that what was made in it. */
	stop: () => Promise<boolean | undefined>;
	/** Goes on with an engine in which nothing is made. */
	renew: () => Promise<void>;
	/** Goes on in an engine of its own with a file of the reader, or without one; `read` is asked when all else is there. */
	bring: (read: (() => Promise<BroughtFile>) | undefined) => Promise<void>;
}

/** A file for the engine: its name there, and the statement that takes it in. */
export interface BroughtFile {
	as: string;
	content: Blob;
	sql: string;
	once: boolean;
	/** What to tell where that fails. */
	problem: string;
}

/** A table of a file of the reader, as the page shows it. */
export interface OpenTable {
	/** As a question writes it. */
	written: string;
	rows: number;
	columns: { name: string; type: string; note: string; optional: boolean }[];
}

/** The file of the reader that is open. */
interface OpenedFile extends OwnTables {
	tables: OpenTable[];
}

/** One statement with its answer, and how long that took in milliseconds. */
export interface Answered {
	sql: string;
	/** The files of the reader that were open when it was asked, and when it was worked. */
	files: OwnTables[];
	/** What its engine had run before it, and whether it rests on something that this made. */
	before: readonly Ran[];
	isResting: boolean;
	/** What the reader asked, up to this statement, and the choices that it was made from. */
	asked: AskedText & Pick<Question, 'ask'>;
	result: Result;
	took: number;
	/** The steps that the answer was taken through, where it was. */
	worked?: Worked;
	/** What was asked for all that these joined. */
	joined?: readonly Joined[];
}

/** What was done with an answer after the SQL. */
export interface Worked {
	steps: string;
	count: number;
	/** What a reader must know of it, in Dutch. */
	remarks: string[];
	/** The SQL of the answers and tables that were joined, with the statements that it rests on. */
	beside: string[];
}

/** A statement that failed; `at` is a place in the text of the reader. */
export interface Failed extends SqlProblem {
	sql: string;
}

/** Whether an error is no fault of what was asked. */
const isOfEngine = (error: unknown): error is Error =>
	error instanceof Error && /^(EngineError|Stopped)$/.test(error.name);

/** Rows that are made for one statement; more are told, not shown. */
const rowLimit = 100_000;

/** The cursor of the reader; `focus` asks the box to take the focus there. */
export interface Cursor extends Span {
	focus?: boolean;
}

/** The workbench as one reader sees it: a text with SQL, its answers, and how they are looked at. */
export class Workbench {
	#sql = $state('');
	/** Where the cursor is in the text, or what is selected of it. */
	cursor = $state.raw<Cursor>({ from: 0, to: 0 });
	view = $state.raw<QuestionView>({});
	/** Areas and years that are selected in a table, chart or map. */
	selected = $state.raw<readonly string[]>([]);
	/** The view in which the areas were selected. */
	selectedIn = $state.raw<Question['selectedIn']>();
	years = $state.raw<readonly [number, number]>();
	/** Which answer is in sight, where there are more. */
	shown = $state(0);
	/** Which answer to a text, or to a part of it, an address asks for, until that is there. */
	#wanted = $state.raw<Pick<Question, 'sql' | 'shown' | 'part'>>();
	/** The file of the reader that can be asked beside the site. */
	file = $state.raw<OpenedFile>();
	#runner: Runner;
	/** What its engine ran: not only what gave the answers in sight. */
	readonly past: Past;
	/** What that had run when something was asked last. */
	#start = $state.raw<readonly Ran[]>([]);
	#answers = $state.raw<readonly Answered[]>([]);
	#problem = $state.raw<Failed>();
	#busy = $state(false);
	#running: Promise<void> | undefined;
	#wantedHash = '';
	#reading: Promise<unknown> = Promise.resolve();
	#waiting = $state.raw<Waiting>();
	#asked = $state('');
	#steps = $state('');
	#isStepped = $state(true);
	#worked = $state.raw<{ of: Answered; answer: Answered }>();
	#made = $state.raw<{ ask: Ask; sql: string }>();
	#part = $state.raw<Span>();

	constructor(runner: (report: (waiting: Waiting | undefined) => void) => Runner) {
		this.#runner = runner((waiting) => (this.#waiting = waiting));
		this.past = new Past(
			(sql) => this.#runner.run(sql, rowLimit),
			async (error, sql) => {
				if (isOfEngine(error)) throw error;
				return (await this.#runner.explain(String(error), sql)).message;
			}
		);
	}

	readonly answers = $derived.by(() => this.#answers);
	readonly problem = $derived.by(() => this.#problem);
	readonly busy = $derived.by(() => this.#busy);
	/** Tables that the reader can ask beside those of the site. */
	readonly own: readonly OpenTable[] = $derived.by(() => this.file?.tables ?? []);
	/** What came in of the engine, while it is fetched. */
	readonly waiting = $derived.by(() => this.#waiting);
	/** The answer in sight as the SQL gives it. */
	readonly unworked = $derived.by(() => this.#answers[this.shown] ?? this.#answers.at(-1));
	/** The answer in sight, taken through the steps where there are any. */
	readonly answer = $derived.by(() =>
		this.#worked && this.#worked.of === this.unworked ? this.#worked.answer : this.unworked
	);
	/** Whether the steps in the text are to be done. */
	readonly isStepped = $derived.by(() => this.#isStepped && this.steps.trim() !== '');
	/** The text as it was when something was asked last. */
	readonly asked = $derived.by(() => this.#asked);
	/** Whether only what was selected of it was run. */
	readonly partly = $derived.by(() => this.#part !== undefined);
	/** What is selected in the text, where that is something that can be run. */
	readonly marked: Span | undefined = $derived.by(() => {
		const { from, to } = this.cursor;
		return this.sql.slice(from, to).trim() === '' ? undefined : { from, to };
	});
	/** Whether the text was changed after the answers came. */
	readonly changed = $derived.by(() => this.#asked !== '' && this.#asked !== this.sql);

	/** Whether the answer in sight is the one to what stands in the text and the steps. */
	readonly isSettled: boolean = $derived.by(
		() =>
			!this.#busy &&
			!this.changed &&
			this.answer !== undefined &&
			(!this.isStepped || this.answer.worked !== undefined)
	);

	/** The choices that the SQL was made from; nothing as soon as the SQL is another one. */
	readonly ask = $derived.by(() => (this.#made?.sql === this.sql ? this.#made.ask : undefined));

	get sql(): string {
		return this.#sql;
	}

	/** Another text, with the cursor at its end. */
	set sql(text: string) {
		this.write(text, { from: text.length, to: text.length });
	}

	/** What the reader asks and sees. */
	readonly question: Question = $derived.by(() => ({
		sql: this.sql,
		view: this.view,
		selected: [...this.selected],
		...(this.selectedIn && this.selected.length > 0 && { selectedIn: this.selectedIn }),
		...(this.years && { years: [this.years[0], this.years[1]] }),
		...(this.ask && { ask: this.ask }),
		...(this.isStepped && { steps: this.steps }),
		...this.#place
	}));

	/** Which of the answers is in sight or asked for, where that is not the last, and to which part of the text. */
	readonly #place: Pick<Question, 'shown' | 'part'> = $derived.by(() => {
		const { shown, part } = this.#wanted?.sql === this.sql ? this.#wanted : this.#seen;
		return { ...(shown !== undefined && { shown }), ...(part && { part }) };
	});

	readonly #seen: Pick<Question, 'shown' | 'part'> = $derived.by(() => {
		if (this.changed) return {};
		const isEarlier = this.shown < this.#answers.length - 1;
		return {
			...(isEarlier && { shown: this.shown }),
			...(this.#part && { part: [this.#part.from, this.#part.to] as const })
		};
	});

	/** All that the address of the page is to say: the question, and what was run before it was asked and since. */
	readonly whole: { question: Question; start: readonly Ran[]; since: readonly Ran[] } = $derived.by(() => ({
		question: this.question,
		start: this.#start,
		since: this.changed || this.#asked === '' ? this.past.all.filter((ran) => !this.#start.includes(ran)) : []
	}));

	/** Steps that reshape an answer, as the reader wrote them. */
	get steps(): string {
		return this.#steps;
	}

	set steps(text: string) {
		this.#steps = text;
		this.#isStepped = true;
	}

	/** Shows an answer as steps made it, for as long as that answer is in sight. */
	show(of: Answered, made: Pick<Answered, 'result' | 'took' | 'worked' | 'joined'>): void {
		this.#isStepped = true;
		const files = this.file ? [...of.files, this.file] : of.files;
		this.#worked = { of, answer: { ...of, ...made, files, took: of.took + made.took } };
	}

	/** Shows the answer as the SQL gives it, for the steps could not be done. */
	forget(): void {
		this.#worked = undefined;
	}

	/** Goes back to the answer as the SQL gives it. The text of the steps stays, and is no longer in the address. */
	unwork(): void {
		this.#isStepped = false;
		this.forget();
	}

	/** Takes over a text and the place of the cursor in it, as the box has them. */
	write(text: string, cursor: Cursor): void {
		this.#sql = text;
		this.cursor = cursor;
	}

	/** Puts a name in the text in the place of what is selected, apart from the words beside it. */
	insert(name: string): void {
		const [from, to] = [this.cursor.from, this.cursor.to].map((at) => Math.min(at, this.sql.length));
		const before = this.sql.slice(0, from);
		const after = this.sql.slice(to);
		const text = `${/[\w"']$/.test(before) ? ' ' : ''}${name}${/^[\w"']/.test(after) ? ' ' : ''}`;
		const at = before.length + text.length;
		this.write(before + text + after, { from: at, to: at });
	}

	/**
	 * Runs the text, statement by statement; the first that fails ends it, and what was answered stays.
	 * @param part the piece of the text to run; without it the whole
	 */
	async run(part?: Span): Promise<void> {
		if (this.#busy) return;
		this.#running = this.#run(part);
		await this.#running;
	}

	async #run(part?: Span): Promise<void> {
		const { sql, ask } = this;
		const { shown: wanted, part: last } = this.#place;
		const isSame = part?.from === last?.[0] && part?.to === last?.[1];
		if (!isSame) this.#wanted = undefined;
		const { from, to } = part ?? { from: 0, to: sql.length };
		this.#busy = true;
		this.#problem = undefined;
		this.#asked = sql;
		this.#part = part;
		this.#start = this.past.all;
		const answers: Answered[] = [];
		try {
			await this.past.again();
			const before = this.past.done;
			const statements = splitStatements(sql.slice(from, to));
			const ran = statements.map(ranOf);
			for (const [i, { text, start }] of statements.entries()) {
				const statement = { text, start: from + start };
				const isLast = i === statements.length - 1;
				const upTo = sql.slice(from, isLast ? to : statement.start + text.length);
				const asked = {
					sql: upTo,
					statements: ran.slice(0, i + 1),
					before,
					...(ask && upTo === sql && { ask })
				};
				const answer = await this.#answer(statement, asked);
				if (!answer) break;
				answers.push(answer);
			}
		} catch (error) {
			const message = isOfEngine(error)
				? error.message
				: 'Een deel van deze pagina is niet op te halen. Is er verbinding?';
			this.#problem = { sql, message, detail: '' };
		} finally {
			this.#answers = answers;
			this.shown = Math.max(0, Math.min((isSame ? wanted : undefined) ?? Infinity, answers.length - 1));
			if (answers.length > this.shown) this.#wanted = undefined;
			this.#busy = false;
			this.#waiting = undefined;
		}
	}

	async #answer(statement: Statement, asked: Answered['asked']): Promise<Answered | undefined> {
		const { text: sql, start } = statement;
		const why = objection(statement);
		if (why) {
			this.#problem = { sql, message: why.message, detail: '', at: start + why.at };
			return undefined;
		}
		const since = performance.now();
		try {
			const files = this.file ? [this.file] : [];
			const before = this.past.done;
			const raw = await this.#runner.run(sql, rowLimit);
			const took = performance.now() - since;
			const own = asked.statements.at(-1)!;
			this.past.add(own);
			const isResting = before.length > 0 && (await fetchMade()).madeFor([own], before).length > 0;
			return { sql, files, before, isResting, asked, result: toResult(raw), took };
		} catch (error) {
			this.#problem = { sql, ...(await this.#tell(error, statement, start)) };
			return undefined;
		}
	}

	async #tell(error: unknown, { text }: Statement, start: number): Promise<SqlProblem> {
		if (isOfEngine(error)) return { message: error.message, detail: '' };
		const problem = await this.#runner.explain(String(error), text);
		return problem.at === undefined ? problem : { ...problem, at: start + problem.at };
	}

	/** The rows of a question of the page itself; it changes nothing of what the reader sees. */
	async look(sql: string): Promise<Result> {
		return toResult(await this.#runner.run(sql, rowLimit));
	}

	/** Goes on with a file of the reader, or without one. */
	async bring(read: (() => Promise<BroughtFile>) | undefined): Promise<void> {
		await this.#runner.bring(read);
		this.past.restart();
	}

	async stop(): Promise<void> {
		if (await this.#runner.stop()) this.past.restart();
	}

	/** Goes on without all that was made. */
	async forgetMade(): Promise<void> {
		await this.#runner.renew();
		this.past.forget();
		this.#start = [];
	}

	/** Takes over the SQL that was made from choices, and the view that fits it. */
	choose(ask: Ask, { sql, view }: Pick<Question, 'sql' | 'view'>): void {
		this.sql = sql;
		this.view = view;
		this.#made = { ask, sql };
	}

	/** Takes over a question. */
	open({ sql, view, selected, selectedIn, years, ask, steps = '', shown, part }: Question): void {
		this.sql = sql;
		this.#made = ask && { ask, sql };
		this.view = view;
		this.selected = selected;
		this.selectedIn = selectedIn;
		this.years = years;
		this.steps = steps;
		this.#wanted = { sql, shown, part };
	}

	/**
	 * Takes over the question of an address, and runs it. One address after the other; of more that come at once the last counts.
	 * @returns whether there is a question in it
	 */
	read(hash: string): Promise<boolean> {
		this.#wantedHash = hash;
		const reading = this.#reading.then(() => this.#wantedHash !== hash || this.#read(hash));
		this.#reading = reading.catch(() => undefined);
		return reading;
	}

	async #read(hash: string): Promise<boolean> {
		const asked = await fromAddress(hash);
		if (!asked) return false;
		// What has not reached the engine yet cannot be stopped there.
		while (this.#busy) {
			await this.stop();
			await Promise.race([this.#running, new Promise((done) => setTimeout(done, 100))]);
		}
		// An address without them says that nothing was made.
		const { sql, before = [], part: [from, to] = [0, 0] } = asked;
		if (!(await this.past.isMadeBy(before))) {
			await this.forgetMade();
			this.past.take(before);
		}
		this.open(asked);
		if (sql.trim()) void this.run(from < to && to <= sql.length ? { from, to } : undefined);
		return true;
	}

	/** A question as the part of an address after `#`. */
	readonly address = (asked: Question): Promise<string> => toAddress(asked);

	/** All that the page holds as the part of its address after `#`. */
	async ownAddress(): Promise<string> {
		const { question, start, since } = this.whole;
		if (start.length + since.length === 0) return toAddress(question);
		const { isRoomFor, madeBefore } = await fetchMade();
		const made = madeBefore(question.sql.slice(...(question.part ?? [])), start, since);
		const isThere = made.length > 0 && isRoomFor(made);
		return toAddress({ ...question, ...(isThere && { before: made.map(({ sql }) => sql) }) });
	}
}
