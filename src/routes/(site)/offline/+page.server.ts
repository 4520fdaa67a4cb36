import { model } from '#lib/server/model.ts';

export const csr = true;

export const load = () => ({
	monitors: model.monitors.map(({ monitor: { slug, name } }) => ({ slug, name }))
});
