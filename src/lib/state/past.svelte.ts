import type { Ran } from '#lib/domain/question/made.ts';
import { objection, withoutTexts } from '#lib/domain/sql/allowed.ts';
import { splitStatements, type Statement } from '#lib/domain/sql/split.ts';

/** A statement, and what of it is code. */
export const ranOf = ({ text }: Pick<Statement, 'text'>): Ran => ({ sql: text, code: withoutTexts(text) });

/** What sorts out statements comes with the first of them, not with the page. */
export const fetchMade = () => import('#lib/domain/question/made.ts');

/** A statement in the order in which it was run, and whether the engine that goes on now has run it. */
interface Entry {
	ran: Ran;
	state: 'made' | 'waiting' | 'failed';
	/** Why it failed, in Dutch. */
	why?: string;
}

/**
 * What the engine of a workbench ran. What that made is in no text of the reader, and has to be there again in another
 * engine: after the page is loaded again, with a file brought in, or where the engine was ended.
 */
export class Past {
	#run: (sql: string) => Promise<unknown>;
	#tell: (error: unknown, sql: string) => Promise<string>;
	#entries = $state.raw<readonly Entry[]>([]);
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

	/** All that was run, or is to be run first. */
	readonly all = $derived.by(() => this.#entries.map(({ ran }) => ran));
	/** What the engine that goes on now has run. */
	readonly done = $derived.by(() => this.#entries.flatMap(({ ran, state }) => (state === 'made' ? ran : [])));
	/** What it could not make again, with the reason. */
	readonly failed = $derived.by(
		() => new Map(this.#entries.flatMap(({ ran, why }) => (why === undefined ? [] : [[ran, why] as const])))
	);

	add(ran: Ran): void {
		this.#entries = [...this.#entries, { ran, state: 'made' }];
	}

	/** Another engine goes on, in which nothing is made yet. */
	restart(): void {
		this.#entries = this.#entries.map(({ ran }) => ({ ran, state: 'waiting' }));
	}

	forget(): void {
		this.#entries = [];
	}

	/** Whether statements make the same as all that was run, or is to be run. */
	async isMadeBy(statements: readonly string[]): Promise<boolean> {
		if (this.all.length === 0) return statements.length === 0;
		const made = (await fetchMade()).madeIn(this.all);
		return made.length === statements.length && made.every(({ sql }, i) => sql === statements[i]);
	}

	/** Takes over what an address asks to run first. */
	take(statements: readonly string[]): void {
		this.#entries = statements
			.flatMap(splitStatements)
			.map((statement) => ({ ran: ranOf(statement), state: 'waiting' }));
	}

	/** Makes again what is not there yet. What fails is told, and with what rests on it waits for another engine. */
	again(): Promise<void> {
		return (this.#again ??= this.#makeAgain().finally(() => (this.#again = undefined)));
	}

	async #makeAgain(): Promise<void> {
		if (!this.#entries.some(({ state }) => state === 'waiting')) return;
		const { madeIn, restingOn } = await fetchMade();
		const needed = new Set(madeIn(this.all));
		this.#entries = this.#entries.filter(({ ran, state }) => state === 'made' || needed.has(ran));
		for (const { ran, state } of this.#entries) {
			if (state !== 'waiting' || this.failed.has(ran)) continue;
			const why = objection({ text: ran.sql })?.message ?? (await this.#make(ran));
			if (why === undefined) this.#set(ran, { ran, state: 'made' });
			else {
				this.#set(ran, { ran, state: 'failed', why });
				const later = this.all.slice(this.all.indexOf(ran) + 1);
				for (const each of restingOn([ran], later))
					this.#set(each, { ran: each, state: 'failed', why: 'Dit rust op wat hierboven niet lukte.' });
			}
		}
	}

	async #make(ran: Ran): Promise<string | undefined> {
		try {
			await this.#run(ran.sql);
			return undefined;
		} catch (error) {
			return this.#tell(error, ran.sql);
		}
	}

	#set(ran: Ran, entry: Entry): void {
		this.#entries = this.#entries.map((each) => (each.ran === ran ? entry : each));
	}
}
