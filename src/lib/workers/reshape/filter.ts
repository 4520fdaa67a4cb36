import { table } from 'arquero';
import { cellsOf, workOut } from './frame.ts';
import { tellMissing } from './missing.ts';
import type { Verb } from './verbs.ts';
import { columnName } from './write.ts';

/** Keeps the rows of which it is sure that the test holds. */
export const filter: Verb<'filter'> = ({ test, by }, frame, { remark }) => {
	const [holds] = workOut(frame, [test], by);
	const unsure = holds!.filter((each) => each === null).length;
	if (unsure > 0)
		remark(
			`bij ${unsure} van de ${holds!.length} regels ontbreekt wat de voorwaarde nodig heeft: die vallen weg.`
		);
	tellMissing(frame, [test]).forEach(remark);
	const kept = table([...frame.cells.map((cells, i) => [columnName(i), cells] as const), ['holds', holds!]])
		.filter('d.holds')
		.reify();
	return { ...frame, cells: frame.cells.map((_, i) => cellsOf(kept, columnName(i))) };
};
