import type { OptionSpecs } from './options.js';
import { suggestPublications } from './suggest.js';

/** Options of every command that may be narrowed to some of the articles. */
export const NARROWING = {
  publication: {
    kind: 'text',
    max: 100,
    suggest: suggestPublications,
  },
  from: { kind: 'date' },
  to: { kind: 'date' },
} as const satisfies OptionSpecs;
