import { count } from '#lib/domain/format.ts';
import { checkSteps } from '#lib/domain/pipeline/check.ts';
import type { ReshapeAnswer, ReshapeQuestion } from '#lib/domain/pipeline/message.ts';
import { parseSteps } from '#lib/domain/pipeline/parse.ts';
import { otherKey, type Other, type Step, type StepProblem } from '#lib/domain/pipeline/step.ts';
import { wholeQuery } from '#lib/domain/question/made.ts';
import type { Joined } from '#lib/domain/question/question-of.ts';
import type { Result } from '#lib/domain/result.ts';
import { identifier } from '#lib/domain/sql/write.ts';
import { type Answered, type Workbench } from './workbench.svelte.ts';

/** What takes an answer through steps; that ends in time, whatever the steps ask. */
export interface Reshaper {
	run: (question: ReshapeQuestion) => Promise<ReshapeAnswer | { problem: string }>;
	/** Ends what is running. */
	stop: () => void;
}

/** Rows that come beside, and the SQL that they come from. */
interface Brought {
	key: string;
	result: Result;
	sql: string;
	asked: Joined['asked'];
	looked?: Joined['looked'];
}

/** A mistake that is known only when other rows are looked for. */
class NotBeside extends Error {
	readonly at: number;

	constructor(message: string, at: number) {
		super(message);
		this.at = at;
	}
}

/** What was asked for all that steps join, each place where they name it. */
const joinedIn = (steps: readonly Step[], brought: readonly Brought[]): Joined[] =>
	steps.flatMap((step) => {
		if (step.verb !== 'join' && step.verb !== 'join_left') return [];
		const { asked, looked } = brought.find(({ key }) => key === otherKey(step.other))!;
		return {
			asked,
			...('answer' in step.other && { named: { at: step.at, number: step.other.answer } }),
			...(looked && { looked })
		};
	});

/** The steps of a workbench: reads them, has them done, and shows what comes of it. */
export class Reshape {
	#workbench: Workbench;
	#reshaper: Reshaper;
	#problems = $state.raw<readonly StepProblem[]>([]);
	#problem = $state('');
	#asked = $state('');
	#busy = $state(false);

	constructor(workbench: Workbench, reshaper: Reshaper) {
		this.#workbench = workbench;
		this.#reshaper = reshaper;
	}

	readonly busy = $derived.by(() => this.#busy);
	/** Mistakes, each at its place in `asked`. */
	readonly problems = $derived.by(() => this.#problems);
	/** Why there is no outcome, where that is at no place in the text. */
	readonly problem = $derived.by(() => this.#problem);
	/** The text as it was when it was done last. */
	readonly asked = $derived.by(() => this.#asked);

	/** Takes the answer in sight through the steps; what fails leaves the answer as the SQL gives it. */
	async run(): Promise<void> {
		const { unworked: of, steps: text } = this.#workbench;
		if (this.#busy || !of) return;
		this.#problems = [];
		this.#problem = '';
		this.#asked = text;
		const { steps, problems } = parseSteps(text);
		if (problems.length > 0) this.#fail([...this.#early(of, steps, problems[0]!.at), ...problems]);
		else if (steps.length === 0) this.#workbench.unwork();
		else await this.#work(of, text, steps);
		// Another answer came in sight meanwhile.
		if (this.#workbench.unworked !== of && this.#workbench.isStepped) await this.run();
	}

	async #work(of: Answered, text: string, steps: Step[]): Promise<void> {
		this.#busy = true;
		try {
			const since = performance.now();
			if (of.result.cut) {
				this.#refuse(
					`Dit antwoord is afgekapt na ${count(of.result.rows.length, 'regel', 'regels')}: de stappen zouden met een deel rekenen. Vraag in de SQL minder.`
				);
				return;
			}
			const brought = await this.#bring(steps);
			const answer = await this.#reshaper.run({
				result: of.result,
				steps,
				others: brought.map(({ key, result }) => [key, result])
			});
			if ('problem' in answer) this.#refuse(answer.problem);
			else if ('problems' in answer) this.#fail(answer.problems);
			else
				this.#workbench.show(of, {
					result: answer.result,
					took: performance.now() - since,
					worked: {
						steps: text,
						count: steps.length,
						remarks: answer.remarks,
						beside: brought.map(({ sql }) => sql)
					},
					joined: joinedIn(steps, brought)
				});
		} catch (error) {
			if (!(error instanceof NotBeside)) throw error;
			this.#fail([{ message: error.message, at: error.at }]);
		} finally {
			this.#busy = false;
		}
	}

	/** What does not fit the answer in steps before a place; from a join on, columns are not known yet. */
	#early({ result }: Answered, steps: readonly Step[], before: number): StepProblem[] {
		const known = steps.findIndex(({ verb, to }) => to > before || verb.startsWith('join'));
		return checkSteps(known < 0 ? steps : steps.slice(0, known), result.columns, new Map());
	}

	#refuse(problem: string): void {
		this.#workbench.forget();
		this.#problem = problem;
	}

	#fail(problems: readonly StepProblem[]): void {
		this.#workbench.forget();
		this.#problems = problems;
	}

	/** The rows that steps join, each once. */
	async #bring(steps: readonly Step[]): Promise<Brought[]> {
		const found = new Map<string, Brought>();
		for (const step of steps) {
			if (step.verb !== 'join' && step.verb !== 'join_left') continue;
			const key = otherKey(step.other);
			if (found.has(key)) continue;
			const rows = await this.#look(step.other, step.at);
			if (rows.result.cut)
				throw new NotBeside(`In ${key} staat te veel voor een join. Vraag in de SQL minder.`, step.at);
			found.set(key, { key, ...rows });
		}
		return [...found.values()];
	}

	async #look(other: Other, at: number): Promise<Omit<Brought, 'key'>> {
		const { answers, past } = this.#workbench;
		if ('answer' in other) {
			const found = answers[other.answer - 1];
			if (!found)
				throw new NotBeside(
					`Er is geen antwoord ${other.answer}: de SQL geeft er ${answers.length}. Zet in de SQL een puntkomma tussen twee vragen.`,
					at
				);
			return {
				sql: wholeQuery(found.asked.statements.at(-1)!, found.before).join(';\n'),
				result: found.result,
				asked: found.asked
			};
		}
		const sql = `select * from ${identifier(other.table)}`;
		try {
			const result = await this.#workbench.look(sql);
			const looked = { sql, code: sql };
			return { sql: wholeQuery(looked, past.done).join(';\n'), result, asked: answers.at(-1)!.asked, looked };
		} catch {
			throw new NotBeside(`De tabel “${other.table}” is niet op te vragen. Bestaat zij?`, at);
		}
	}

	stop(): void {
		this.#reshaper.stop();
	}
}
