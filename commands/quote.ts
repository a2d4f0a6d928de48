import { lookUpChosen } from '../src/discord/choice.js';
import { defineCommand } from '../src/discord/command.js';
import { lookUpPage } from '../src/discord/look-up-page.js';
import { NARROWING } from '../src/discord/narrowing.js';
import { type OptionSpecs, wrongPeriod } from '../src/discord/options.js';
import { QUOTES_PER_PAGE, quotesView } from '../src/discord/render/quotes.js';
import { suggestPeople } from '../src/discord/suggest.js';

/** What /quote takes; its message holds them for its buttons. */
const QUOTE_OPTIONS = {
  person: {
    kind: 'text',
    max: 100,
    required: true,
    suggest: suggestPeople,
  },
  about: { kind: 'text', max: 200 },
  ...NARROWING,
  private: { kind: 'flag' },
} as const satisfies OptionSpecs;

/** /quote: what a person said, in their own words, with the evidence that it was them. */
export const quote = defineCommand({
  name: 'quote',
  says: (words) => words.quote,
  turns: true,
  options: QUOTE_OPTIONS,
  check: wrongPeriod,
  async run({ private: _, ...query }, { archive, turning: asked, words }) {
    const { found, turning } = await lookUpPage(asked, QUOTES_PER_PAGE, (part) =>
      lookUpChosen(asked.choice, (id) =>
        archive.quotes({ ...query, ...(id !== undefined && { id }), ...part }),
      ),
    );
    return quotesView(found, turning, words);
  },
});
