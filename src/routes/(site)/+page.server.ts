import { model } from '#lib/server/model.ts';

export const load = () => ({
	monitors: model.monitors.map(({ monitor }) => ({
		slug: monitor.slug,
		name: monitor.name,
		intro: monitor.intro
	}))
});
