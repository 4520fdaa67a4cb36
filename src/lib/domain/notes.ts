/** A note as plain text: without the signs of emphasis, and of a link only its words. */
export const plainNote = (markdown: string): string =>
	markdown.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').replaceAll(/\*+([^*]+)\*+/g, '$1');
