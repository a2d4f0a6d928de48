import { DiscordAPIError, MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withAction, withoutActions } from '../../src/discord/actions.js';
import { LIMITS, measure } from '../../src/discord/limits.js';
import { type Attachment, readMessage } from '../../src/discord/own-message.js';
import { answerView } from '../../src/discord/render/answer.js';
import { quotesView } from '../../src/discord/render/quotes.js';
import { createSharing } from '../../src/discord/sharing.js';
import { type View, view } from '../../src/discord/view.js';
import { en } from '../../src/words/en.js';
import { fr } from '../../src/words/fr.js';
import { loggerWithLines, press, type Sent } from './fakes.js';
import { answer, anyAnswer, anyQuotes, passage, turning } from './made-up.js';

const OWNER = turning.owner;
const hidden = { ...turning, private: true };
const privately = (shown: View) => withAction(shown, true, OWNER, en);
const MESSAGE = privately(answerView(answer([passage(['It closes.'])]), hidden, en));
const PICTURE = 'https://cdn.discordapp.com/ephemeral-attachments/1/2/chart.png?ex=1';
const { logger } = loggerWithLines();
const sharing = createSharing({ mayPost: () => true, logger });
const shareButton = `a1.share.${OWNER}`;
const texts = (sent: readonly Sent[]) => sent.map(({ method, message }) => [method, JSON.stringify(message)]);

let messages = 0;

/** A press of Share on a message with these components and files. */
function pressed(components: readonly unknown[], files: Attachment[] = [], fail = {}) {
  const made = press(shareButton, components, { id: OWNER, fail });
  return Object.assign(made, {
    message: { ...made.message, id: `${messages++}`, attachments: new Set(files) },
  });
}

describe('a shared reply', () => {
  test('has every part of the private one, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyAnswer, anyQuotes), fc.nat(6), fc.constantFrom(en, fr), (result, at, words) => {
        const made =
          'passages' in result
            ? answerView(result, { ...hidden, at }, words)
            : quotesView(result, { ...hidden, at }, words);
        const shown = withAction(made, true, OWNER, words);
        const size = measure(shown.components);
        expect(size.text).toBeLessThanOrEqual(LIMITS.textInAll);
        expect(size.components).toBeLessThanOrEqual(LIMITS.componentsInAll);
        // Discord numbers all parts; what it numbered itself is left to it again.
        let number = 1;
        const sent = JSON.parse(JSON.stringify(shown.components), (_, value: unknown) =>
          typeof value === 'object' && value && 'type' in value && !('id' in value)
            ? { ...value, id: number++ }
            : value,
        );
        const parts = readMessage(sent, []);
        expect(parts && withoutActions(parts)).toEqual(made.components[0]?.components);
      }),
    );
  });

  test('takes its pictures along', async () => {
    const gallery = { type: 12 as const, items: [{ media: { url: PICTURE }, description: 'A chart' }] };
    const one = pressed(privately(view([gallery])).components, [{ name: 'chart.png', url: PICTURE }]);
    await sharing.share(one, OWNER, en);
    const post = one.sent.find(({ method }) => method === 'followUp')?.message;
    expect(post).toMatchObject({ files: [{ attachment: PICTURE, name: 'chart.png' }] });
    expect(JSON.stringify(post)).toContain('"url":"attachment://chart.png"');
  });

  test.each(['/etc/passwd', 'http://127.0.0.1/x', 'https://cdn.discordapp.com.evil.example/x'])(
    'fetches no file from anywhere but Discord (%s)',
    async (url) => {
      const one = pressed(MESSAGE.components, [{ name: 'x', url }]);
      await sharing.share(one, OWNER, en);
      expect(one.sent.find(({ method }) => method === 'followUp')?.message).toMatchObject({ files: [] });
    },
  );

  test('is shared by nobody but whom it was for', async () => {
    const one = pressed(MESSAGE.components);
    await sharing.share(one, '1', en);
    expect(texts(one.sent)).toEqual([['reply', expect.stringContaining('no longer works')]]);
  });

  test('GIVEN replies must be private there THEN it is refused in words', async () => {
    const one = pressed(MESSAGE.components);
    await createSharing({ mayPost: () => false, logger }).share(one, OWNER, en);
    expect(texts(one.sent)).toEqual([['reply', expect.stringContaining('private in this channel')]]);
  });

  test('GIVEN Discord refuses it THEN the private reply says so and can be shared again', async () => {
    const why = new DiscordAPIError({ code: 50013, message: 'No' }, 50013, 403, 'POST', 'https://x', {});
    const one = pressed(MESSAGE.components, [], { followUp: why });
    await sharing.share(one, OWNER, en);
    expect(texts(one.sent)).toEqual([
      ['update', expect.stringContaining('Sharing…')],
      ['editReply', expect.stringMatching(/did not let.*"label":"Share"/)],
    ]);
  });

  test.each([[[]], [[{ type: 17, components: [{ type: 99 }] }]], [['x']], [[null, 1]]])(
    'GIVEN a message that is not ours (%j) THEN nothing is posted',
    async (components) => {
      const one = pressed(components);
      await sharing.share(one, OWNER, en);
      expect(one.sent).toMatchObject([
        { method: 'reply', message: { flags: [4, 32768, MessageFlags.Ephemeral] } },
      ]);
    },
  );
});
