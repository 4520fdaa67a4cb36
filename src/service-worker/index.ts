import { kindOfRequest } from '#lib/domain/kept/request.ts';
import { answerImmutable, answerOther, answerPage, type World } from '#lib/offline/answer.ts';
import { forgetAll } from '#lib/offline/kept.ts';

const worker = self as unknown as ServiceWorkerGlobalScope;
const { scope } = worker.registration;

const world: World = {
	caches: worker.caches,
	fetch: (input, init) => worker.fetch(input, init),
	scope,
	openTabs: async () => (await worker.clients.matchAll({ includeUncontrolled: true })).map(({ id }) => id),
	leave: async () => {
		await worker.registration.unregister();
		await forgetAll(worker.caches, scope);
	}
};

worker.addEventListener('fetch', (event) => {
	const { request, clientId, resultingClientId } = event;
	const kind = kindOfRequest(request, scope);
	if (kind === 'page') event.respondWith(answerPage(request, resultingClientId, world));
	else if (kind === 'immutable') event.respondWith(answerImmutable(request, world));
	else if (kind === 'other') event.respondWith(answerOther(request, clientId, world));
});
