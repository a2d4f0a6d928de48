/** What an index holds is of this version of ours; another one's is not read. */
export const VERSION = 1;

/** Bots that share a state under `name` find it under this alias, whatever the index behind it. */
export const aliasOf = (name: string) => `cuttings-memory-${name}`;

/**
 * An index of what bots remember: a document is found by its kind and key, and its value is only kept. `id` tells it from one that was
 * made later; a restored copy has the same.
 */
export const indexOfMemory = (id: string) =>
  ({
    settings: { number_of_shards: 1, auto_expand_replicas: '0-2' },
    mappings: {
      _meta: { version: VERSION, id },
      dynamic: 'strict',
      properties: {
        kind: { type: 'keyword' },
        key: { type: 'keyword' },
        writing: { type: 'long', index: false },
        value: { type: 'object', enabled: false },
      },
    },
  }) as const;
