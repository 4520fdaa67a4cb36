import type { Step } from '../../domain/pipeline/step.ts';
import type { Frame } from './frame.ts';

/** What a step needs beside the rows. */
export interface Beside {
	others: ReadonlyMap<string, Frame>;
	/** Tells the reader something of what was done, in Dutch and without the step it is about. */
	remark: (text: string) => void;
}

/** Does one verb; the step was checked against the columns of the frame. */
export type Verb<Name extends Step['verb']> = (
	step: Extract<Step, { verb: Name }>,
	frame: Frame,
	beside: Beside
) => Frame;
