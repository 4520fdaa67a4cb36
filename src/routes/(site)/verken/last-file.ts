const key = 'doelenboom-eigen-bestand';

/** Keeps the name of the file of the reader for as long as the tab is open; a browser may refuse even that. */
export const lastFile = {
	get: (): string | null => {
		try {
			return sessionStorage.getItem(key);
		} catch {
			return null;
		}
	},
	set: (name: string | null): void => {
		try {
			if (name === null) sessionStorage.removeItem(key);
			else sessionStorage.setItem(key, name);
		} catch {
			// Then it is not remembered.
		}
	}
};
