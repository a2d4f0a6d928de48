import { defineCommand, defineMessageCommand } from '../src/discord/command.js';
import { quotedIn } from '../src/discord/quoted.js';
import { verificationView } from '../src/discord/render/verify.js';
import { suggestPeople } from '../src/discord/suggest.js';

/** The longest claim that an archive takes, in characters. */
const LONGEST = 2000;

/** /verify: what the archive holds of a quote that somebody claims. */
export const verify = defineCommand({
  name: 'verify',
  says: (words) => words.verify,
  options: {
    quote: { kind: 'text', max: LONGEST, required: true },
    person: { kind: 'text', max: 100, suggest: suggestPeople },
    private: { kind: 'flag' },
  },
  // Characters count double where they are outside the basic plane.
  check: ({ quote }, { wrong }) =>
    quote.length > LONGEST ? wrong.tooLong('quote', LONGEST, quote.length) : null,
  run: async ({ private: _, ...query }, { archive, turning, words }) =>
    verificationView(await archive.verify(query), turning, words),
});

/** The same for any message: the longest quoted span in it, or the whole of it. */
export const verifyMessage = defineMessageCommand({
  name: 'Verify this quote',
  read(content, { wrong }) {
    const value = quotedIn(content, LONGEST);
    return value ? { ok: true, value } : { ok: false, why: wrong.noWordsToCheck };
  },
  run: async (quote, { archive, turning, words }) =>
    verificationView(await archive.verify({ quote }), turning, words),
});
