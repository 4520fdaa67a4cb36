import type { Evidence, EvidenceKind, Link } from '../schema/goal.ts';
import type { Voices } from '../schema/monitor.ts';

/** Each kind of evidence in words, from strong to none. */
export const evidenceNames: Record<EvidenceKind, { label: string; meaning: string }> = {
	'causal-study': {
		label: 'onderzoek naar oorzaak en gevolg',
		meaning: 'een onderzoek liet zien dat het ene het andere veroorzaakt'
	},
	qualitative: { label: 'ervaringen van mensen', meaning: 'mensen vertelden het zelf; het is niet gemeten' },
	plausible: { label: 'aannemelijk', meaning: 'het stuk legt uit waarom het zou werken' },
	assumption: { label: 'aanname', meaning: 'het stuk zegt dat het bijdraagt, zonder uitleg of bewijs' },
	none: { label: 'niet bekend', meaning: 'niemand heeft gezegd of laten zien dat het bijdraagt' }
};

export const strengthNames: Record<Evidence['strength'], string> = {
	strong: 'sterk',
	moderate: 'matig',
	weak: 'zwak'
};

/** What supports a link, with how it was found out where people said it. */
export interface ToldEvidence {
	kind: EvidenceKind;
	/** Left out where nothing is known. */
	strength?: Evidence['strength'];
	/** What it supports; left out where nothing is known. */
	text?: string;
	/** How people were asked, and how many. */
	method?: string;
}

const kinds = Object.keys(evidenceNames) as readonly EvidenceKind[];

/**
 * What supports a link, the strongest first. A link that carries nothing is an assumption of its document, or, where an
 * editor drew it, without any known evidence.
 */
export function evidenceOf(
	{ evidence, origin }: Pick<Link, 'evidence' | 'origin'>,
	voices?: Voices
): ToldEvidence[] {
	if (evidence.length === 0) {
		const kind = origin === 'source' ? 'assumption' : 'none';
		return [{ kind }];
	}
	const studies = new Map((voices?.studies ?? []).map((study) => [study.id, study]));
	return evidence
		.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
		.map(({ kind, strength, text, finding }) => {
			const study = studies.get(finding?.split('/')[0] ?? '');
			return {
				kind,
				strength: kind === 'none' ? undefined : strength,
				text,
				method: study && `${study.title}. ${study.people.text}`
			};
		});
}
