/** The id of the element of a field, by its path with full stops. */
export const idOf = (field: string): string => `veld-${field.replaceAll('.', '-')}`;

/** What a field is called, with the number of each item that it lies in. */
export function nameOf(field: string, labels: Readonly<Record<string, string>>): string {
	const parts = field.split('.').filter((part) => part !== '');
	const words = parts.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (labels[part] ?? part)));
	return words.join(' ') || 'Het geheel';
}
