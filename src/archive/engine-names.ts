/** What can hold the full-text index: Lunr in memory, or SQLite's FTS5 in a file beside the cache. */
export const ENGINES = ['lunr', 'sqlite'] as const;
export type EngineName = (typeof ENGINES)[number];
