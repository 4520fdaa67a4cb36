import type { z } from 'zod';

/** What an editor of YAML has to know beside what is expected; of no use to who fills in a form or workbook. */
export const quoted = ' (zet een getal of datum tussen aanhalingstekens)';

const types: Record<string, string> = {
	string: `een tekst${quoted}`,
	number: 'een getal',
	int: 'een heel getal',
	boolean: 'true of false',
	array: 'een lijst',
	object: 'een groep van namen met waarden',
	record: 'een groep van namen met waarden',
	undefined: 'niets'
};

const named = (value: unknown): string => (value === '' ? 'leeg' : String(value));

/** What a zod issue asks for, in plain Dutch. */
export function expectation(issue: z.core.$ZodIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			return types[issue.expected] ?? issue.expected;
		case 'invalid_value':
			return issue.values.length === 1
				? named(issue.values[0])
				: `een van: ${issue.values.map(named).join(', ')}`;
		case 'unrecognized_keys':
			return `geen onbekende namen (hier: ${issue.keys.join(', ')})`;
		case 'too_small':
			if (issue.origin === 'string' && issue.minimum === 1) return 'een tekst';
			return `minstens ${issue.minimum}${issue.origin === 'array' ? ' in de lijst' : ''}`;
		case 'too_big':
			return `hoogstens ${issue.maximum}${issue.origin === 'array' ? ' in de lijst' : ''}`;
		case 'invalid_union': {
			if ('options' in issue && Array.isArray(issue.options))
				return `een van: ${issue.options.map(named).join(', ')}`;
			const options = issue.errors.flatMap((errors) => errors.slice(0, 1).map(expectation));
			return [...new Set(options)].join(', of ') || 'een van de toegestane vormen';
		}
		default:
			return issue.message;
	}
}
