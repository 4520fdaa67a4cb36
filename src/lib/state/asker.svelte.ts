import { cautions } from '#lib/domain/ask/caution.ts';
import { fit } from '#lib/domain/ask/fit.ts';
import { isMadeFrom } from '#lib/domain/ask/held.ts';
import type { Holdings } from '#lib/domain/ask/holdings.ts';
import { objection } from '#lib/domain/ask/objection.ts';
import { askedSentence } from '#lib/domain/ask/sentence.ts';
import { shownBy } from '#lib/domain/ask/shown.ts';
import { write } from '#lib/domain/ask/write.ts';
import type { Ask } from '#lib/schema/ask.ts';
import type { Workbench } from './workbench.svelte.ts';

/** How the choices and the SQL stand to each other. */
export type Hold = 'unused' | 'held' | 'let go';

/** Choices of a reader that write the SQL of the workbench. */
export class Asker {
	#workbench: Workbench;
	#source: () => { holdings: Holdings; ask?: Ask };
	#keep: (sql: string) => void;
	/** What was chosen last here, also where no SQL can be made from it. */
	#choice = $state.raw<Ask>();
	#own = $state('');

	/**
	 * @param source what can be asked, and a question to begin with; without one, nothing of this is to be used
	 * @param keep keeps what is asked, so that a reader finds it back
	 */
	constructor(
		workbench: Workbench,
		source: () => { holdings: Holdings; ask?: Ask },
		keep: (sql: string) => void
	) {
		this.#workbench = workbench;
		this.#source = source;
		this.#keep = keep;
	}

	readonly holdings = $derived.by(() => this.#source().holdings);

	readonly #held = $derived.by(() => {
		const { ask, sql } = this.#workbench;
		return ask && isMadeFrom(ask, sql, this.holdings) ? ask : undefined;
	});

	readonly ask = $derived.by(() => {
		const refused = this.#choice !== undefined && objection(this.#choice, this.holdings) !== undefined;
		return (refused ? this.#choice : (this.#held ?? this.#choice)) ?? this.#source().ask!;
	});
	readonly hold = $derived.by((): Hold => {
		if (this.#held) return 'held';
		return this.#choice ? 'let go' : 'unused';
	});
	/** Why there is no answer to these choices. */
	readonly problem = $derived.by(() => objection(this.ask, this.holdings));
	readonly sentence = $derived.by(() => askedSentence(this.ask, this.holdings));
	/** SQL that a choice took the place of, while it can be put back. */
	readonly own = $derived.by(() => this.#own);

	/** What the answer in sight shows, where it is the answer to these choices. */
	readonly shown = $derived.by(() => {
		const { answer, changed, busy } = this.#workbench;
		if (!this.#held || !answer || changed || busy) return undefined;
		// What somebody made can bear the name of a table of the site.
		if (answer.isResting) return undefined;
		return {
			asked: askedSentence(this.#held, this.holdings),
			shows: shownBy(this.#held, answer.result, this.holdings),
			cautions: cautions(this.#held, this.holdings)
		};
	});

	/** Whether there would be an answer with another choice. */
	can(change: Partial<Ask>): boolean {
		return objection(this.#fitted(change), this.holdings) === undefined;
	}

	/** Takes over a choice, and writes the SQL that it makes. */
	choose(change: Partial<Ask>): void {
		const { sql } = this.#workbench;
		const isOwn = !this.#held && sql.trim() !== '';
		const choice = this.#fitted(change);
		this.#choice = choice;
		if (objection(choice, this.holdings)) return;
		if (isOwn) this.#own = sql;
		this.#workbench.choose(choice, write(choice, this.holdings));
	}

	/** Runs the SQL that belongs to the choices. */
	async run(): Promise<void> {
		if (this.problem) return;
		if (!this.#held) this.choose({});
		if (!this.#held) return;
		this.#keep(this.#workbench.sql);
		await this.#workbench.run();
	}

	/** Puts back the SQL that a choice took the place of. */
	restore(): void {
		this.#workbench.sql = this.#own;
		this.#own = '';
	}

	#fitted(change: Partial<Ask>): Ask {
		return fit({ ...this.ask, ...change }, this.holdings);
	}
}
