import { formatDay } from '../format.ts';
import { formatSize } from '../size.ts';

/** Which release something is of. */
interface Edition {
	name: string;
	day: string;
}

/** For a page that came from what is kept. */
export const tellKept = ({ name, day }: Edition): string =>
	`De site is nu niet te bereiken. Dit is de bewaarde pagina van ${name}, uit de uitgave van ${formatDay(day)}.`;

/** For a page of the site, where what is kept is of another release. */
export const tellRenewed = (kept: Edition, now: string): string =>
	kept.day === now
		? `De uitgave van ${formatDay(now)} is op de site verbeterd. U bewaart van ${kept.name} nog de eerdere.`
		: `Er is een nieuwe uitgave van ${formatDay(now)}. U bewaart van ${kept.name} die van ${formatDay(kept.day)}.`;

/** Why something could not be kept. */
export type Failure = 'room' | 'network' | 'changed' | 'stopped' | 'worker';

const causes: Record<Failure, string> = {
	room: 'Er is niet genoeg ruimte op dit apparaat, of de browser geeft de site niet meer.',
	network: 'De verbinding viel weg, of de server gaf een bestand niet.',
	changed: 'De site is tijdens het ophalen vernieuwd. Laad deze pagina opnieuw en probeer het nog eens.',
	stopped: 'U hebt het ophalen gestopt.',
	worker: 'De browser laat niet toe dat deze site pagina’s bewaart.'
};

/** What went wrong, and how things stand now. */
export const tellFailure = (failure: Failure, hasOlder: boolean): string =>
	`${causes[failure]} ${hasOlder ? 'Wat u eerder bewaarde, is er nog.' : 'Er is niets bewaard.'}`;

/** What keeping a part costs: `382 pagina's, 33,5 MB`. */
export const tellCost = (pages: number, bytes: number): string =>
	pages > 0 ? `${pages} pagina's, ${formatSize(bytes)}` : formatSize(bytes);
