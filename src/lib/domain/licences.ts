/** A licence as catalogues know it. */
export interface Licence {
	/** Name as `data/sources.yaml` writes it. */
	name: string;
	title: string;
	/** Id in the lists of SPDX and the Open Definition; none where it is not in them. */
	id?: string;
	/** Address of its text; none where nobody keeps one. */
	url?: string;
}

const known: readonly Licence[] = [
	{
		name: 'CC BY 4.0',
		title: 'Creative Commons Naamsvermelding 4.0 Internationaal',
		id: 'CC-BY-4.0',
		url: 'https://creativecommons.org/licenses/by/4.0/'
	},
	{
		name: 'EUPL-1.2',
		title: 'Openbare licentie van de Europese Unie, versie 1.2',
		id: 'EUPL-1.2',
		url: 'https://joinup.ec.europa.eu/collection/eupl/eupl-text-eupl-12'
	},
	{
		name: 'openbaar raadsstuk',
		title: 'Openbaar raadsstuk: de feiten en cijfers mag u gebruiken; noem het stuk en de gemeente'
	}
];

/** What is known of a licence; of one that this site does not know only its name. */
export const licenceOf = (name: string): Licence =>
	known.find((licence) => licence.name === name) ?? { name, title: name };
