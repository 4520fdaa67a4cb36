import { apiPage } from '#lib/server/api-page.ts';

export const load = apiPage;
