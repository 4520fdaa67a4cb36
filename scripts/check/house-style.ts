import type { FileColours, Logo } from '#lib/schema/model.ts';
import type { Problem } from '#scripts/read/problem.ts';
import type { LoadedMonitor } from './load.ts';
import { readLogo } from './logo/read.ts';
import { lacking } from './theme/contrast.ts';
import { fileColours, noTheme } from './theme/file-colours.ts';
import { readTheme, type Theme } from './theme/read.ts';
import { writeTheme } from './theme/write.ts';

/** Colours that cannot be read on each other, where they were given. */
function checkContrast({ files }: LoadedMonitor, theme: Theme, file: string, problems: Problem[]): void {
	const { monitor } = files;
	if (!monitor?.value) return;
	for (const { mode, token, value, expected } of lacking(theme, monitor.value.accent)) {
		const place = token === undefined ? undefined : theme[mode].get(token);
		problems.push(
			place
				? { file, line: place.line, column: place.column, value, expected }
				: monitor.problemAt(['accent', mode], expected, value)
		);
	}
}

/** Holds the theme, accent and logo of a monitor against what may be on a page. */
export function checkHouseStyle(monitor: LoadedMonitor, problems: Problem[]): void {
	const { folder, files, theme: css, logo } = monitor;
	const file = `${folder}/theme.css`;
	const read = css === undefined ? { theme: noTheme, problems: [] } : readTheme(css, file);
	problems.push(...read.problems);
	// Of a theme that was not read whole the colours are not known.
	if (read.problems.length === 0) checkContrast(monitor, read.theme, file, problems);
	const named = files.monitor?.value?.logo?.file;
	if (named !== undefined && !logo)
		problems.push(files.monitor!.problemAt(['logo', 'file'], `een bestand dat in ${folder}/ staat`, named));
	if (named !== undefined && logo) problems.push(...readLogo(logo, `${folder}/${named}`).problems);
}

/** What pages and files need of it: a style sheet and a logo, where there are, and colours. Only of what was checked. */
export function houseStyle({ folder, files, theme: css, logo }: LoadedMonitor): {
	theme?: string;
	logo?: Logo;
	colours: FileColours;
} {
	const { accent, logo: named } = files.monitor!.value!;
	const theme = css === undefined ? noTheme : readTheme(css, '').theme;
	const read = logo && named && readLogo(logo, `${folder}/${named.file}`).logo;
	return {
		...(css !== undefined && { theme: writeTheme(theme, accent) }),
		...(read && { logo: read }),
		colours: fileColours(theme, accent)
	};
}
