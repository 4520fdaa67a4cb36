/**
 * The language of the interface. The site is written in Dutch; a build in another language translates this word too
 * (`scripts/language/`).
 */
export const language: string = 'nl';
