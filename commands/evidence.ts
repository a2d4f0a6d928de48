import type { QuotesResult } from '../src/archive/archive.js';
import { lookUpChosen } from '../src/discord/choice.js';
import { defineOpener } from '../src/discord/command.js';
import { quotationDigest, snapshotDigest } from '../src/discord/custom-id.js';
import { evidenceView } from '../src/discord/render/evidence.js';
import { QUOTE_OPTIONS } from './quote.js';

// Where the archive has changed, so many are looked through for the quotation, so many at once.
const MOST_SOUGHT = 1000;
const AT_ONCE = 50;

/** The button beside each quotation of /quote: what proves who said it. */
export const evidence = defineOpener({
  name: 'evidence',
  options: QUOTE_OPTIONS,
  async run({ private: _, ...query }, { archive, turning, words }) {
    const look = (offset: number, limit: number) =>
      lookUpChosen(turning.choice, (id) =>
        archive.quotes({ ...query, ...(id !== undefined && { id }), offset, limit }),
      );
    const wanted = ({ quotations }: QuotesResult) =>
      quotations.find((quotation) =>
        [quotation, ...quotation.also].some(
          ({ article, text }) => quotationDigest(article.id, text) === turning.item,
        ),
      ) ?? null;
    const here = await look(turning.at, 1);
    let { snapshot } = here;
    let found = wanted(here);
    const moved = turning.since !== snapshotDigest(snapshot);
    for (let offset = 0; !found && moved && offset < Math.min(here.total, MOST_SOUGHT); offset += AT_ONCE) {
      const more = await look(offset, AT_ONCE);
      snapshot = more.snapshot;
      found = wanted(more);
    }
    return evidenceView(found, snapshot, turning, words);
  },
});
