import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BotProcess, startBot } from '../support/discord/bot-process.js';
import { type StandIn, startStandIn } from '../support/discord/driver.js';
import { buttonsOf, isEphemeral, type Message, textOf } from '../support/discord/messages.js';

// The real bot process on the archive that ships, against a Discord of our own.
let discord: StandIn;
let bot: BotProcess;

beforeAll(async () => {
  discord = await startStandIn();
  bot = await startBot(discord);
});

afterAll(async () => {
  expect(discord.warnings).toEqual([]);
  await discord.stop();
});

const QUESTION = 'Tell me about the talks between Russia and NATO';
const ask = (more = {}) => discord.slash('ask', { question: QUESTION, ...more });
const askPrivately = () => ask({ private: true }).reply();
/** Labels of the buttons of the message as a whole; each passage has one of its own besides. */
const labels = (message: Message) =>
  buttonsOf(message).flatMap(({ label }) => (label === 'More' ? [] : [label]));
const now = (message: Message) => discord.latest(message) ?? message;
const manager = () => {
  const user = discord.user('moderator');
  discord.member(discord.home, user, { permissions: ['ManageMessages'] });
  return user;
};
/** Presses Share and waits until the private reply says that it is done. */
async function share(message: Message) {
  const pressed = discord.press(message, 'Share');
  await pressed.replyWhere('it is shared', (reply) => labels(reply).includes('Shared'));
  const [post] = await pressed.followUps();
  if (!post) throw new Error('nothing was shared');
  return { pressed, post };
}

describe('Share', () => {
  test('posts a private answer as it is, and names who asked without a ping', async () => {
    const first = await askPrivately();
    expect(labels(first)).toEqual(['Previous', 'Next', 'Share']);
    const { pressed, post } = await share(first);
    expect(isEphemeral(post)).toBe(false);
    const by = `Shared by <@${discord.reader.id}>`;
    expect(
      textOf(post)
        .split('\n')
        .filter((line) => !line.includes(by)),
    ).toEqual(textOf(first).split('\n'));
    expect(textOf(post)).toContain(by);
    expect(labels(post)).toEqual(['Previous', 'Next', 'Delete']);
    for (const { body } of pressed.requests().filter(({ body }) => JSON.stringify(body).includes(by)))
      expect(body).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(isEphemeral(now(first))).toBe(true);
    expect(labels(now(first))).toEqual(['Previous', 'Next', 'Shared']);
  });

  test('posts the page that is shown; its pages turn for everybody, and it keeps saying who shared it', async () => {
    const first = await askPrivately();
    const second = await discord.press(first, 'Next').reply();
    const { post } = await share(second);
    expect(textOf(post)).toContain('Passages 4–5 of 5');
    const back = await discord.press(post, 'Previous').reply();
    expect(back.id).toBe(post.id);
    expect(textOf(back)).toContain('Passages 1–3 of 5');
    expect(textOf(back)).toContain(`Shared by <@${discord.reader.id}>`);
    const copy = await discord.press(back, 'Next', { user: discord.user('stranger') }).reply();
    expect([copy.id === post.id, isEphemeral(copy)]).toEqual([false, true]);
    expect(textOf(copy)).not.toContain('Shared by');
    expect(labels(copy)).toContain('Share');
  });

  test('pressed twice at once posts once', async () => {
    const first = await askPrivately();
    const presses = [discord.press(first, 'Share'), discord.press(first, 'Share')];
    const shown = await Promise.all(presses.map((press) => press.replyWhere('an answer', () => true)));
    await discord.until('The end of it', () => (labels(now(first)).includes('Shared') ? true : undefined));
    const posts = presses.flatMap(({ interaction }) => interaction.followUps);
    expect(posts).toHaveLength(1);
    expect(shown.filter((message) => textOf(message).includes('shared already'))).toHaveLength(1);
  });

  test.each(['500', 'reset', 'hang-up'] as const)(
    'GIVEN %s on the post, which Discord took all the same THEN it stands there once, and that is said',
    async (kind) => {
      const first = await askPrivately();
      discord.faults.add({ kind, method: 'POST', path: /\/webhooks\//, applied: true });
      const pressed = discord.press(first, 'Share');
      const told = await pressed.replyWhere('why', (reply) => textOf(reply).includes('did not say'));
      expect(labels(told)).toContain('Share');
      expect(pressed.interaction.followUps).toHaveLength(1);
      // Whoever finds that it is not there presses again.
      const { post } = await share(told);
      expect(textOf(post)).not.toContain('did not say');
    },
  );

  test('is there for what a message command says, and not for what a button opened', async () => {
    const checked = await discord
      .onMessage('Verify this quote', discord.says('“a real risk for new armed conflict in Europe”'))
      .reply();
    expect(textOf((await share(checked)).post)).toContain('word for word');
    const quotes = await discord.slash('quote', { person: 'Jens Stoltenberg', private: true }).reply();
    expect(labels(quotes)).toContain('Share');
    expect(labels(await discord.press(quotes, 'More').reply())).not.toContain('Share');
  });
});

describe('Delete', () => {
  test('takes a public answer away, for whoever asked', async () => {
    const first = await ask().reply();
    expect(labels(first)).toEqual(['Previous', 'Next', 'Delete']);
    discord.press(first, 'Delete');
    await discord.until('The deletion', () => (discord.latest(first) ? undefined : true));
  });

  test('is refused to others, also if they claim to be the asker, and given to those who manage messages', async () => {
    const { post } = await share(await askPrivately());
    const stranger = discord.user('stranger');
    for (const forge of [
      (payload: object) => payload,
      (payload: object) => ({
        ...payload,
        app_permissions: String((1n << 53n) - 1n),
        owner: discord.reader.id,
      }),
    ]) {
      const told = await discord
        .press(post, 'Delete', {
          user: stranger,
          forge: (payload) => JSON.parse(JSON.stringify(forge(payload))),
        })
        .reply();
      expect([isEphemeral(told), textOf(told)]).toEqual([
        true,
        expect.stringContaining('not yours to delete'),
      ]);
    }
    expect(discord.latest(post)).toBeDefined();
    discord.press(post, 'Delete', { user: manager() });
    await discord.until('The deletion', () => (discord.latest(post) ? undefined : true));
  });

  test.each(['500', 'reset', 'hang-up'] as const)('GIVEN %s THEN it is done all the same', async (kind) => {
    const first = await ask().reply();
    discord.faults.add({ kind, method: 'DELETE', path: /@original/, applied: true });
    discord.press(first, 'Delete');
    await discord.until('The deletion', () => (discord.latest(first) ? undefined : true));
    expect(bot.stdout()).not.toContain('an interaction failed');
  });
});

describe('what one person may ask', () => {
  test('is three things at once, and the fourth is refused in words that only they see', async () => {
    const held = [1, 2, 3, 4].map(() => ask());
    discord.faults.add({ kind: 'delay', method: 'PATCH', path: /@original/, ms: 1500, times: 3 });
    const replies = await Promise.all(held.map((answer) => answer.reply()));
    expect(replies.filter((reply) => textOf(reply).includes('Passages 1–3 of 5'))).toHaveLength(3);
    const [told] = replies.filter((reply) => textOf(reply).includes('One thing at a time.'));
    expect(told && isEphemeral(told)).toBe(true);
    discord.faults.clear();
  });

  test('is twenty things in a row, of whatever kind, and then they are told how long to wait', async () => {
    let message = await ask().reply();
    for (let count = 1; count < 20; count++)
      message = await discord.press(message, count % 2 ? 'Next' : 'Previous').reply();
    const told = await discord.press(message, 'Previous').reply();
    expect(textOf(told)).toMatch(/Please ask again in \d+ seconds?\./);
    expect(textOf(await ask().reply())).toMatch(/Please ask again/);
  });
});

describe('a restart', () => {
  test('lets what was asked before be shared and deleted', async () => {
    const first = await askPrivately();
    await bot.stop('SIGKILL');
    bot = await startBot(discord);
    const { post } = await share(first);
    discord.press(post, 'Delete');
    await discord.until('The deletion', () => (discord.latest(post) ? undefined : true));
  });
});
