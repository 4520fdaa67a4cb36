/** What stands in the place where a form shows its page: what is to be said of that. */
export function tellExample(state: { busy: boolean; hasPage: boolean; isWrong: boolean }): string {
	if (state.busy) return 'Het voorbeeld wordt gemaakt…';
	if (!state.hasPage) return 'Het voorbeeld komt zodra alles is ingevuld en klopt.';
	return state.isWrong ? 'Er is nog iets te verbeteren; het voorbeeld is van daarvoor.' : '';
}
