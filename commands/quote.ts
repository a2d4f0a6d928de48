import { lookUpChosen } from '../src/discord/choice.js';
import { defineCommand } from '../src/discord/command.js';
import { wrongPeriod } from '../src/discord/options.js';
import { QUOTES_PER_PAGE, quotesView } from '../src/discord/render/quotes.js';
import { suggestPeople, suggestPublications } from '../src/discord/suggest.js';

/** /quote: what a person said, in their own words, with the evidence that it was them. */
export const quote = defineCommand({
  name: 'quote',
  description: 'Show what someone said, word for word, with the evidence that they said it',
  turns: true,
  options: {
    person: {
      kind: 'text',
      description: 'Whose words; a surname will do',
      max: 100,
      required: true,
      suggest: suggestPeople,
    },
    about: { kind: 'text', description: 'Only quotations about this', max: 200 },
    publication: {
      kind: 'text',
      description: 'Only articles of this publication',
      max: 100,
      suggest: suggestPublications,
    },
    from: { kind: 'date', description: 'Only articles from this day on, such as 2022-01-20' },
    to: { kind: 'date', description: 'Only articles up to this day, such as 2022-01-31' },
    private: { kind: 'flag', description: 'Show the quotations only to me' },
  },
  private: (values) => values.private,
  check: wrongPeriod,
  async run({ private: _, ...query }, { archive, turning }) {
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
    if (turning.at < found.total) return quotesView(found, turning);
    // A page that is no longer there: the archive has shrunk since.
    return quotesView(turning.at === 0 ? found : await page(0), { ...turning, at: 0 });
  },
});
