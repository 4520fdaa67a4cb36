import type { FileColours } from '#lib/schema/model.ts';
import type { Monitor } from '#lib/schema/monitor.ts';
import { hexOf } from './colour.ts';
import { colourOf } from './contrast.ts';
import type { Theme } from './read.ts';

/** The site's own accent stands in `tokens.css`, and no theme goes over it. */
export const noTheme: Theme = { light: new Map(), dark: new Map() };

/**
 * The light colours that files are drawn with, from the same tokens as pages. All pairs that lie on each other in a file
 * are in `pairs.ts`, so that a theme without contrast never gets here.
 * @param accent left out for what is of no monitor
 */
export function fileColours(theme: Theme, accent?: Monitor['accent']): FileColours {
	const hex = (name: string) => hexOf(colourOf(name, 'light', theme, accent));
	return {
		page: hex('--basis-color-default-bg-document'),
		text: hex('--basis-color-default-color-document'),
		subtle: hex('--basis-color-default-color-subtle'),
		border: hex('--basis-color-default-border-default'),
		accent: hex('--basis-color-accent-1-color-default'),
		ground: hex('--basis-color-accent-1-bg-subtle'),
		levels: {
			impact: hex('--doelenboom-level-impact'),
			outcome: hex('--doelenboom-level-outcome'),
			output: hex('--doelenboom-level-output'),
			throughput: hex('--doelenboom-level-throughput'),
			input: hex('--doelenboom-level-input')
		}
	};
}
