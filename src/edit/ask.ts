/** An answer of the program beside these pages; throws with what is wrong, in Dutch. */
async function read<Answer>(response: Promise<Response>): Promise<Answer> {
	let got: Response;
	try {
		got = await response;
	} catch {
		throw new Error('Er is geen verbinding met npm run edit. Draait dat nog?');
	}
	const answer = (await got.json()) as Answer & { message?: string };
	if (!got.ok) throw new Error(answer.message ?? 'Er ging iets mis.');
	return answer;
}

/** Asks for something, by its name and what it is about. */
export const ask = <Answer>(name: string, about: Record<string, string> = {}): Promise<Answer> =>
	read(fetch(`/bewerken/api/${name}?${new URLSearchParams(about)}`));

/** Sends what a form says. */
export const send = <Answer>(name: string, body: unknown): Promise<Answer> =>
	read(
		fetch(`/bewerken/api/${name}`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body)
		})
	);
