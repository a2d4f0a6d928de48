import { defineCommand, defineMessageCommand } from '../src/discord/command.js';
import { quotedIn } from '../src/discord/quoted.js';
import { verificationView } from '../src/discord/render/verify.js';
import { suggestPeople } from '../src/discord/suggest.js';

/** The longest claim that an archive takes, in characters. */
const LONGEST = 2000;

/** /verify: what the archive holds of a quote that somebody claims. */
export const verify = defineCommand({
  name: 'verify',
  description: 'Check a quote against the archive: word for word, shortened, altered, or someone else’s',
  options: {
    quote: { kind: 'text', description: 'The quote as you found it', max: LONGEST, required: true },
    person: { kind: 'text', description: 'Who is said to have said it', max: 100, suggest: suggestPeople },
    private: { kind: 'flag', description: 'Show the result only to me' },
  },
  // Characters count double where they are outside the basic plane.
  check: ({ quote }) => (quote.length > LONGEST ? `\`quote\` is longer than ${LONGEST} characters.` : null),
  run: async ({ private: _, ...query }, { archive }) => verificationView(await archive.verify(query)),
});

/** The same for any message: the longest quoted span in it, or the whole of it. */
export const verifyMessage = defineMessageCommand({
  name: 'Verify this quote',
  read(content) {
    const value = quotedIn(content, LONGEST);
    return value
      ? { ok: true, value }
      : { ok: false, why: 'That message has no words to check. Use `/verify` and paste the quote there.' };
  },
  run: async (quote, { archive }) => verificationView(await archive.verify({ quote })),
});
