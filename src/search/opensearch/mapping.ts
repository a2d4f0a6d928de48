/** The template of every index of passages, and the pattern of the names that it is for. */
export const TEMPLATE = 'cuttings-passages';

/**
 * Each passage is a document with its row and its terms; articles that were written together are one with how many they are and what is
 * told of them.
 * The terms come folded and stemmed from our own tokens and without a space in them, so that splitting at spaces gives exactly those
 * back: an analyser of OpenSearch's own that folded and stemmed them would agree with ours only nearly.
 */
export const template = {
  index_patterns: [`${TEMPLATE}-*`],
  template: {
    settings: {
      // A hundred million passages are some 25 GB, which is not too much for one; so a question is the work of one node.
      number_of_shards: 1,
      // Copies are made of it when it is complete.
      number_of_replicas: 0,
      // What is written shows when a generation is complete.
      refresh_interval: '-1',
      analysis: {
        tokenizer: { spaces: { type: 'whitespace', max_token_length: 8000 } },
        analyzer: { terms: { type: 'custom', tokenizer: 'spaces' } },
      },
    },
    mappings: {
      dynamic: 'strict',
      _source: { enabled: false },
      properties: {
        articles: { type: 'integer' },
        told: { type: 'binary', store: true },
        row: { type: 'long' },
        // How often a term stands in a passage is kept, and not where: scored by OpenSearch's own BM25, which is nearly ours.
        terms: { type: 'text', analyzer: 'terms', index_options: 'freqs' },
      },
    },
  },
} as const;

/** A copy on each of up to three nodes, and on more only if an admin wants it. */
export const COPIES = { index: { auto_expand_replicas: '0-2' } };
