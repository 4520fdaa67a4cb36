import type { Monitor } from '#lib/schema/monitor.ts';
import { contrast, hexOf, type Colour } from './colour.ts';
import { pairs } from './pairs.ts';
import type { Theme } from './read.ts';
import { defaults, modes, resolve, type Mode } from './tokens.ts';

/** The colour of a token in the end: the theme goes over the accent of the monitor, and that over the site's own. */
export function colourOf(name: string, mode: Mode, theme: Theme, accent?: Monitor['accent']): Colour {
	const own = new Map(accent && modes.map((each) => [`--accent-${each}`, accent[each]]));
	return resolve(
		`var(${name})`,
		mode,
		(each) => theme[mode].get(each)?.value ?? defaults.get(each) ?? own.get(each)
	);
}

/** What a pair of colours lacks. */
export interface Lack {
	mode: Mode;
	/** The token of the theme that makes it so; left out where the accent in `monitor.yaml` does. */
	token?: string;
	/** The colour that stands there. */
	value: string;
	expected: string;
}

const words: Record<Mode, string> = { light: 'in het licht', dark: 'in het donker' };

/** Rounded down, so that what is refused never reads as enough. */
const shown = (ratio: number): string => (Math.floor(ratio * 100) / 100).toLocaleString('nl-NL');

/** The token of the theme behind a token: itself, or one that its own value is made of. */
function setting(name: string, mode: Mode, theme: Theme): string | undefined {
	if (theme[mode].has(name)) return name;
	const parts = [...(defaults.get(name) ?? '').matchAll(/var\((--[\w-]+)/g)].map(([, part]) => part!);
	for (const part of parts) {
		const found = setting(part, mode, theme);
		if (found) return found;
	}
	return undefined;
}

/** Each pair of colours that lacks contrast (WCAG 2.2, AA), in light and in dark. */
export function lacking(theme: Theme, accent: Monitor['accent']): Lack[] {
	return modes.flatMap((mode) =>
		pairs.flatMap(({ what, on, fore, back, least }) => {
			const [front, ground] = [fore, back].map((name) => colourOf(name, mode, theme, accent));
			const ratio = contrast(front!, ground!);
			if (ratio >= least) return [];
			const token = setting(fore, mode, theme) ?? setting(back, mode, theme);
			const expected =
				`${words[mode]} meer contrast tussen ${what} (${hexOf(front!)}) en ${on} (${hexOf(ground!)}): ` +
				`het is ${shown(ratio)} op 1 en moet minstens ${shown(least)} op 1 zijn (${fore} op ${back})`;
			return [
				{
					mode,
					...(token && { token }),
					value: token ? theme[mode].get(token)!.value : accent[mode],
					expected
				}
			];
		})
	);
}
