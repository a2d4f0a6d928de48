import type { OptionSpecs } from './options.js';
import { suggestPublications } from './suggest.js';

/** Options of every command that may be narrowed to some of the articles. */
export const NARROWING = {
  publication: {
    kind: 'text',
    description: 'Only articles of this publication',
    max: 100,
    suggest: suggestPublications,
  },
  from: { kind: 'date', description: 'Only articles from this day on, such as 2022-01-20' },
  to: { kind: 'date', description: 'Only articles up to this day, such as 2022-01-31' },
} as const satisfies OptionSpecs;
