import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Paths of all files of the project from its root, those that are new and not ignored included. */
export function projectFiles(): string[] {
	const list = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
		encoding: 'utf8'
	});
	return list.split('\0').filter((file) => file !== '' && file !== 'node_modules' && existsSync(file));
}
