import { lookUpChosen } from '../src/discord/choice.js';
import { defineCommand } from '../src/discord/command.js';
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
  async run({ private: _, ...query }, { archive, turning, words }) {
    // One page before and one after, so that the page before can be measured.
    const page = (at: number) =>
      lookUpChosen(turning.choice, (id) =>
        archive.quotes({
          ...query,
          ...(id !== undefined && { id }),
          offset: Math.max(0, at - QUOTES_PER_PAGE),
          limit: 2 * QUOTES_PER_PAGE,
        }),
      );
    const found = await page(turning.at);
    if (turning.at < found.total) return quotesView(found, turning, words);
    // A page that is no longer there: the archive has shrunk since.
    return quotesView(turning.at === 0 ? found : await page(0), { ...turning, at: 0 }, words);
  },
});
