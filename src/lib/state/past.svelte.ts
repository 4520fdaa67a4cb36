import type { Ran } from '#lib/domain/question/made.ts';
import { objection, withoutTexts } from '#lib/domain/sql/allowed.ts';
import { splitStatements, type Statement } from '#lib/domain/sql/split.ts';

/** A statement, and what of it is code. */
export const ranOf = ({ text }: Pick<Statement, 'text'>): Ran => ({ sql: text, code: withoutTexts(text) });

/** Those of some statements that make what is there after them; all, where what sorts them out cannot be fetched. */
export const madeBy = (ran: readonly Ran[]): Promise<readonly Ran[]> =>
	ran.length === 0
		? Promise.resolve(ran)
		: import('#lib/domain/question/made.ts').then(
				({ madeIn }) => madeIn(ran),
				() => ran
			);

/** A statement of before that could not be run again, and why, in Dutch. */
export interface NotAgain {
	sql: string;
	message: string;
}

/**
 * What the engine of a workbench ran. What that made is in no text of the reader, and has to be there again in another
 * engine: after the page is loaded again, with a file brought in, or where the engine was ended.
 */
export class Past {
	#run: (sql: string) => Promise<unknown>;
	#tell: (error: unknown, sql: string) => Promise<string>;
	#done = $state.raw<readonly Ran[]>([]);
	#todo = $state.raw<readonly Ran[]>([]);
	#failed = $state.raw<readonly NotAgain[]>([]);
	#again: Promise<void> | undefined;

	/**
	 * @param run runs one statement
	 * @param tell what to tell of an error; it throws what is no fault of the statement
	 */
	constructor(
		run: (sql: string) => Promise<unknown>,
		tell: (error: unknown, sql: string) => Promise<string>
	) {
		this.#run = run;
		this.#tell = tell;
	}

	/** What the engine that goes on now has run. */
	readonly done = $derived.by(() => this.#done);
	/** The same with what it is to run first. */
	readonly all: readonly Ran[] = $derived.by(() => [...this.#done, ...this.#todo]);
	/** What it could not run of that. */
	readonly failed = $derived.by(() => this.#failed);

	add(ran: Ran): void {
		this.#done = [...this.#done, ran];
	}

	/** Another engine goes on, in which nothing is made yet. */
	restart(): void {
		this.#todo = this.all;
		this.#done = [];
	}

	forget(): void {
		this.#todo = [];
		this.#done = [];
		this.#failed = [];
	}

	/** Whether statements make the same as all that was run, or is to be run. */
	async isMadeBy(statements: readonly string[]): Promise<boolean> {
		const made = await madeBy(this.all);
		return made.length === statements.length && made.every(({ sql }, i) => sql === statements[i]);
	}

	/** Takes over what an address asks to run first. */
	take(statements: readonly string[]): void {
		this.forget();
		this.#todo = statements.flatMap(splitStatements).map(ranOf);
	}

	/** Makes again what is not there yet; what fails is told, and tried again the next time. */
	again(): Promise<void> {
		return (this.#again ??= this.#makeAgain().finally(() => (this.#again = undefined)));
	}

	async #makeAgain(): Promise<void> {
		this.#failed = [];
		for (const ran of await madeBy(this.#todo)) {
			const problem = objection({ text: ran.sql })?.message ?? (await this.#make(ran));
			if (problem !== undefined) this.#failed = [...this.#failed, { sql: ran.sql, message: problem }];
		}
		this.#todo = this.#todo.filter(({ sql }) => this.#failed.some((failed) => failed.sql === sql));
	}

	async #make(ran: Ran): Promise<string | undefined> {
		try {
			await this.#run(ran.sql);
		} catch (error) {
			return this.#tell(error, ran.sql);
		}
		this.#todo = this.#todo.filter((each) => each !== ran);
		this.add(ran);
		return undefined;
	}
}
