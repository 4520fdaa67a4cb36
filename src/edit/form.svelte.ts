import type { DraftAnswer, FieldProblem, ItemPlace, ListAnswer } from '#scripts/edit/pages/answers.ts';
import { send } from './ask.ts';
import { tellExample } from './example.ts';
import { fill } from './fill.ts';

/** How long nothing has to be typed before the example is made anew, in milliseconds. */
const pause = 400;

/** A form that is being filled in: what it says, what that would change, and what is wrong with it. */
export class Form {
	value = $state<Record<string, unknown>>({});
	answer = $state<DraftAnswer>();
	problem = $state('');
	busy = $state(false);
	/** Whether somebody asked to see the change: from then on every problem is shown. */
	asked = $state(false);
	/** Whether the change is on the screen as it is now. */
	seen = $state(false);
	changed = $state(false);
	page = $state('');
	/** Counts what the page of the site was made of, so that it is fetched anew. */
	example = $state(0);
	touched = $state<string[]>([]);
	removing = $state(false);
	#count = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(
		readonly monitor: string,
		readonly listId: string,
		readonly list: ListAnswer,
		readonly place: ItemPlace,
		value: Record<string, unknown>,
		page: string
	) {
		this.value = fill(list.shape, value) as Record<string, unknown>;
		this.page = page;
	}

	/** Problems with a field, once somebody has been there or asked for all. */
	problemsOf(field: string): string[] {
		const own = this.answer?.fields.filter((each) => each.field === field) ?? [];
		return this.asked || this.touched.includes(field) ? own.map(({ text }) => text) : [];
	}

	/** What is to be said of the example beside the form. */
	get told(): string {
		const isWrong = this.problems.length + (this.answer?.others.length ?? 0) > 0;
		return tellExample({ busy: this.busy, hasPage: this.page !== '', isWrong });
	}

	/** What a new one comes in or an old one lies in, where that is not the whole list. */
	get owner(): string | undefined {
		const within = this.place.slice(0, -1).join();
		return within === ''
			? undefined
			: this.list.ends.find(({ place }) => place.slice(0, -1).join() === within)?.name;
	}

	get problems(): FieldProblem[] {
		return this.answer?.fields ?? [];
	}

	/** Says that something was typed; a moment later the change is worked out. */
	change(): void {
		this.changed = true;
		this.seen = false;
		this.removing = false;
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.work('concept'), pause);
	}

	leave(field: string): void {
		if (!this.touched.includes(field)) this.touched = [...this.touched, field];
	}

	/** Works out the change, writes it or lets it wait; only the answer to the latest question counts. */
	async work(name: 'concept' | 'opslaan' | 'klaarzetten'): Promise<boolean> {
		clearTimeout(this.#timer);
		const own = ++this.#count;
		this.busy = true;
		this.problem = '';
		try {
			const answer = await send<DraftAnswer>(name, {
				monitor: this.monitor,
				list: this.listId,
				place: this.place,
				version: this.list.version,
				value: this.removing ? null : $state.snapshot(this.value)
			});
			if (own !== this.#count) return false;
			this.answer = answer;
			if (answer.page !== undefined) {
				this.page = answer.page;
				this.example++;
			}
			return name === 'concept' || answer.done;
		} catch (error) {
			if (own === this.#count) this.problem = (error as Error).message;
			return false;
		} finally {
			if (own === this.#count) this.busy = false;
		}
	}

	/** Shows the change, or everything that is wrong. */
	async look(removing = false): Promise<boolean> {
		this.removing = removing;
		this.asked = true;
		const worked = await this.work('concept');
		const { answer } = this;
		this.seen =
			worked &&
			answer !== undefined &&
			!answer.stale &&
			answer.fields.length === 0 &&
			answer.others.length === 0;
		return this.seen;
	}
}
