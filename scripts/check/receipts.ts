import type { ShownReceipt } from '#lib/schema/model.ts';
import type { Receipt } from '#lib/schema/receipt.ts';
import type { Problem } from '#scripts/read/problem.ts';
import type { Known } from './known.ts';
import type { Loaded } from './load.ts';

/** Receipts are of a source that is there. */
export function checkReceipts({ receipts }: Loaded, known: Known, problems: Problem[]): void {
	for (const { file } of receipts)
		if (file?.value && !known.sources.has(file.value.source))
			problems.push(file.problemAt(['source'], 'een bron uit sources.yaml', file.value.source));
}

/** Files that were changed since they were fetched, a line each: that is allowed, and readers are told. */
export const tellEdited = ({ receipts }: Loaded): string[] =>
	receipts.flatMap(({ file, edited }) =>
		edited.map(
			(path) =>
				`${path} is met de hand veranderd sinds het is opgehaald (${file!.value!.retrieved.slice(0, 10)}). ` +
				'Dat staat ook op de pagina Data en bronnen.'
		)
	);

const amountsOf = ({ rows, accounts, boundaries, changes }: Receipt): ShownReceipt['amounts'] => [
	...(rows === undefined ? [] : [{ rows, what: 'figures' as const }]),
	...(accounts ? [{ rows: accounts.rows, what: 'amounts' as const }] : []),
	...(boundaries ? [{ rows: boundaries.rows, what: 'boundaries' as const }] : []),
	...(changes ? [{ rows: changes.rows, what: 'changes' as const }] : [])
];

/**
 * What readers may see of receipts. Those of the municipality's own counts say no hash and no address: the hash of a
 * file with small counts gives them away to who tries all there can be, and a path is of an editor's own computer.
 */
export function shownReceipts({ receipts, sources }: Loaded): ShownReceipt[] {
	const own = new Set((sources?.value ?? []).flatMap((source) => (source.own ? [source.id] : [])));
	return receipts.flatMap(({ file, edited }): ShownReceipt[] => {
		if (!file?.value) return [];
		const { source, table, title, licence, modified, retrieved, addresses, remarks } = file.value;
		const { hash, accounts, boundaries, changes } = file.value;
		const isOwn = own.has(source);
		return [
			{
				...{ source, table, title, licence, modified, retrieved },
				amounts: amountsOf(file.value),
				addresses: isOwn
					? []
					: addresses.map(({ address }) => address).filter((address) => /^https?:\/\//.test(address)),
				hashes: isOwn
					? []
					: [hash, accounts?.hash, boundaries?.hash, changes?.hash].filter((each) => each !== undefined),
				remarks: isOwn ? [] : remarks,
				isEdited: edited.length > 0
			}
		];
	});
}
