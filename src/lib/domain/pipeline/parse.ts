import { readExpression } from './expression.ts';
import { pipelineLimits, type Made, type Name, type Other, type Step, type StepProblem } from './step.ts';
import { TokenReader, Unreadable } from './token-reader.ts';
import { tokenize, type Token } from './tokens.ts';

type Read = (tokens: TokenReader, problems: StepProblem[], text: string) => Distribute<Step>;
type Distribute<Each> = Each extends Step ? Omit<Each, 'from' | 'to'> : never;

const by = (tokens: TokenReader): Name[] => (tokens.has('by') ? tokens.list(() => tokens.name()) : []);

/** `name = expression`; where no name is needed, the expression itself is the name. */
function made(tokens: TokenReader, problems: StepProblem[], text: string, named: boolean): Made {
	const hasName = tokens.isName() && tokens.after?.kind === 'sign' && tokens.after.value === '=';
	if (!hasName && named) {
		tokens.name('de naam van de nieuwe kolom');
		tokens.refuse('“=”');
	}
	if (!hasName) {
		const value = readExpression(tokens, problems);
		const { from, to } = value;
		return { name: { name: text.slice(from, to), from, to }, value };
	}
	const name = tokens.name();
	tokens.must('=');
	return { name, value: readExpression(tokens, problems) };
}

const make =
	(verb: 'derive' | 'rollup'): Read =>
	(tokens, problems, text) => ({
		verb,
		made: tokens.list(() => made(tokens, problems, text, verb === 'derive')),
		by: by(tokens)
	});

function whole(tokens: TokenReader, expected: string): number {
	const { kind, value } = tokens.next;
	if (kind !== 'number' || !/^\d{1,9}$/.test(value)) tokens.refuse(expected);
	tokens.take();
	return Number(value);
}

function other(tokens: TokenReader): Other {
	if (tokens.next.kind === 'number')
		return { answer: whole(tokens, 'het nummer van een antwoord, of de naam van een tabel') };
	return { table: tokens.name('het nummer van een antwoord, of de naam van een tabel').name };
}

const join =
	(verb: 'join' | 'join_left'): Read =>
	(tokens) => {
		const at = tokens.next.from;
		const with_ = other(tokens);
		tokens.must('by', '“by” met de kolom waarop de regels bij elkaar horen');
		const on = tokens.list(() => {
			const left = tokens.name();
			return { left, right: tokens.has('=') ? tokens.name('de kolom van de andere tabel') : left };
		});
		return { verb, other: with_, on, at };
	};

const pick =
	(verb: 'select' | 'rename'): Read =>
	(tokens) => ({
		verb,
		columns: tokens.list(() => {
			const column = tokens.name();
			if (verb === 'rename') tokens.must('as', '“as” met de nieuwe naam');
			const isRenamed = verb === 'rename' || tokens.has('as');
			return { column, as: isRenamed ? tokens.name('de nieuwe naam') : column };
		})
	});

const verbs: ReadonlyMap<string, Read> = new Map<string, Read>([
	[
		'filter',
		(tokens, problems) => ({ verb: 'filter', test: readExpression(tokens, problems), by: by(tokens) })
	],
	['derive', make('derive')],
	['rollup', make('rollup')],
	[
		'pivot',
		(tokens) => {
			const key = tokens.name('de kolom waarvan elke waarde een kolom wordt');
			tokens.must('value', '“value” met de kolom waarvan de waarden erin komen');
			const values = tokens.list(() => tokens.name());
			return { verb: 'pivot', key, values, ...(tokens.is('by') && { by: by(tokens) }) };
		}
	],
	['join', join('join')],
	['join_left', join('join_left')],
	[
		'orderby',
		(tokens) => ({
			verb: 'orderby',
			columns: tokens.list(() => {
				const column = tokens.name();
				const descending = tokens.has('desc');
				if (!descending) tokens.has('asc');
				return { column, descending };
			})
		})
	],
	['select', pick('select')],
	['rename', pick('rename')],
	['slice', (tokens) => ({ verb: 'slice', count: whole(tokens, 'het aantal regels') })]
]);

/** What steps are called in SQL and in other programs. */
const calledElsewhere: ReadonlyMap<string, string> = new Map([
	...['sort', 'sortby', 'order', 'order_by', 'arrange'].map((word) => [word, 'orderby'] as const),
	...['where', 'having'].map((word) => [word, 'filter'] as const),
	...['mutate', 'with'].map((word) => [word, 'derive'] as const),
	...['group', 'group_by', 'groupby', 'summarize', 'summarise', 'aggregate'].map(
		(word) => [word, 'rollup'] as const
	),
	...['left_join', 'leftjoin'].map((word) => [word, 'join_left'] as const),
	['inner_join', 'join'] as const,
	...['limit', 'head', 'top', 'take'].map((word) => [word, 'slice'] as const)
]);

const tellVerbs = [...verbs.keys()].join(', ');

function readStep(line: Token[], problems: StepProblem[], text: string): Step {
	const tokens = new TokenReader(line);
	const { kind, value, from } = tokens.next;
	const read = kind === 'word' ? verbs.get(value.toLowerCase()) : undefined;
	if (!read) {
		const meant = kind === 'word' ? calledElsewhere.get(value.toLowerCase()) : undefined;
		throw new Unreadable({
			message:
				meant === undefined
					? `“${value}” is geen stap. Een stap begint met: ${tellVerbs}.`
					: `“${value}” is geen stap. Bedoelt u “${meant}”?`,
			at: from
		});
	}
	tokens.take();
	const step = read(tokens, problems, text);
	if (tokens.next.kind !== 'end')
		tokens.refuse(
			'by' in step && step.by?.length === 0
				? 'een komma, “by” of het einde van de stap'
				: 'een komma of het einde van de stap'
		);
	return { ...step, from, to: tokens.last };
}

/**
 * A text with one step on each line, as steps. All mistakes in how it is written are told at once; whether its columns
 * are there is only known beside an answer (`check.ts`).
 */
export function parseSteps(text: string): { steps: Step[]; problems: StepProblem[] } {
	const { letters, steps: most } = pipelineLimits;
	if (text.length > letters)
		return {
			steps: [],
			problems: [{ message: `Dit is te lang: hoogstens ${letters} tekens.`, at: letters }]
		};
	const { lines, problems } = tokenize(text);
	const steps: Step[] = [];
	for (const line of lines) {
		try {
			steps.push(readStep(line, problems, text));
		} catch (error) {
			if (!(error instanceof Unreadable)) throw error;
			problems.push(error.problem);
		}
	}
	const tooMany = lines[most]?.[0];
	if (tooMany) problems.push({ message: `Dit zijn te veel stappen: hoogstens ${most}.`, at: tooMany.from });
	return { steps, problems: problems.toSorted((a, b) => a.at - b.at) };
}
