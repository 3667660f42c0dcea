/** Of classic workers; TypeScript's library for pages does not have it. */
declare function importScripts(...urls: string[]): void
