import type { Classes } from '#lib/charts/map.ts';
import type { IndicatorView } from '#lib/charts/indicator-view.ts';
import type { Breakdown } from '#lib/schema/observation.ts';

/** What a reader asks for that the page itself does not hold. */
export interface Choice {
	breakdown: Breakdown;
	/** The wijken of the gemeente, all its buurten, or the buurten of some wijken. */
	parts: 'wijken' | 'buurten';
	/** The wijken whose buurten are asked for; none means all. */
	wijken: string[];
	/** Other gemeenten to compare with. */
	others: string[];
	/** Year of the boundaries that all figures are on; as each table was published where it is left out. */
	boundaries?: number;
}

export interface Answer {
	view: IndicatorView;
	classes?: Classes;
}

/** What is happening while a reader waits. */
export interface Waiting {
	/** Megabytes that came in, and that there are, as far as known. */
	loaded: number;
	total: number;
	/** Of how many indicators figures come in; without it, it is the engine itself. */
	indicators?: number;
}

type Ask = (choice: Choice, report: (waiting: Waiting) => void) => Promise<Answer>;

/** The page that a reader explores from. */
export interface Around {
	/** The choice that the page itself shows. */
	own: () => Choice;
	/** What there is to choose from; other codes in an address are left out. */
	known: () => { breakdowns: readonly Breakdown[]; wijken: readonly string[]; others: readonly string[] };
	/** The choices that have a page of their own, with the last part of its address. */
	pages: () => readonly { own: Choice; path?: string }[];
	/** @param instead whether a step back should not lead to this address again */
	go: (path: string | undefined, instead: boolean) => void;
	/** Fetches what answers any other choice. */
	load: () => Promise<Ask>;
}

const codes = (text: string | null, known?: readonly string[]): string[] =>
	(text ?? '')
		.split(',')
		.filter((code) => /^(GM\d{4}|WK\w{6}|BU\w{8})$/.test(code) && (known?.includes(code) ?? true));
const same = (a: Choice, b: Choice): boolean => JSON.stringify(a) === JSON.stringify(b);

const unreachable =
	'De rekenmodule is niet op te halen. Is er verbinding? Of is de site vernieuwd? Laad dan de pagina opnieuw.';

/** The reason of a failure in Dutch: what the engine tells for readers, and never the text of another error. */
const reasonOf = (error: unknown): string =>
	error instanceof Error && error.name === 'EngineError'
		? error.message
		: 'Bij het rekenen ging iets mis. Laad de pagina opnieuw.';

/** An indicator's page as one reader sees it: its own view, or the answer to another choice. */
export class Exploration {
	#around: Around;
	#choice = $state.raw<Choice>();
	#answer = $state.raw<Answer>();
	/** The choice that `#answer` is of. */
	#answered: Choice | undefined;
	#waiting = $state.raw<Waiting>();
	#problem = $state('');
	#chosen = $state.raw<string[]>();
	#turn = 0;

	constructor(around: Around) {
		this.#around = around;
	}

	readonly choice = $derived.by(() => this.#choice ?? this.#around.own());
	readonly answer = $derived.by(() => this.#answer);
	readonly waiting = $derived.by(() => this.#waiting);
	readonly problem = $derived.by(() => this.#problem);
	/** Areas that the reader wants to stand out; `undefined` where none was chosen. */
	readonly chosen = $derived.by(() => this.#chosen);

	/** The choices as the part of an address after the question mark. */
	readonly search = $derived.by(() => {
		const { breakdown, parts, wijken, others } = this.choice;
		const own = this.#around.own();
		const entries = [
			['groep', breakdown === own.breakdown ? '' : breakdown],
			[
				'toon',
				parts === own.parts &&
				same({ ...this.choice, breakdown: own.breakdown, others: [] }, { ...own, others: [] })
					? ''
					: parts
			],
			['wijken', wijken.join() === own.wijken.join() ? '' : wijken.join()],
			['met', others.join()],
			['gebieden', (this.#chosen ?? []).join()]
		].filter(([, value]) => value);
		const text = entries
			.map(([key, value]) => `${key}=${encodeURIComponent(value!).replaceAll('%2C', ',')}`)
			.join('&');
		return text ? `?${text}` : '';
	});

	/** Takes over the choices of an address and asks for what they need. */
	read(parameters: URLSearchParams): void {
		const own = this.#around.own();
		const known = this.#around.known();
		const chosen = codes(parameters.get('gebieden'));
		this.#chosen = chosen.length > 0 ? chosen : undefined;
		const breakdown = known.breakdowns.find((each) => each === parameters.get('groep'));
		const wijken = codes(parameters.get('wijken'), known.wijken);
		const areas = {
			wijken: { parts: 'wijken' as const, wijken: [] },
			// None of the wijken that were asked for exists: that is no question for all buurten.
			buurten: parameters.get('wijken') && wijken.length === 0 ? {} : { parts: 'buurten' as const, wijken }
		};
		const parts = parameters.get('toon');
		void this.choose(
			{
				...own,
				...(breakdown && { breakdown }),
				...(parts === 'wijken' || parts === 'buurten' ? areas[parts] : {}),
				others: codes(parameters.get('met'), known.others)
			},
			true
		);
	}

	/** Makes an area stand out, or no longer. */
	toggle(code: string, current: readonly string[]): void {
		const chosen = this.#chosen ?? current;
		this.#chosen = chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code];
	}

	/**
	 * Changes the choice and shows it: from the page itself, from the page that has it as its own, or by asking.
	 * A later choice overtakes an earlier one. After a failure the choice stays, and what was in sight too.
	 * @param instead whether a step back should not lead to this address again
	 */
	async choose(change: Partial<Choice>, instead = false): Promise<void> {
		const choice = { ...this.choice, ...change };
		const isOwn = same(choice, this.#around.own());
		const page = isOwn ? undefined : this.#around.pages().find(({ own }) => same(own, choice));
		if (page) {
			this.#around.go(page.path, instead);
			return;
		}
		const turn = ++this.#turn;
		this.#problem = '';
		this.#choice = choice;
		if (isOwn) {
			this.#show(undefined, undefined);
			return;
		}
		this.#waiting = { loaded: 0, total: 0 };
		try {
			const ask = await this.#around.load().catch(() => undefined);
			const answer = await ask?.(choice, (waiting) => {
				if (turn === this.#turn) this.#waiting = waiting;
			});
			if (turn !== this.#turn) return;
			if (answer) this.#show(answer, choice);
			else this.#problem = unreachable;
		} catch (error) {
			if (turn === this.#turn) this.#problem = reasonOf(error);
		} finally {
			if (turn === this.#turn) this.#waiting = undefined;
		}
	}

	#show(answer: Answer | undefined, choice: Choice | undefined): void {
		this.#answer = answer;
		this.#answered = choice;
		this.#waiting = undefined;
	}

	/** Asks again after something went wrong. */
	retry(): void {
		void this.choose({});
	}

	/** Takes back a choice that failed: chosen is again what is in sight. */
	undo(): void {
		this.#turn++;
		this.#problem = '';
		this.#choice = this.#answered;
	}

	/** Back to what the page itself shows. */
	reset(): void {
		this.#chosen = undefined;
		void this.choose(this.#around.own());
	}
}
