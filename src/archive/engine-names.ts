/** What can hold the full-text index: Lunr in memory, SQLite's FTS5 in a file beside the cache, or an OpenSearch cluster. */
export const ENGINES = ['lunr', 'sqlite', 'opensearch'] as const;
export type EngineName = (typeof ENGINES)[number];
