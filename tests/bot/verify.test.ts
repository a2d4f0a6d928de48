import { beforeAll, describe, expect, test } from 'vitest';
import type { StandIn } from '../support/discord/driver.js';
import { buttonsOf, isEphemeral, type Message, seen } from '../support/discord/messages.js';
import { startOverArticles } from '../support/discord/over-articles.js';

// The real bot process on two articles about an invented town, against a Discord of our own.
let discord: StandIn;

const SPEECH = Array.from({ length: 40 }, (_, at) => `We *carried* barrel ${at + 1} up the hill.`).join(' ');
const ARTICLES = {
  'speech.txt': `The barrels of Wickhollow\n\nMabel Orr spoke to the meeting for an hour.\n\n“${SPEECH}” Ms Orr said.\n`,
  'bridge.txt': `The bridge at Wickhollow

The council of Wickhollow met on Monday to talk about the old bridge over the Lind.

“We will not close the bridge before the winter, whatever the county says. If the storms allow it, the ferry runs on Sundays. The ferry has carried us before,” said Mayor Mabel Orr.

Edwin Thrale, who runs the ferry, told the council that the county had “never once asked the people who cross it every day”.

The engineers of the county think that the eastern pillar has moved by four inches since the flood.
`,
  'ferry.txt': `A ferry for the night

Mabel Orr has defended the ferry that runs at night.

“Nobody in this town has to swim,” Ms Orr told the Wickhollow Post.
`,
};

beforeAll(async () => {
  ({ discord } = await startOverArticles(ARTICLES));
});

const verify = async (quote: string, more = {}) =>
  seen(await discord.slash('verify', { quote, ...more }).reply());

describe('/verify', () => {
  test('word for word: the archive’s own words, the source and the evidence', async () => {
    const text = await verify('"the ferry HAS carried us before..."');
    expect(text).toContain('In the archive, word for word.');
    expect(text).toContain('The archive has the words below from Mabel Orr.');
    expect(text).toContain('> “The ferry has carried us before,”');
    expect(text).toContain('The bridge at Wickhollow');
    expect(text).toMatch(/Evidence: .*\*\*said\*\* .*\*\*Mayor Mabel Orr\*\*|Evidence: .*Mabel Orr/);
  });

  test('shortened: shows what was cut, and warns where that can turn a meaning round', async () => {
    const text = await verify('the ferry runs on Sundays');
    expect(text).toContain('word for word, but shortened');
    expect(text).toContain('can turn a meaning round');
    expect(text).toContain('> “**If the storms allow it,** the ferry runs on Sundays.”');
    expect(text).toContain('- cut before it: **“If the storms allow it,”**');
  });

  test('altered: a negation cut off at an end', async () => {
    const text = await verify('close the bridge before the winter');
    expect(text).toContain('leaves out words that can turn the meaning round');
    expect(text).toContain('- cut before it: **“We will not”**');
    expect(text).not.toContain('word for word');
  });

  test('shortened by a cut inside', async () => {
    const text = await verify('Nobody … has to swim');
    expect(text).toContain('Words are cut inside it, where the claim marks it.');
    expect(text).toContain('> “Nobody **in this town** has to swim,”');
  });

  test('altered: a negation left out is said in so many words', async () => {
    const text = await verify('We will close the bridge before the winter');
    expect(text).toContain('Altered: this is not how the archive has it.');
    expect(text).toContain('- left out without a mark: **“not”**');
    expect(text).not.toContain('word for word');
  });

  test('altered: a word for another', async () => {
    const text = await verify('Nobody in this village has to swim');
    expect(text).toContain('- changed: the archive has **“town”**, the claim ~~“village”~~');
  });

  test('someone else’s', async () => {
    const text = await verify('Nobody in this town has to swim', { person: 'Edwin Thrale' });
    expect(text).toContain('Said to be from: Edwin Thrale');
    expect(text).toContain('In the archive, but as someone else’s words.');
    expect(text).toContain('The archive has the words below from Mabel Orr, not from Edwin Thrale.');
    expect(text).toContain('Evidence: ');
  });

  test('reported', async () => {
    const text = await verify('the eastern pillar has moved by four inches since the flood');
    expect(text).toContain('In the archive, but not as a quotation.');
    expect(text).not.toContain('> “');
  });

  test('not in this archive, too short to check', async () => {
    expect(await verify('The moon is a harbour for the patient')).toContain('Not in this archive.');
    expect(await verify('bridge')).toContain('Too short to check.');
  });

  test('not clearly that person’s: somebody who is not quoted here', async () => {
    const text = await verify('Nobody in this town has to swim', { person: 'Zebedee Quist' });
    expect(text).toContain('In the archive, but as someone else’s words.');
    expect(text).toContain('Nobody called “Zebedee Quist” is quoted here.');
  });

  test('GIVEN private THEN only the person who asked sees it', async () => {
    const { reply } = discord.slash('verify', { quote: 'Nobody in this town has to swim', private: true });
    expect(isEphemeral(await reply())).toBe(true);
  });

  test('suggests people', async () => {
    const choices = await discord.autocomplete('verify', { quote: 'x', person: 'thr' }).choices();
    expect(choices).toEqual([{ name: expect.stringMatching(/^Edwin Thrale/), value: 'Edwin Thrale' }]);
  });
});

describe('the evidence for what /verify found', () => {
  const THRALE = 'never once asked the people who cross it';
  /** What is opened about the words that were found, and then what proves who said them. */
  const evidence = async (message: Message, user = discord.reader) => {
    const opened = await discord.press(message, 'More', { user }).reply();
    return discord.press(opened, 'Evidence', { user }).reply();
  };

  test('opens for whoever presses and for nobody else', async () => {
    const first = await discord.slash('verify', { quote: THRALE }).reply();
    for (const user of [discord.reader, discord.user('stranger')]) {
      const opened = await evidence(first, user);
      expect([opened.id === first.id, isEphemeral(opened)]).toEqual([false, true]);
      expect(seen(opened)).toContain('### Who said this');
      expect(seen(opened)).toContain(
        'Certain: the speaker and the word for speaking come before the quotation.',
      );
      expect(seen(opened)).toContain('> **Edwin Thrale**, who runs the ferry, **told** the council');
    }
  });

  test('is found for a claim too long to stand whole in the message, with a person and marks of its own', async () => {
    const first = await discord.slash('verify', { quote: SPEECH, person: 'Mabel Orr' }).reply();
    expect(seen(first)).toContain('Said to be from: Mabel Orr');
    expect(seen(first)).toContain('…”');
    expect(seen(await evidence(first))).toContain('**Mabel Orr**');
  });

  test('is there after the menu of a message too, and nowhere that nobody is named', async () => {
    const chosen = discord.onMessage('Verify this quote', discord.says(`“${THRALE}”`));
    expect(seen(await evidence(await chosen.reply()))).toContain('**Edwin Thrale**');
    const reported = await discord
      .slash('verify', { quote: 'the eastern pillar has moved by four inches' })
      .reply();
    const opened = await discord.press(reported, 'More').reply();
    expect(buttonsOf(opened).map(({ label }) => label)).not.toContain('Evidence');
  });
});

describe('“Verify this quote” on a message', () => {
  const check = (content: string) => discord.onMessage('Verify this quote', discord.says(content));

  test('checks the longest quoted span, for the person who chose it alone', async () => {
    const answer = check('lol, Orr: “Nobody in this town has to swim” — did she also say "no"?');
    const reply = await answer.reply();
    expect((await answer.acknowledged()).type).toBe(5);
    expect(isEphemeral(reply)).toBe(true);
    expect(seen(reply)).toContain('### Claim: “Nobody in this town has to swim”');
    expect(seen(reply)).toContain('In the archive, word for word.');
  });

  test('checks the whole message where nothing is quoted', async () => {
    expect(seen(await check('The ferry has carried us before').reply())).toContain('word for word');
  });

  test.each([
    ['“the ferry runs on Sundays”', 'word for word, but shortened'],
    ['“Nobody in this village has to swim”', 'Altered: this is not how the archive has it.'],
    ['“the eastern pillar has moved by four inches since the flood”', 'but not as a quotation'],
    ['“The moon is a harbour for the patient”', 'Not in this archive.'],
    ['“bridge”', 'Too short to check.'],
  ])('gives every verdict that needs no person: %s', async (content, verdict) => {
    expect(seen(await check(content).reply())).toContain(verdict);
  });

  test('says so where there are no words', async () => {
    for (const content of ['', 'https://post.example/picture'])
      expect(seen(await check(content).reply())).toContain('no words to check');
  });

  test('is answered whatever the message holds', async () => {
    for (const content of [
      '"'.repeat(500),
      '@everyone **“[x](https://evil.example)”**',
      '桥'.repeat(2000),
      'x '.repeat(2000),
    ])
      expect(seen(await check(content).reply())).toMatch(/Not in this archive|Too short to check/);
  });
});
