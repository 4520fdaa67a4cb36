/*
 * <doelenboom-grafiek grafiek="westland/eenzaamheid" titel="Eenzaamheid in Westland"></doelenboom-grafiek>
 *
 * One chart of this site in a page elsewhere, as high as it is. What stands between the tags is shown where there is no
 * script, or no chart: its frame then tells no height. `grafiek` is the address below /insluiten/; `gebieden`, `beeld` and `thema` are what may stand behind its
 * question mark. The chart is in a frame: no style, script or cookie goes in or out.
 */
(() => {
	const tag = 'doelenboom-grafiek';
	if (customElements.get(tag)) return;
	const root = new URL('.', document.currentScript.src);
	const choices = ['gebieden', 'beeld', 'thema'];
	/** Milliseconds that a chart that came in has to tell its height, which it does at once. */
	const patience = 3000;

	// A sheet and no <style>, which the policy of the page may refuse. In here "important" wins over the page around it.
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(`
		:host { all: initial !important; display: block !important; }
		:host([hidden]) { display: none !important; }
		iframe { display: block; inline-size: 100%; border: 0; }
	`);

	class Chart extends HTMLElement {
		static observedAttributes = ['grafiek', 'titel', ...choices];
		#frame;
		#gone;

		connectedCallback() {
			if (!this.shadowRoot) this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [sheet];
			this.#gone = new AbortController();
			addEventListener('message', (message) => this.#hear(message), { signal: this.#gone.signal });
			this.#draw();
		}

		disconnectedCallback() {
			this.#gone.abort();
			this.#frame = undefined;
		}

		attributeChangedCallback() {
			if (this.isConnected && this.#gone) this.#draw();
		}

		/** The address of the chart, or `undefined` where what was written cannot be one. */
		#address() {
			const path = (this.getAttribute('grafiek') ?? '').replace(/^\/+|\/+$/g, '');
			if (!/^[a-z0-9-]+(\/[a-z0-9-]+){1,2}$/.test(path)) return undefined;
			const address = new URL(`${path}/`, root);
			for (const name of choices) {
				const value = this.getAttribute(name);
				if (value) address.searchParams.set(name, value);
			}
			return address.href;
		}

		#draw() {
			const address = this.#address();
			if (!address) {
				this.#frame = undefined;
				this.shadowRoot.replaceChildren(document.createElement('slot'));
				return;
			}
			const frame = this.#frame ?? document.createElement('iframe');
			frame.title = this.getAttribute('titel') || `Doelenboom: ${this.getAttribute('grafiek')}`;
			frame.loading = 'lazy';
			if (frame.src !== address) frame.src = address;
			if (frame === this.#frame) return;
			frame.height = 600;
			frame.onload = () => setTimeout(() => this.#lookFor(frame), patience);
			this.#frame = frame;
			this.shadowRoot.replaceChildren(frame);
		}

		/** Shows what stands between the tags where a frame is that of no chart, or one that the page around it refuses. */
		#lookFor(frame) {
			if (frame !== this.#frame || frame.dataset.told) return;
			this.#frame = undefined;
			this.shadowRoot.replaceChildren(document.createElement('slot'));
		}

		/** Takes over the height that the chart tells; whoever else tells something is not heard. */
		#hear({ source, origin, data }) {
			if (!this.#frame || source !== this.#frame.contentWindow || origin !== root.origin) return;
			if (data?.type !== 'doelenboom-hoogte' || !(data.height > 0 && data.height < 30_000)) return;
			this.#frame.dataset.told = 'yes';
			this.#frame.height = Math.ceil(data.height);
		}
	}
	customElements.define(tag, Chart);
})();
