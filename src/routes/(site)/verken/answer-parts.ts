/** Fetches the code of charts and files: with the first answer, or before a file of the reader is read. */
export const fetchAnswerParts = () =>
	Promise.all([
		import('./see/See.svelte'),
		import('./TakeAway.svelte'),
		import('./reshape/Reshape.svelte'),
		import('./Made.svelte')
	]);
