import { lookUpChosen } from '../src/discord/choice.js';
import { defineOpener } from '../src/discord/command.js';
import { evidenceView } from '../src/discord/render/evidence.js';
import { QUOTE_OPTIONS } from './quote.js';

/** The button under each quotation of /quote: what proves who said it. */
export const evidence = defineOpener({
  name: 'evidence',
  options: QUOTE_OPTIONS,
  async run({ private: _, ...query }, { archive, turning }) {
    const found = await lookUpChosen(turning.choice, (id) =>
      archive.quotes({ ...query, ...(id !== undefined && { id }), offset: turning.at, limit: 1 }),
    );
    return evidenceView(found, turning);
  },
});
